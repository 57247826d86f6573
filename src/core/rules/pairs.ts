// Which mentions are compared with each other: all of a few; of many, each with those that come next and name the same.
import type { Mention } from '../claims';
import { remember } from '../text/remember';

/** Up to this many, every mention is compared with every other one. */
const FEW = 40;
/** Of more, each with this many of those that name the same: a second value of one claim is near enough to one of them. */
const NEXT = 10;

type Compare = (a: Mention, b: Mention) => void;

/** Compares the mentions that may speak of one thing, in the order of the mentions. Time is linear in their number. */
export function eachPairAmong(mentions: readonly Mention[], compare: Compare): void {
  if (mentions.length <= FEW) {
    eachPairOfAll(mentions, compare);
    return;
  }
  const alike = new Map<string, number[]>();
  mentions.forEach((mention, i) => {
    for (const key of keysOf(mention)) {
      const group = remember(alike, key, () => []);
      if (group.at(-1) !== i) group.push(i);
    }
  });
  const next = mentions.map((): number[] => []);
  for (const group of alike.values())
    group.forEach((i, at) => {
      for (let k = at + 1; k <= at + NEXT && k < group.length; k++) next[i]?.push(group[k] ?? i);
    });
  mentions.forEach((a, i) => {
    let last = i;
    for (const k of next[i]?.sort((x, y) => x - y) ?? []) {
      const b = mentions[k];
      // Two that share several names come once for each.
      if (b && k !== last) compare(a, b);
      last = k;
    }
  });
}

/** Compares every two of a few mentions, in their order. */
export function eachPairOfAll(mentions: readonly Mention[], compare: Compare): void {
  mentions.forEach((a, i) => {
    for (let k = i + 1; k < mentions.length; k++) {
      const b = mentions[k];
      if (b) compare(a, b);
    }
  });
}

/** A claim's mentions share a name or, where one names nobody, their measure. */
function keysOf({ subjects, names, measure }: Mention): readonly string[] {
  return measure === undefined ? [...subjects, ...names] : [...subjects, ...names, `measure ${measure}`];
}
