// What a report tells of two amounts that are a power of ten apart, which then are two things.
import type { Mention } from '../claims';
import type { Report } from '../report/report';
import type { Reading } from './reading';

/** "10% of each cargo is paid when it sails" tells nothing of two amounts. */
const OF_EACH = /^ of (?:each|every|any)\b/i;
const TENTH = /^[^.;:]{0,20}\b(?:(?:a|one)[- ]tenth of|(?:ten|10) times)\b/i;

/** "$194 million, a tenth of the total", "raised 3.2 billion for 10%": that one is ten times the other is what the text tells. */
export function isPowerTold(reading: Reading, mention: Mention, power: number): boolean {
  const { span, sentence } = mention.figure;
  if (
    Math.abs(power) === 1 &&
    TENTH.test(reading.report.text.slice(span.end, Math.min(sentence.end, span.end + 40)))
  )
    return true;
  const share = 100 / 10 ** Math.abs(power);
  return (
    !mention.figure.cell &&
    reading
      .beside(mention)
      .some(
        ({ figure: other }) =>
          other.quantity.kind === 'percent' &&
          other.quantity.value === share &&
          other.sentence.start === sentence.start &&
          !OF_EACH.test(reading.report.text.slice(other.span.end, other.span.end + 10)),
      )
  );
}

/** The pairs of values that one sentence gives side by side: "It pays 96 million for a part of a firm worth 960 million". */
export function toldApart(group: readonly Mention[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  group.forEach((mention, i) => {
    const next = group[i + 1];
    if (!next || mention.figure.cell || mention.figure.sentence.start !== next.figure.sentence.start) return;
    // "Of the budget of 86 million …, 86 million in all" gives one value twice.
    if (mention.role !== 'total' && next.role !== 'total') pairs.add(pairKey(mention, next));
  });
  return pairs;
}

export function pairKey(a: Mention, b: Mention): string {
  const [one, other] = [a.figure.quantity.value, b.figure.quantity.value];
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** "Revenue per bed is €2.98 million", "€2.98 million each": another amount than a revenue of €2,980 million. */
export function isRateOfOther({ text }: Report, rate: Mention, other: Mention): boolean {
  const isOfEach = ({ figure: { span } }: Mention) => EACH.test(text.slice(span.end, span.end + 10));
  if (rate.money && isOfEach(rate) && !isOfEach(other)) return true;
  const before = ({ figure: { sentence, span } }: Mention) =>
    text.slice(Math.max(sentence.start, span.start - BEFORE), span.start);
  if (isOfMany(text, rate) && !isOfMany(text, other)) return true;
  if (other.figure.quantity.unit.includes('/') || !PER.test(before(rate))) return false;
  const { cell } = other.figure;
  if (!cell) return !PER.test(before(other));
  return ![cell.table.header.cells[cell.column], cell.row.cells[0]].some(label =>
    PER.test(label?.prose.text ?? ''),
  );
}

/** "5.2 deaths per million of the population": no number of deaths. */
function isOfMany(text: string, { figure: { span, quantity } }: Mention): boolean {
  return quantity.kind === 'count' && OF_MANY.test(text.slice(span.end, span.end + 40));
}

const OF_MANY =
  /^ (?:\p{Ll}+ ){0,2}(?:per|for every|in every|in each) (?:\d|(?:hundred|thousand|million)\b)/u;
const EACH = /^ (?:each|apiece)\b/i;
const BEFORE = 60;
/** "Revenue per bed"; not the price in "180,000 tonnes at €75 per tonne are …". */
const PER = /(?<!\d\s?)\b[a-z]{3,} per (?!cent\b)\p{L}/iu;

/** "$17.6 of $35.5 billion": the part leaves its scale to the whole. */
const LEAVES_SCALE =
  /^ (?:out )?of [^\s\d]{0,4} ?\d[\d.,]* ?(?:thousand|million|billion|trillion|[mb]n|k|m)\b/i;

/** "$616" in a table of amounts without a scale, "$616 million" in the text: the table gives its unit elsewhere. */
export function lacksScale({ text }: Report, a: Mention, b: Mention, power: number): boolean {
  if (Math.abs(power) % 3 !== 0) return false;
  const [small, large] = power > 0 ? [b, a] : [a, b];
  const { cell, scale, quantity, span } = small.figure;
  if (!cell && scale === undefined) return LEAVES_SCALE.test(text.slice(span.end, span.end + 24));
  if (!cell || scale !== undefined || quantity.stated?.power !== 0 || large.figure.scale === undefined)
    return false;
  return !cell.table.rows.some(({ cells }) =>
    /\d\s?(?:million|billion|thousand|trillion|bn|mn?|k)\b/i.test(cells[cell.column]?.prose.text ?? ''),
  );
}
