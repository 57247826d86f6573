// Two amounts of one kind that make one value: "5 feet 4 inches", "2 hours 30 minutes", "3 lb 6 oz", "3 dollars and 50 cents".
import { type Amount, amountOf } from './amounts';
import { isCurrencyCode } from './currencies';
import { decimal, decimalOf, isZero, plus, times, toNumber } from './decimal';
import { type Measure, measureOf, moneyMeasure, plainMeasure } from './measure';
import { readMeasure } from './measure-after';
import { isStopWord } from './nouns';
import type { Scan } from './scan';
import type { Token } from './tokens';
import { isArticle } from './word-tokens';
import { words } from './words';

/** Units that are told as so many of the first and so many of another. */
const PARTS = new Map<string, readonly string[]>([
  ['miles', ['yards', 'feet']],
  ['yards', ['feet', 'inches']],
  ['feet', ['inches']],
  ['kilometres', ['metres']],
  ['metres', ['centimetres']],
  ['pounds', ['ounces']],
  ['kilograms', ['grams']],
  ['years', ['months', 'weeks', 'days']],
  ['months', ['weeks', 'days']],
  ['weeks', ['days']],
  ['days', ['hours']],
  ['hours', ['minutes']],
  ['minutes', ['seconds']],
]);

/** Behind these words the second amount is what is compared, not a part: "three years, 6 months longer than planned". */
const COMPARED = new Set(words('longer later earlier more less ago before after shorter behind ahead'));

/** The token where the second amount may begin: after nothing, a comma or "and". */
export function secondPart(tokens: readonly Token[], at: number): number {
  const link = tokens[at];
  return link?.lower === 'and' || (link?.text === ',' && !link.spaced) ? at + 1 : at;
}

/** The two as one amount in units of the second; undefined when they are two values. */
export function compound(tokens: readonly Token[], first: Amount, second: Amount): Amount | undefined {
  const [whole, part] = [first.measure, second.measure ?? centsAlone(tokens, first, second)];
  if (!whole || !part || first.scale !== undefined || second.scale !== undefined) return undefined;
  if (first.writing === 'fraction' || second.signed || second.prefixed) return undefined;
  if (first.place < 0 && !goesOnBelow(tokens, first, part)) return undefined;
  if (isZero(second.value) || COMPARED.has(tokens[second.to]?.lower ?? '')) return undefined;
  const isMoney = whole.kind === 'money';
  const inAll = isMoney ? centsInOne(tokens, whole, part) : partsInOne(whole, part);
  if (inAll === undefined || toNumber(second.value) >= inAll) return undefined;
  const one = decimalOf(1 / inAll);
  const value = isMoney
    ? plus(first.value, times(second.value, one))
    : plus(times(first.value, decimalOf(inAll)), second.value);
  return amountOf({
    ...first,
    value,
    place: isMoney ? second.place + one.exponent : second.place,
    measure: isMoney ? measureOf({ ...whole, to: second.to }) : part,
    to: second.to,
    end: second.end,
    numeralEnd: isMoney ? second.end : second.numeralEnd,
  });
}

/** 6'2", 5′ 11″, in inches. */
export function feetAndInches(tokens: readonly Token[], first: Amount): Amount | undefined {
  const mark = tokens[first.to];
  const number = tokens[first.to + 1];
  const close = tokens[first.to + 2];
  if (mark?.kind !== 'mark' || mark.spaced || !"'’′".includes(mark.text)) return undefined;
  if (first.measure || first.power > 0 || first.place !== 0 || close?.spaced !== false) return undefined;
  const inches = number?.digits ?? -1;
  if (inches < 0 || inches > 11 || !'"”″'.includes(close.text)) return undefined;
  const to = first.to + 3;
  const measure = plainMeasure('length', 'm', to, 'inches', decimal(254, -4));
  const value = plus(times(first.value, decimal(12)), decimal(inches));
  return amountOf({ ...first, value, measure, to, end: close.end, numeralEnd: number?.end ?? close.end });
}

/** "17 USD 25": the cents behind the code. */
export function centsBehindCode(tokens: readonly Token[], first: Amount): Amount | undefined {
  const code = tokens[first.to];
  const cents = tokens[first.to + 1];
  if (cents?.kind !== 'number' || cents.text.length !== 2 || cents.digits < 0) return undefined;
  if (code?.kind !== 'word' || !code.spaced || !isCurrencyCode(code.text) || code.text.length !== 3)
    return undefined;
  if (first.measure || first.power > 0 || first.place !== 0 || first.writing !== 'digits') return undefined;
  const to = first.to + 2;
  if (!endsAmount(tokens[to])) return undefined;
  const value = plus(first.value, decimal(cents.digits, -2));
  return amountOf({
    ...first,
    value,
    place: -2,
    measure: moneyMeasure(code.text, to),
    to,
    end: cents.end,
    numeralEnd: cents.end,
  });
}

function endsAmount(next: Token | undefined): boolean {
  return (
    next === undefined ||
    next.kind === 'wall' ||
    (next.kind === 'mark' && '.,;:!?)'.includes(next.text)) ||
    (next.kind === 'word' && isStopWord(next))
  );
}

const ONE = new Set(words('a an the past last next another additional'));

/** "a year and a half", "the past hour and a quarter": a unit, and a part of one. `floor` is the first token still free. */
export function unitAndPart({ tokens, signs }: Scan, part: Amount, floor: number): Amount | undefined {
  if (part.writing !== 'fraction' || part.measure || tokens[part.from - 1]?.lower !== 'and') return undefined;
  const unitAt = part.from - 2;
  const before = tokens[unitAt - 1];
  if (unitAt < floor || !before || !ONE.has(before.lower)) return undefined;
  const one = { scaled: false, grouped: false, whole: true, fraction: false, at: unitAt - 1 };
  const measure = readMeasure(tokens, unitAt, one, signs);
  if (measure?.to !== part.from - 1) return undefined;
  const from = isArticle(before) && unitAt > floor ? unitAt - 1 : unitAt;
  return amountOf({
    ...part,
    from,
    numeralStart: tokens[from]?.start ?? part.numeralStart,
    value: plus(decimal(1), part.value),
    measure: measureOf({ ...measure, to: part.to }),
  });
}

/** The 3分 of 50元6角3分 and the pence of "£3 10s 6d". */
function goesOnBelow(tokens: readonly Token[], { to, measure }: Amount, part: Measure): boolean {
  if (measure?.unit === 'GBP') return tokens[to - 1]?.text === 's' && tokens[part.to - 1]?.text === 'd';
  return measure?.unit === 'CNY' && part.unit === 'CNY' && part.factor.exponent === -2;
}

/** "15 dollars 50": two digits, or words, and the clause ends. */
function centsAlone(tokens: readonly Token[], first: Amount, second: Amount): Measure | undefined {
  if (first.measure?.kind !== 'money' || first.prefixed || second.from !== first.to) return undefined;
  const next = tokens[second.to];
  const ends =
    next === undefined || next.kind === 'wall' || (next.kind === 'mark' && '.,;:!?)'.includes(next.text));
  const twoDigits = second.writing !== 'digits' || tokens[second.numberAt]?.text.length === 2;
  if (!ends || !twoDigits || second.writing !== first.writing || second.place < 0 || second.power > 0)
    return undefined;
  return measureOf({ ...first.measure, factor: decimal(1, -2), to: second.to });
}

function partsInOne(whole: Measure, part: Measure): number | undefined {
  if (whole.unit !== part.unit || !PARTS.get(whole.name)?.includes(part.name)) return undefined;
  const ratio = toNumber(whole.factor) / toNumber(part.factor);
  return Number(ratio.toPrecision(12));
}

const OLD_PENCE = new Map([
  ['s', 20],
  ['d', 240],
]);

/** Cents of a dollar, 角 of a 元 and 分 of a 角, shillings and old pence of a pound: "£3 10s 6d". */
function centsInOne(tokens: readonly Token[], whole: Measure, part: Measure): number | undefined {
  if (whole.factor.exponent !== 0)
    return whole.unit === 'CNY' && part.unit === 'CNY' && part.factor.exponent === -2 ? 10 : undefined;
  if (part.kind === 'duration')
    return whole.unit === 'GBP' ? OLD_PENCE.get(tokens[part.to - 1]?.text ?? '') : undefined;
  if (part.kind !== 'money') return undefined;
  if (part.unit === 'CNY' && whole.unit === 'CNY' && part.factor.exponent === -1) return 10;
  if (part.factor.exponent !== -2) return undefined;
  return part.unit === whole.unit || part.unit === 'USD' ? 100 : undefined;
}
