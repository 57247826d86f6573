// What the readers of numbers in words share: the small numbers, and looking at words and hyphens.
import type { Decimal } from './decimal';
import type { Token } from './tokens';

export const SMALL = new Map<string, number>(
  [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
  ].map((word, i) => [word, i]),
);
SMALL.set('nought', 0).set('naught', 0);

export const TENS = new Map<string, number>(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, i) => [
    word,
    20 + i * 10,
  ]),
);

/** How a number is written, for the values that it leaves open. */
export type Writing = 'digits' | 'words' | 'fraction' | 'vague';

export interface Reading {
  /** The token after the number. */
  readonly to: number;
  readonly value: Decimal;
  /** The power of ten of the last place written. */
  readonly place: number;
  readonly writing: Writing;
  /** The first token of the scale words at the end ("million" in "half a million"), if any. */
  readonly scaleAt?: number;
}

export const at = (tokens: readonly Token[], i: number): string =>
  tokens[i]?.kind === 'word' ? tokens[i].lower : '';

export function hyphen(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return (
    token?.kind === 'mark' &&
    (token.text === '-' || token.text === '‑') &&
    !token.spaced &&
    tokens[i + 1]?.spaced === false
  );
}

export function isArticle(token: Token | undefined): boolean {
  return token?.lower === 'a' || token?.lower === 'an';
}

export function smallNumber(word: string): number | undefined {
  return SMALL.get(word);
}

export function smallOrTens(
  tokens: readonly Token[],
  from: number,
): { number: number; to: number } | undefined {
  const word = at(tokens, from);
  const small = SMALL.get(word);
  if (small !== undefined) return { number: small, to: from + 1 };
  const tens = TENS.get(word);
  if (tens === undefined) return undefined;
  const next = hyphen(tokens, from + 1) ? from + 2 : from + 1;
  const units = SMALL.get(at(tokens, next)) ?? 0;
  return units > 0 && units < 10 ? { number: tens + units, to: next + 1 } : { number: tens, to: from + 1 };
}
