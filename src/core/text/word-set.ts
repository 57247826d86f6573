// The different words of texts: most come again and again, and are known without being cut out again.

/** Near hashes are set far apart: 2^32 over the golden ratio, after Knuth. */
const SPREAD = 0x9e3779b1;
const BITS = 12;

export class WordSet {
  private readonly words = new Set<string>();
  /** Words met lately, each at the place that its hash tells. */
  private readonly met: (string | undefined)[] = new Array(1 << BITS);

  /** Adds the word at [start, end) of a text. */
  add(text: string, start: number, end: number): void {
    let hash = 0;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    const place = Math.imul(hash, SPREAD) >>> (32 - BITS);
    const before = this.met[place];
    if (before !== undefined && before.length === end - start && text.startsWith(before, start)) return;
    const word = text.slice(start, end);
    this.met[place] = word;
    this.words.add(word);
  }

  has(word: string): boolean {
    return this.words.has(word);
  }
}
