// What else a report has that two values could be, and so speaks against a slip from one to the other.
import { comparable, type Mention, oddsOfOneClaim, standApart } from '../claims';
import { meets } from '../figures';
import { gather, remember } from '../text/remember';
import { oddsOfChance } from './chance';
import type { Reading } from './reading';
import { inOrder, type Pair, type Pairs, pairOf } from './value-pairs';

/** What it tells, for each time as many, that more values fit one of the two as well. */
const CROWD = 0.4;
/** Values that fit less well than the other of the pair by no more than this fit as well. */
const AS_WELL = 0.25;
/** What it tells that one is said of its claim elsewhere: a slip leaves a value that stands nowhere else. */
const REPEATED = 2;
/** Enough places of one value to find the one that is meant. */
const MOST_PLACES = 20;

export class Company {
  private readonly near = new Map<Mention, Pair[]>();
  private readonly byMention = new Map<Mention, readonly Pair[]>();
  private readonly byValue = new Map<number, Mention[]>();

  constructor(
    private readonly reading: Reading,
    private readonly pairs: Pairs,
  ) {
    for (const pair of pairs.near) {
      gather(this.near, pair.a, pair);
      gather(this.near, pair.b, pair);
    }
    for (const mention of reading.mentions) gather(this.byValue, mention.figure.quantity.value, mention);
  }

  /** The pairs of a mention. */
  of(mention: Mention): readonly Pair[] {
    return remember(this.byMention, mention, () => [
      ...(this.near.get(mention) ?? []),
      ...(this.pairs.far.get(mention) ?? []).flatMap(
        other => pairOf(this.reading, ...inOrder(mention, other)) ?? [],
      ),
    ]);
  }

  /** What the other values of the report tell against a slip, as the logarithm of odds. */
  against(pair: Pair): number {
    const { a, b } = pair;
    const crowd = Math.log(1 + this.othersFor(a, b, pair)) + Math.log(1 + this.othersFor(b, a, pair));
    const isRepeated = this.isRepeated(a, pair) || this.isRepeated(b, pair);
    return oddsOfChance(this.reading, a) + CROWD * crowd + (isRepeated ? REPEATED : 0);
  }

  /** How many values fit a mention as well as the other of a pair. */
  private othersFor(mention: Mention, other: Mention, { sameness }: Pair): number {
    const values = new Set<number>();
    for (const pair of this.of(mention)) {
      if (pair.sameness <= sameness - AS_WELL) continue;
      const { quantity } = (pair.a === mention ? pair.b : pair.a).figure;
      if (!meets(quantity.range, other.figure.quantity.range)) values.add(quantity.value);
    }
    return values.size;
  }

  /** True when the value of a mention stands where its claim is likelier than where the other of the pair does. */
  private isRepeated(mention: Mention, { sameness }: Pair): boolean {
    return (this.byValue.get(mention.figure.quantity.value) ?? [])
      .slice(0, MOST_PLACES)
      .some(
        same =>
          same !== mention &&
          comparable(same, mention) &&
          standApart(same, mention) &&
          oddsOfOneClaim(mention, same, this.reading.likeness.of(mention, same), false) > sameness,
      );
  }
}
