import { type Interval, meets } from '../figures';
import { itemsWithin } from '../text/scopes';
import type { Span } from '../text/span';
import type { Found, Rule } from './rule';
import { type Part, type Sentence, sentencesIn } from './sentences';

export const growthMismatch: Rule = {
  id: 'growth-mismatch',
  family: 'arithmetic',
  severity: 'error',
  summary:
    'A growth word, multiple or percentage that its two end values contradict, in direction or in size.',
  *check(reading) {
    for (const sentence of sentencesIn(reading)) {
      for (const change of changesIn(sentence)) yield* checkChange(sentence, change);
    }
  },
};

/** "from A to B", with the growth that the sentence states for it. */
interface Change {
  readonly from: Part;
  readonly to: Part;
  readonly growth: Part | undefined;
  readonly direction: Direction | undefined;
}

interface Direction extends Span {
  readonly sign: 1 | -1;
}

/** How far from its end values a growth may stand. */
const REACH = 200;

/** Only words that can join the two ends of one change. */
const TO = /^[^.;:|]{0,40}?\bto\s+$/i;
const UP =
  'rose|risen|grew|grown|grow(?:s|ing)?|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gain(?:s|ed|ing)?|expand(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|widen(?:s|ed|ing)?|up|higher|more|rise|doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing)';
const DOWN =
  'fell|fallen|fall(?:s|ing)?|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|slip(?:s|ped|ping)?|shrank|shrunk|shrink(?:s|ing)?|narrow(?:s|ed|ing)?|los(?:t|es|ing)|down|lower|less|halv(?:ed|ing)|cut|reduc(?:e[sd]?|ing)|sank|plung(?:e[sd]?|ing)';
const DIRECTION = new RegExp(`\\b(?:(${UP})|(${DOWN}))\\b`, 'gi');

function* changesIn(sentence: Sentence): Iterable<Change> {
  const { text, parts } = sentence;
  for (const [i, part] of parts.entries()) {
    if (!/\bfrom\s+$/i.test(text.slice(Math.max(0, part.start - 10), part.start)) || !isLevel(part)) continue;
    const next = parts[i + 1];
    const before = lastLevelBefore(parts, i, part);
    const onward =
      next && isLevel(next) && comparable(part, next) && TO.test(text.slice(part.end, next.start));
    // "from A to B" is itself the change; "B, up 40% from A" and "to B from A" look back.
    const to = onward ? next : before;
    if (!to) continue;
    const clause = {
      start: Math.min(to.start, clauseStart(text, Math.min(to.start, part.start))),
      end: clauseEnd(text, Math.max(to.end, part.end)),
    };
    const between = onward ? undefined : growthIn(parts, to.end, part.start);
    const growth =
      between ??
      (onward
        ? (growthIn(parts, clause.start, part.start) ??
          growthIn(parts, to.end, Math.min(clause.end, to.end + 60)))
        : undefined);
    const direction = directionIn(
      text,
      onward ? clause.start : to.start - 40,
      onward ? part.start : part.start,
      growth,
    );
    yield { from: part, to, growth, direction };
  }
}

function isLevel({ mention: { figure } }: Part): boolean {
  const { kind } = figure.quantity;
  return (
    kind !== 'multiple' &&
    kind !== 'points' &&
    kind !== 'ratio' &&
    kind !== 'duration' &&
    figure.ends === undefined
  );
}

function comparable(a: Part, b: Part): boolean {
  const one = a.mention;
  const other = b.mention;
  if (one.money !== other.money) return false;
  const sameUnit =
    one.figure.quantity.unit === other.figure.quantity.unit ||
    one.figure.quantity.unit === '' ||
    other.figure.quantity.unit === '';
  return (one.money || one.figure.quantity.kind === other.figure.quantity.kind) && sameUnit;
}

function lastLevelBefore(parts: readonly Part[], index: number, from: Part): Part | undefined {
  const before = parts
    .slice(Math.max(0, index - 3), index)
    .filter(part => isLevel(part) && comparable(part, from));
  return before.at(-1);
}

/** A multiple, or a percentage where the ends are not percentages themselves. */
function growthIn(parts: readonly Part[], start: number, end: number): Part | undefined {
  return itemsWithin(parts, { start: Math.max(start, end - REACH), end }, part => part).find(part => {
    const { kind } = part.mention.figure.quantity;
    return kind === 'multiple' || kind === 'percent';
  });
}

function clauseStart(text: string, at: number): number {
  const from = Math.max(0, at - REACH);
  const before = text.slice(from, at);
  return from + Math.max(before.lastIndexOf(';'), before.lastIndexOf(': ')) + 1;
}

function clauseEnd(text: string, at: number): number {
  const end = text.slice(at, at + REACH).indexOf(';');
  return end < 0 ? Math.min(text.length, at + REACH) : at + end;
}

/** The direction word nearest before the end values; a growth word such as "doubled" has its own. */
function directionIn(
  text: string,
  start: number,
  end: number,
  growth: Part | undefined,
): Direction | undefined {
  const from = Math.max(0, start);
  const to = Math.max(end, growth?.end ?? 0);
  let nearest: Direction | undefined;
  for (const match of text.slice(from, to).matchAll(DIRECTION)) {
    nearest = {
      sign: match[1] === undefined ? -1 : 1,
      start: from + match.index,
      end: from + match.index + match[0].length,
    };
  }
  return nearest;
}

function* checkChange(sentence: Sentence, change: Change): Iterable<Found> {
  const { from, to, growth, direction } = change;
  const start = from.mention.figure.quantity;
  const end = to.mention.figure.quantity;
  if (start.value <= 0 || end.value <= 0) return;
  const fell = end.range.high < start.range.low;
  const rose = end.range.low > start.range.high;
  const related = [from, to].map(part => ({
    span: part.mention.figure.span,
    message: `The ${part === from ? 'start' : 'end'} value`,
  }));
  const ends = `from “${from.mention.figure.text}” to “${to.mention.figure.text}”`;
  if (growth && start.kind !== 'percent' && isGrowth(sentence.text, growth, direction)) {
    if (agrees(growth, start.range, end.range, direction?.sign ?? 1)) return;
    const real = ((end.value / start.value - 1) * 100).toFixed(
      Math.abs(end.value / start.value - 1) < 0.1 ? 1 : 0,
    );
    const span = growth.mention.figure.span;
    const message = `“${growth.mention.figure.text}” does not fit its end values: ${ends} is a change of ${real.replace('-', '−')}%.`;
    yield { span, message, related };
  } else if (!growth && direction && ((direction.sign > 0 && fell) || (direction.sign < 0 && rose))) {
    const words = sentence.text.slice(direction.start, direction.end);
    const span = sentence.toSpan({ start: direction.start, end: Math.max(from.end, to.end) });
    yield {
      span,
      message: `“${words}” does not fit its end values: ${ends} is a ${rose ? 'rise' : 'fall'}.`,
      related,
    };
  }
}

/** A percentage is growth only next to a word that says so; a multiple always is. */
function isGrowth(text: string, growth: Part, direction: Direction | undefined): boolean {
  if (growth.mention.figure.quantity.kind === 'multiple') return true;
  const near = text.slice(Math.max(0, growth.start - 25), growth.end + 15);
  return direction !== undefined && new RegExp(DIRECTION.source, 'i').test(near);
}

/** True when some reading of the growth fits some values of both ends. */
function agrees(growth: Part, from: Interval, to: Interval, sign: 1 | -1): boolean {
  const { kind, range, qualifier } = growth.mention.figure.quantity;
  const ratio = { low: to.low / from.high, high: to.high / from.low };
  if (kind === 'percent') {
    // Percentages are often computed from unrounded values: half a point of slack.
    const change = { low: (ratio.low - 1) * 100 - 0.5, high: (ratio.high - 1) * 100 + 0.5 };
    const stated = sign > 0 ? range : { low: -range.high, high: -range.low };
    return meets(change, stated);
  }
  const slack = qualifier === undefined ? 0.02 : 0.05;
  const widened = { low: ratio.low * (1 - slack), high: ratio.high * (1 + slack) };
  // "Increased N times" may mean to N times or by N times.
  const readings = [
    range,
    { low: range.low + 1, high: range.high + 1 },
    { low: 1 / range.high, high: 1 / range.low },
  ];
  return readings.slice(0, sign > 0 ? 2 : 3).some(reading => meets(reading, widened));
}
