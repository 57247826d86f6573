// Joins lines of set text, and undoes the hyphens that part words at the ends of lines.
import type { PdfLine } from './pdfLines';

const HYPHENATED = /\p{L}+[-‐]\p{L}+/gu;
const WORD = /\p{L}{2,}/gu;
const HAN = /[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]/;

export class Joiner {
  /** Words with a hyphen that stand within a line, and words without: they tell what a hyphen at its end is. */
  private readonly hyphenated = new Set<string>();
  private readonly whole = new Set<string>();

  constructor(lines: readonly PdfLine[]) {
    for (const { text } of lines) {
      for (const [word] of text.matchAll(HYPHENATED)) this.hyphenated.add(word.toLowerCase());
      for (const [word] of text.matchAll(WORD)) this.whole.add(word.toLowerCase());
    }
  }

  /** The end of one line and the start of the next, as they read when they follow each other. */
  join(line: string, next: string): { readonly before: string; readonly after: string } {
    const parted = /(\p{L}+)[-‐\u00ad]$/u.exec(line);
    const going = /^\p{Ll}+/u.exec(next)?.[0];
    if (parted?.[1] && going) {
      const keeps = this.keepsHyphen(parted[1], going);
      return { before: keeps ? line : line.slice(0, -1), after: next };
    }
    // A hyphen or dash between numbers or names, and scripts without spaces.
    const isBound = /[\p{L}\d][-‐–/]$/u.test(line) && /^[\p{Lu}\d$€£¥]/u.test(next);
    const isHan = HAN.test(line.at(-1) ?? '') && HAN.test(next[0] ?? '');
    return { before: line, after: isBound || isHan ? next : ` ${next}` };
  }

  private keepsHyphen(before: string, after: string): boolean {
    const joined = `${before}${after}`.toLowerCase();
    return this.hyphenated.has(`${before}-${after}`.toLowerCase()) && !this.whole.has(joined);
  }
}
