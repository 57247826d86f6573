import { comparable, type Mention, oddsOfDigits, oddsOfOneClaim, standApart } from '../claims';
import type { PlacedFigure } from '../report/report';
import { citedAt } from '../sources/cite';
import { firstFrom } from '../text/scopes';
import { baseUnit } from './amounts';
import { isPresupposed, needsConfirmation } from './backing';
import { citeFix } from './cite-fix';
import { type Reading, tellsKind } from './reading';
import type { Fix, Rule } from './rule';

/** The logarithm of the odds from which two mentions of one amount are taken for one claim. */
const NEEDED = -1.0;

export const droppedCaveat: Rule = {
  id: 'dropped-caveat',
  family: 'verification',
  severity: 'warning',
  summary: 'A mention without the caveat that another mention of the same claim carries.',
  *check(reading) {
    for (const mention of reading.mentions) {
      const { figure } = mention;
      if (
        isAge(figure) ||
        tellsKind(reading.report, figure) ||
        reading.cautionedElsewhere(mention).length === 0 ||
        reading.caveatAt(figure.span) ||
        !(needsConfirmation(reading, mention) || isPresupposed(reading.report.text, figure)) ||
        citedAt(reading.report, figure.span) ||
        isSupposed(reading.report.text, figure) ||
        isCitedBehind(reading, figure)
      )
        continue;
      yield;
      const origin = cautionedMention(reading, mention);
      const caveat = origin && reading.caveatAt(origin.figure.span);
      if (!origin || !caveat) continue;
      yield {
        span: figure.span,
        message: `“${figure.text}” stands here as a fact, but elsewhere the report says “${caveat.text.trim()}” of it.`,
        related: [{ span: origin.figure.span, message: 'The mention with its caveat' }],
        fixes: [carryOver(figure.span.start), citeFix(reading, figure.span)],
      };
    }
  },
};

/** "women under 18": a small bare number with a bound, which names a class. */
function isAge({ quantity, scale }: PlacedFigure): boolean {
  const { kind, unit, value, qualifier } = quantity;
  return kind === 'count' && unit === '' && scale === undefined && value < 100 && qualifier !== undefined;
}

/** "If the sale is confirmed, $75 million would …": what is in doubt is said so. */
function isSupposed(text: string, { sentence, cell }: PlacedFigure): boolean {
  return (
    cell === undefined &&
    SUPPOSES.test(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 160)))
  );
}

const SUPPOSES =
  /^\W*(?:if|should|unless)\b[^,;]{0,100}\b(?:confirm\p{L}*|verified|true|right|correct|accurate|reports?|rumou?rs?)\b/iu;

/** A source in brackets right behind a figure, in its clause, tells who confirms it. */
function isCitedBehind({ report }: Reading, { sentence, span, cell }: PlacedFigure): boolean {
  if (cell) return false;
  const behind = /^(?:[^\d([,;:]|(?:19|20)\d\d)*[([]/.exec(
    report.text.slice(span.end, sentence.end).slice(0, 60),
  )?.[0];
  if (behind === undefined) return false;
  const start = span.end + behind.length;
  const note = report.sources[firstFrom(report.sources, start, one => one.span.start)];
  return note?.span.start === start && note.names.length > 0;
}

/** Another mention of the claim that a caveat covers; undefined when one stands elsewhere with a source of its own. */
function cautionedMention(reading: Reading, mention: Mention): Mention | undefined {
  return reading
    .cautionedElsewhere(mention)
    .find(
      other =>
        !other.figure.spelled &&
        areAlike(mention, other) &&
        standApart(mention, other) &&
        oddsOfDigits(mention.figure.quantity.value) +
          oddsOfOneClaim(mention, other, reading.likeness.of(mention, other), false) >=
          NEEDED,
    );
}

/**
 * Comparable amounts, or one amount with and without what it is per ("$31 a share", "the $31 offer"), or one number of things
 * under two nouns ("12,000 robots", "the 12,000-unit order").
 */
function areAlike(a: Mention, b: Mention): boolean {
  const [one, other] = [a.figure.quantity, b.figure.quantity];
  if (comparable(a, b)) return true;
  if (a.money !== b.money || one.kind !== other.kind) return false;
  return baseUnit(one.unit) === baseUnit(other.unit) || (one.kind === 'count' && one.value >= FEWEST_THINGS);
}

/** Fewer things are often as many as some others. */
const FEWEST_THINGS = 100;

function carryOver(at: number): Fix {
  return {
    kind: 'edits',
    title: 'Carry the caveat over: “reportedly”',
    edits: [{ span: { start: at, end: at }, newText: 'reportedly ' }],
    certain: false,
  };
}
