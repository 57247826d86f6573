import type { Quantity } from '../figures';
import { exactSum } from '../figures/decimal';
import { bareRanges } from './bare-ranges';
import type { Found, Rule } from './rule';
import type { Part, Sentence } from './sentences';
import { sentencesIn, wordsAfter, wordsBefore, wordsBetween } from './sentences';

export const rangeReversed: Rule = {
  id: 'range-reversed',
  family: 'arithmetic',
  severity: 'warning',
  summary: 'A range whose low end is above its high end, or whose ends have different units.',
  *check(reading) {
    yield* bareRanges(reading);
    for (const sentence of sentencesIn(reading)) {
      for (const [i, part] of sentence.parts.entries()) {
        const next = sentence.parts[i + 1];
        if (part.mention.figure.ends) yield* checkRange(sentence, part, next);
        else if (next && isJoined(sentence, part, next) && !isStep(sentence, i))
          yield* checkPair(sentence, part, next);
      }
    }
  },
};

/** A range from high to low by design: prices over a year, a fall, a countdown. */
const DESCENDS =
  /\b(?:high|highs|peak|from|fell|fall\w*|drop\w*|declin\w*|decreas\w*|down|cut\w*|lower\w*|reduc\w*|slip\w*|narrow\w*|shrank|shrink\w*|eas(?:e|ed|ing)|slid|went|go(?:es|ing)?|rose|rise\w*|grew|grow\w*|increas\w*|mov(?:e|ed|ing)|revis\w*|beat|won|lost|lead|score|vote[sd]?|split|convert\w*|exchange)\b/i;

const ORDERED = /^\s*(?:,\s*)?(?:in (?:the |that |this )?(?:reverse )?order|respectively)\b/i;
const BACK_FROM = /^\s*(?:before|prior to|ahead of|ago|to go)\b/i;

/** "90 to 30 minutes before departure" counts down; what is told respectively has an order of its own. */
function isOrdered(sentence: Sentence, last: Part): boolean {
  const after = wordsAfter(sentence, last, 40);
  return ORDERED.test(after) || (last.mention.figure.quantity.kind === 'duration' && BACK_FROM.test(after));
}

function* checkRange(sentence: Sentence, part: Part, next: Part | undefined): Iterable<Found> {
  const { figure } = part.mention;
  const [low, high] = figure.ends ?? [0, 0];
  if (low <= high || low <= 0 || high < 0 || isSum(low, high, next)) return;
  if (/\bhigh\b/i.test(wordsBefore(sentence, part, 30))) return;
  if (isOrdered(sentence, part)) return;
  // "Rule 12b-2" is the name of a rule, "2397-334X" the number of a journal.
  if (/^\d+\p{L}-\d+$|^\d{4}-\d{3}[\dX]$/u.test(figure.text)) return;
  const [first, joint, second] = splitRange(sentence.text.slice(part.start, part.end));
  if (first === undefined || second === undefined || joint === undefined) return;
  const span = figure.span;
  yield {
    span,
    message: `This range runs backwards: its first end, ${first.trim()}, is above its second, ${second.trim()}.`,
    fixes: swap(sentence, part, first, joint, second),
  };
}

const JOINT = /^(.*?\d[\d.,'’]*[^\d–—~～〜]*?)(\s*[–—‑~～〜-]\s*|\s+(?:to|and|or)\s+)(\D*?\d.*)$/u;

function splitRange(text: string): readonly (string | undefined)[] {
  const match = JOINT.exec(text.slice(0, 120));
  return match ? [match[1], match[2], match[3]] : [];
}

const NUMBER = /\d[\d.,'’]*/;

/** Only the numbers change places: signs, scales and units stay where they are. */
function swap(
  sentence: Sentence,
  part: Part,
  first: string,
  joint: string,
  second: string,
): NonNullable<Found['fixes']> {
  const one = NUMBER.exec(first);
  const other = NUMBER.exec(second);
  const scales = (text: string) =>
    /\b(?:thousand|million|billion|trillion|crore|lakh|bn|mn?|k)\b/i.exec(text)?.[0];
  if (!one || !other || (scales(first) !== undefined && scales(first) !== scales(second))) return [];
  const edit = (at: number, old: string, newText: string) => ({
    span: sentence.toSpan({ start: at, end: at + old.length }),
    newText,
  });
  const secondAt = part.start + first.length + joint.length + other.index;
  return [
    {
      kind: 'edits',
      title: `Swap the ends: ${other[0]} before ${one[0]}`,
      edits: [edit(part.start + one.index, one[0], other[0]), edit(secondAt, other[0], one[0])],
      certain: false,
    },
  ];
}

const JOINTS: ReadonlySet<string> = new Set(['to', '–', '—']);

function isJoined(sentence: Sentence, a: Part, b: Part): boolean {
  return JOINTS.has(wordsBetween(sentence, a, b).trim());
}

/** "75 mg to 50 mg in the first week and 50 mg to 25 mg in the second": where one ends, the next begins. */
function isStep({ parts }: Sentence, index: number): boolean {
  const [before, first, last, after] = [-1, 0, 1, 2].map(at => amountAt(parts[index + at]));
  return last === after || (first === before && first !== undefined);
}

/** "6 points – 4 from the employer and 2 from the employee": the first is what the others add up to. */
function isSum(first: number, second: number, next: Part | undefined): boolean {
  const value = amountAt(next);
  return value !== undefined && exactSum([second, value]) === first;
}

function amountAt(part: Part | undefined): number | undefined {
  return part?.mention.figure.quantity.value;
}

/** "3.9% to 3.4%" and "$3 million–€2 million": two figures that read as a range. */
function* checkPair(sentence: Sentence, a: Part, b: Part): Iterable<Found> {
  const words = wordsBetween(sentence, a, b);
  const [one, other] = [a.mention.figure.quantity, b.mention.figure.quantity];
  const before =
    wordsBefore(sentence, a, 80)
      .split(/[;.]\s|, and (?=(?:its|their|the|it|they|he|she)\b)/)
      .at(-1) ?? '';
  if (isOrdered(sentence, b)) return;
  if (b.mention.figure.ends || one.qualifier !== undefined || other.qualifier !== undefined) return;
  const span = sentence.toSpan({ start: a.start, end: b.end });
  const texts = `“${a.mention.figure.text}” and “${b.mention.figure.text}”`;
  if (
    /^\s?[–—]\s?$/.test(words) &&
    one.kind === 'money' &&
    other.kind === 'money' &&
    one.unit !== other.unit &&
    one.unit !== '' &&
    other.unit !== '' &&
    !sentence.text.slice(b.end, b.end + 1).includes('/')
  ) {
    yield { span, message: `The two ends of this range have different currencies: ${texts}.` };
    return;
  }
  const isSame = one.kind === other.kind && one.unit === other.unit && one.range.low > other.range.high;
  const isRanged = RANGED.test(before) || WITH_RANGE.test(before);
  if (isRanged && /^\s+to\s+$/.test(words) && (isSame || isBareEnd(a, b))) {
    yield* reversed(sentence, a, b);
    return;
  }
  // "€55 to €52 per MWh": the second end gives the rate of both.
  if (isBareEnd(a, b) && /^\s+to\s+$/.test(words) && !DESCENDS.test(before)) {
    yield* reversed(sentence, a, b);
    return;
  }
  const sameUnit = one.unit === other.unit || other.unit.startsWith(`${one.unit}/`);
  if (!/^\s+to\s+$/.test(words) || one.kind !== other.kind || !sameUnit) return;
  if (a.mention.figure.scale !== b.mention.figure.scale) return;
  if (!['money', 'percent', 'power', 'energy', 'mass'].includes(one.kind) || one.value <= other.value) return;
  if (other.value <= 0 || DESCENDS.test(before) || one.range.low <= other.range.high) return;
  // "by 61% to 39%": the result of a vote.
  if (one.kind === 'percent' && one.value + other.value === 100) return;
  if (
    /^\s*(?:on|in|from|after|by|per|for every)\b/i.test(sentence.text.slice(b.end, b.end + 12)) &&
    one.kind === 'money' &&
    !/\b(?:of|is|at|between|about|around)\s+$/i.test(before)
  )
    return;
  yield* reversed(sentence, a, b);
}

/** "ranged from 3.8% to 2.6%": a range, however it runs; "a loss of range from 35% to 15%" is none. */
const RANGED = /(?<!\bof )\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere)\s+from\s+$/i;

/** "replied, with margins from 1.4% to 0.8%": what several have, not how one went. */
const WITH_RANGE = /(?:,|\p{L}s) with (?:[\p{L}-]+ ){0,2}\p{L}+s from $/u;

/** "45 to 28 days": the first number leaves its unit to the second. */
function isBareEnd({ mention: { figure: a } }: Part, { mention: { figure: b } }: Part): boolean {
  const [one, other] = [a.quantity, b.quantity];
  return (
    one.kind === 'count' &&
    one.unit === '' &&
    a.scale === undefined &&
    (!a.spelled || (b.spelled && other.kind === 'duration')) &&
    b.scale === undefined &&
    (['duration', 'mass', 'length', 'volume', 'power', 'energy', 'points'].includes(other.kind) ||
      isCount(other)) &&
    one.value > (other.stated?.value ?? Infinity)
  );
}

/** Not odds or a ratio of debt: "4 to 1". */
function isCount({ kind, unit, value }: Quantity): boolean {
  return kind === 'count' && unit !== '' && value >= LEAST_COUNT;
}

const LEAST_COUNT = 100;

function* reversed(sentence: Sentence, a: Part, b: Part): Iterable<Found> {
  const span = sentence.toSpan({ start: a.start, end: b.end });
  const joined = sentence.text.slice(a.start, b.end);
  const [first, joint, second] = splitRange(joined);
  yield {
    span,
    message: `This range runs backwards: its first end, ${a.mention.figure.text}, is above its second, ${b.mention.figure.text}.`,
    fixes:
      first !== undefined && joint !== undefined && second !== undefined
        ? swap(sentence, { ...a, end: b.end }, first, joint, second)
        : [],
  };
}
