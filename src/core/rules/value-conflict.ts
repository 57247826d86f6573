import { affinity, type Mention } from '../claims';
import { meets, spellLike } from '../figures';
import { pairsAmong } from './pairs';
import { isAmount, type Reading } from './reading';
import type { Fix, Rule } from './rule';

/** Words that two mentions must share before their difference counts as a conflict. */
const WORDS_NEEDED = 4;
/** A measure of one subject with more values than this is a series or a breakdown, not a claim. */
const MOST_VALUES = 3;
/** Values further apart than this are two things rather than two versions of one. */
const WIDEST_RATIO = 2;

export const valueConflict: Rule = {
  id: 'value-conflict',
  family: 'units',
  severity: 'error',
  summary: 'Two mentions of one claim that differ beyond rounding and beyond what their qualifiers allow.',
  *check(reading) {
    for (const { mentions } of reading.claims) {
      const stated = mentions.filter(mention => isStated(reading, mention));
      const values = new Set(stated.map(({ figure }) => figure.quantity.value));
      if (values.size < 2 || values.size > MOST_VALUES) continue;
      const reported = new Set<Mention>();
      for (const [a, b] of pairsAmong(stated)) {
        if (reported.has(a) || reported.has(b) || !conflict(reading, a, b)) continue;
        const [weak, strong] = support(reading, a) < support(reading, b) ? [a, b] : [b, a];
        reported.add(weak);
        yield {
          span: weak.figure.span,
          message: `“${weak.figure.text}” here, “${strong.figure.text}” elsewhere, for the same ${weak.measure ?? 'claim'} of ${weak.subjects[0] ?? 'one subject'}.`,
          related: [{ span: strong.figure.span, message: `Here it is “${strong.figure.text}”` }],
          fixes: [useOther(weak, strong)],
        };
      }
    }
  },
};

function isStated(reading: Reading, { figure, role }: Mention): boolean {
  const { kind } = figure.quantity;
  if (role !== 'level' || figure.ends || figure.spelled) return false;
  if (!isAmount(kind)) return false;
  return reading.isFactual(figure) || figure.cell !== undefined;
}

function conflict(reading: Reading, a: Mention, b: Mention): boolean {
  const one = a.figure.quantity;
  const other = b.figure.quantity;
  if (one.value <= 0 || other.value <= 0 || meets(one.range, other.range)) return false;
  const ratio = Math.max(one.value, other.value) / Math.min(one.value, other.value);
  return ratio < WIDEST_RATIO && affinity(a, b, reading.context) >= WORDS_NEEDED;
}

function support(reading: Reading, { figure }: Mention): number {
  return (
    (reading.sourced.covers(figure.span) ? 1 : 0) +
    (figure.cell ? 2 : 0) +
    (reading.caveatAt(figure.span) ? -2 : 0)
  );
}

function useOther(weak: Mention, strong: Mention): Fix {
  const newText = spellLike(strong.figure.quantity.value, weak.figure);
  return {
    kind: 'edits',
    title: `Write ${newText} here`,
    edits: [{ span: weak.figure.core, newText }],
    certain: false,
  };
}
