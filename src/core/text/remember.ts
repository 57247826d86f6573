// What has been worked out once is not worked out again.

interface Known<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** The value of a key: the known one, or else the one that is made now and known from now on. */
export function remember<K, V>(known: Known<K, V>, key: K, make: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

/** Puts a value with the others of its key. */
export function gather<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** More than this is not kept: what was known is then found out anew. */
const MOST = 20_000;

/**
 * The same function, which works out only once what it makes of a word, another short text or a number: a report has few
 * different ones, and each of them often.
 */
export function once<K extends string | number, V>(make: (of: K) => V): (of: K) => V {
  const known = new Map<K, V>();
  return key => {
    const before = known.get(key);
    // What makes nothing of a text makes nothing of it again.
    if (before !== undefined || known.has(key)) return before as V;
    if (known.size === MOST) known.clear();
    const kept = typeof key === 'string' ? onItsOwn(key) : key;
    const made = make(kept as K);
    known.set(kept as K, made);
    return made;
  };
}

/** Engines cut shorter texts out as copies; longer ones are views that keep all of the report alive. */
const LONGEST_COPY = 12;

/** The same text, without the one that it was cut out of. */
function onItsOwn(text: string): string {
  return text.length > LONGEST_COPY ? ` ${text}`.slice(1) : text;
}

/** Near hashes are set far apart: 2^32 over the golden ratio, after Knuth. */
const SPREAD = 0x9e3779b1;
const BITS = 13;

/** Like `once`, of the word at [start, end) of a text: one that was met lately is known without being cut out again. */
export function onceOfWord<V extends {}>(
  make: (word: string) => V,
): (text: string, start: number, end: number) => V {
  const of = once(make);
  /** The words met lately, each at the place that its hash tells, and what was made of them. */
  const words: string[] = new Array(1 << BITS).fill('');
  const values: (V | undefined)[] = new Array(1 << BITS).fill(undefined);
  return (text, start, end) => {
    let hash = 0;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    const place = Math.imul(hash, SPREAD) >>> (32 - BITS);
    const known = values[place];
    if (known !== undefined && standsAt(words[place] ?? '', text, start, end)) return known;
    const word = onItsOwn(text.slice(start, end));
    const made = of(word);
    words[place] = word;
    values[place] = made;
    return made;
  };
}

/** The word at [start, end) of a text: the same string wherever it stands, whose hash need not be worked out again. */
export const wordAt = onceOfWord(word => word);

function standsAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
