// Amounts with their shares behind them, one after the other: "$736 million (40%), $552 million (30%) and $368 million
// (20%)", "700 MW, or 33%, 600 MW, or 28%": shares of one whole, which each pair tells anew.
import { type Interval, meets, spellLike } from '../figures';
import { divide } from '../figures/interval';
import { alike, isAmount } from './amounts';
import type { Found } from './rule';
import { type Part, type Sentence, wordsAfter, wordsBetween } from './sentences';

interface Pair {
  readonly amount: Part;
  readonly share: Part;
  /** The whole of which the share makes the amount. */
  readonly whole: Interval;
}

const PERCENT = 100;
/** With fewer pairs nobody can tell which one is wrong. */
const PAIRS_NEEDED = 3;
/** More are no sentence. */
const MOST_PAIRS = 20;

/** The one share that tells another whole than all the others of its sentence do. */
export function* oddShareOfPairs(sentence: Sentence): Iterable<Found> {
  if (sentence.parts.length < 2 * PAIRS_NEEDED) return;
  const pairs = pairsIn(sentence);
  if (pairs.length < PAIRS_NEEDED || pairs.length > MOST_PAIRS) return;
  for (const odd of pairs) {
    const others = pairs.filter(pair => pair !== odd);
    const common = commonOf(others.map(({ whole }) => whole));
    if (common && !meets(odd.whole, common)) yield foundAt(odd, others, common);
  }
}

function pairsIn(sentence: Sentence): Pair[] {
  const pairs = sentence.parts.flatMap((amount, i): Pair[] => {
    const share = sentence.parts[i + 1];
    if (!share || !isAmount(amount.mention) || amount.mention.figure.quantity.kind === 'percent') return [];
    const { kind, value, range } = share.mention.figure.quantity;
    const between = wordsBetween(sentence, amount, share);
    const isBeside = /^\s?[(（]$/.test(between)
      ? /^[)）]/.test(wordsAfter(sentence, share, 2))
      : /^, or $/.test(between);
    if (kind !== 'percent' || !isBeside || value <= 0 || value > 100 || share.mention.figure.ends) return [];
    const whole = divide(amount.mention.figure.quantity.range, range);
    return [{ amount, share, whole: { low: whole.low * PERCENT, high: whole.high * PERCENT } }];
  });
  const [first] = pairs;
  return first && pairs.every(({ amount }) => alike(amount.mention, first.amount.mention)) ? pairs : [];
}

/** What lies in all of them. */
function commonOf(wholes: readonly Interval[]): Interval | undefined {
  const low = Math.max(...wholes.map(whole => whole.low));
  const high = Math.min(...wholes.map(whole => whole.high));
  return low <= high ? { low, high } : undefined;
}

function foundAt({ amount, share }: Pair, others: readonly Pair[], { low, high }: Interval): Found {
  const { figure } = share.mention;
  const right = (amount.mention.figure.quantity.value / ((low + high) / 2)) * PERCENT;
  const decimals = /\d[.,](\d+)/.exec(figure.text)?.[1]?.length ?? 0;
  const newText = spellLike(Number(right.toFixed(decimals)), figure);
  return {
    span: figure.span,
    message: `“${figure.text}” does not fit “${amount.mention.figure.text}”: the other shares here make that ${newText}.`,
    related: others.map(other => ({
      span: other.share.mention.figure.span,
      message: 'A share of the same whole',
    })),
    fixes: [
      {
        kind: 'edits',
        title: `Write ${newText}`,
        edits: [{ span: figure.core, newText }],
        certain: false,
      },
    ],
  };
}
