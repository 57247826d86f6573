// What can join a number to what stands behind it: most numbers are told by one look to stand alone.
import { type WordClass, wordClass } from './lexicon';
import type { Token } from './tokens';
import { words } from './words';

/** Behind a number: of a range, ratio, list, change, fraction or power, or of feet and inches. */
const JOINTS = wordClass(
  words(`to through and or in over out of by from up down dozen dozens x x10 - ~ / : , ( ' * ^`),
);

/** False for the many words and marks that join nothing to the number before them; `others` are words that do as well. */
export function mayJoin(token: Token, others: WordClass = 0): boolean {
  if (token.kind === 'word') return !token.spaced || token.is(JOINTS | others);
  if (token.kind === 'mark') return token.is(JOINTS) || token.text.charCodeAt(0) > 127;
  return token.kind !== 'wall';
}
