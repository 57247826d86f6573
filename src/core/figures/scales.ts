// Scales: the words and letters that multiply a number by a power of ten.
import { wordClass } from './lexicon';
import type { Token } from './tokens';

/** A scale as a power of ten. */
export type PowerOfTen = number;

const WORDS = new Map<string, PowerOfTen>([
  ['hundred', 2],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['quadrillion', 15],
  ['lakh', 5],
  ['lac', 5],
  ['crore', 7],
  ['mln', 6],
  ['mio', 6],
  ['bln', 9],
  ['trln', 12],
  ['tln', 12],
]);

/** Plurals that stand after digits: "5 crores", "15 millions". */
const PLURALS = new Map<string, PowerOfTen>(
  [...WORDS].filter(([word]) => word.length > 3).map(([word, power]) => [`${word}s`, power]),
);

/** Letters that mean a scale whether or not a currency is near: "4.7 bn". */
const SHORT = new Map<string, PowerOfTen>([
  ['mn', 6],
  ['mln', 6],
  ['mil', 6],
  ['bn', 9],
  ['bln', 9],
  ['tn', 12],
  ['trn', 12],
  ['tr', 12],
  ['cr', 7],
  ['Mn', 6],
  ['Bn', 9],
  ['Tn', 12],
  ['MN', 6],
  ['BN', 9],
  ['TN', 12],
  ['Cr', 7],
]);

/** Letters that mean a scale when glued to the digits. */
const GLUED = new Map<string, PowerOfTen>([
  ['k', 3],
  ['K', 3],
  ['m', 6],
  ['M', 6],
  ['b', 9],
  ['B', 9],
  ['T', 12],
]);

/** Letters that mean a scale with an amount of money alone: "$5 t", "€30mm". */
const OF_MONEY = new Map<string, PowerOfTen>([
  ['k', 3],
  ['K', 3],
  ['m', 6],
  ['M', 6],
  ['mm', 6],
  ['MM', 6],
  ['b', 9],
  ['B', 9],
  ['t', 12],
  ['T', 12],
  ['mil', 6],
]);

/** Every word that can be a scale in some company. */
export const SCALES = wordClass(
  [...WORDS, ...PLURALS, ...SHORT, ...GLUED, ...OF_MONEY].map(([text]) => text.toLowerCase()),
);

/** The power of ten of a scale word, singular: "million", "crore". */
export function scaleWord(lower: string): PowerOfTen | undefined {
  return WORDS.get(lower);
}

/** The power of ten of a scale word in the plural: "millions". */
export function scalePlural(lower: string): PowerOfTen | undefined {
  return PLURALS.get(lower);
}

/** True for a word that can be a scale in some company. */
export function mayScale(token: Token): boolean {
  return token.is(SCALES);
}

/** What a word after digits means as a scale. */
export function scaleAfterDigits(token: Token, glued: boolean, money: boolean): PowerOfTen | undefined {
  if (!mayScale(token)) return undefined;
  const { text, lower } = token;
  const power = WORDS.get(lower) ?? PLURALS.get(lower) ?? SHORT.get(text);
  if (power !== undefined) return power;
  if (money) return OF_MONEY.get(text);
  return glued ? GLUED.get(text) : undefined;
}
