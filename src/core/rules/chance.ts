// How much the number of a report's values tells against a slip: of many, some have like digits by chance.
import type { Mention } from '../claims';
import { remember } from '../text/remember';
import type { Reading } from './reading';
import { isStated } from './value-stated';

/** A report has so many values of one kind; of twice as many, twice as many pairs are alike by chance. */
const USUAL = 60;

const known = new WeakMap<Reading, ReadonlyMap<string, number>>();

/** The logarithm of how many times the usual number of values of its kind stand beside a mention in the report; at least 0. */
export function oddsOfChance(reading: Reading, mention: Mention): number {
  const sizes = remember(known, reading, () => sizesIn(reading));
  return Math.max(0, Math.log((sizes.get(kindOf(mention)) ?? 0) / USUAL));
}

function sizesIn(reading: Reading): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const mention of reading.mentions)
    if (isStated(reading, mention)) sizes.set(kindOf(mention), (sizes.get(kindOf(mention)) ?? 0) + 1);
  return sizes;
}

/** Values of different kinds are never taken for each other. */
function kindOf({ money, figure }: Mention): string {
  return money ? 'money' : figure.quantity.kind;
}
