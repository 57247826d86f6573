import { Cover } from '../text/cover';
import { KIND } from './kinds';
import type { Found, Rule } from './rule';
import { type Sentence, sentencesIn } from './sentences';
import { maySayOf, partsAboveWhole } from './share-above-whole';
import { sharesBesideAmounts, sharesOfColumns } from './share-columns';
import { sharesOfOneWhole } from './share-lists';
import { multiplesOfAmounts } from './share-multiples';
import { oddShareOfPairs } from './share-pairs';
import { ratioPerOne } from './share-ratios';
import { statedShares } from './stated-shares';
import { type Grid, gridsIn } from './tables';

export const shareMismatch: Rule = {
  id: 'share-mismatch',
  family: 'arithmetic',
  severity: 'error',
  summary:
    'A percentage or ratio that its part and whole contradict, shares that together pass 100%, a part above its whole.',
  *check(reading) {
    let last: Sentence | undefined;
    for (const sentence of sentencesIn(reading)) {
      yield;
      const { kinds } = sentence;
      if ((kinds & KIND.percent) !== 0) yield* statedShares(reading, sentence, last);
      if (maySayOf(sentence)) yield* partsAboveWhole(reading, sentence);
      if ((kinds & KIND.count) !== 0) yield* ratioPerOne(sentence);
      if ((kinds & KIND.multiple) !== 0) yield* multiplesOfAmounts(reading, sentence);
      if ((kinds & KIND.percent) !== 0) yield* oddShareOfPairs(sentence);
      last = sentence;
    }
    yield;
    const contradicted = gridsIn(reading).map(grid => ({ grid, found: contradictedIn(grid) }));
    yield;
    yield* contradicted.flatMap(({ found }) => found);
    // A share that its own amount contradicts is why its column passes the whole.
    const tables = new Cover(
      contradicted.flatMap(({ grid, found }) => (found.length > 0 ? [grid.table.span] : [])),
    );
    for (const found of sharesOfOneWhole(reading)) if (!tables.covers(found.span)) yield found;
  },
};

function contradictedIn(grid: Grid): Found[] {
  const found = [...sharesBesideAmounts(grid)];
  return found.length > 0 ? found : [...sharesOfColumns(grid)];
}
