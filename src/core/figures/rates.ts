// Rates: what a measure is per ("/MWh", "per barrel", "a year", "per GPU-hour").
import { type Decimal, decimal, times, toNumber } from './decimal';
import type { QuantityKind } from './figure';
import { isGluedHyphen, type Measure, measureOf } from './measure';
import { isStopWord } from './nouns';
import type { Token } from './tokens';
import { isMetric, readUnit } from './units';
import type { Unit } from './units-table';
import { isArticle } from './word-tokens';
import { pairs, words } from './words';

interface Denominator {
  readonly code: string;
  readonly name: string;
  readonly unit: Unit | undefined;
  readonly to: number;
}

const PER_A = new Set(
  words(`
  year month week day hour minute second quarter night share head person piece unit seat ticket barrel
  ounce tonne ton pound kilo kilogram gallon bushel litre liter acre hectare mile kilometre kilometer
  metre meter square bottle vehicle customer user employee megawatt megawatt-hour kilowatt-hour therm
  pop gramme gram carat mwh kwh`),
);

const UNIT_ADJECTIVES = new Set(words('metric short long troy cubic fluid'));

const TIME_CODES = new Map(
  pairs(`
  years yr months mo weeks wk days d hours h minutes min seconds s decades decade`),
);
const TRADE_CODES = new Map([
  ['barrels', 'bbl'],
  ['ounces', 'oz'],
  ['troy ounces', 'ozt'],
  ['pounds', 'lb'],
  ['gallons', 'gal'],
  ['bushels', 'bu'],
  ['acres', 'acre'],
  ['square feet', 'ft2'],
  ['miles', 'mi'],
  ['feet', 'ft'],
  ['short tons', 'short ton'],
  ['carats', 'ct'],
  ['therms', 'therm'],
  ['million British thermal units', 'MMBtu'],
  ['inches', 'in'],
  ['pints', 'pt'],
  ['thousand cubic feet', 'mcf'],
]);

/** What a number is per, from token `at` on: "/MWh", "per barrel", "a year", "per GPU-hour". */
function readDenominator(tokens: readonly Token[], at: number): Denominator | undefined {
  if (isGluedHyphen(tokens, at) && isGluedHyphen(tokens, at + 2))
    return readHyphenatedDenominator(tokens, at);
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || next?.kind !== 'word') return undefined;
  // "RMB320bn/RMB89bn" are two amounts.
  const isAmount = tokens[at + 2]?.kind === 'number' && !tokens[at + 2]?.spaced;
  const slash = token.text === '/' && !next.spaced && !isAmount;
  const per = token.lower === 'per' && next.lower !== 'cent';
  if (!slash && !per && !(isArticle(token) && isPerUnit(next, tokens[at + 2]))) return undefined;
  if (per && next.lower === 'annum') return { code: 'yr', name: 'year', unit: undefined, to: at + 2 };
  const reading = readUnit(tokens, at + 1, true);
  if (reading && reading.text !== 'in') {
    const { name, base } = reading.unit;
    const code =
      TIME_CODES.get(name) ?? TRADE_CODES.get(name) ?? (isMetric(reading.unit) ? base : singular(name));
    const converts = isMetric(reading.unit) && reading.unit.kind !== 'duration';
    return {
      code,
      name: singular(name),
      unit: converts || reading.unit.kind === 'duration' ? reading.unit : undefined,
      to: reading.to,
    };
  }
  if (isStopWord(next) || (slash && next.text.length < 2 && next.lower !== 'y' && next.lower !== 'd'))
    return undefined;
  if (next.lower === 'y' || next.lower === 'd')
    return {
      code: next.lower === 'y' ? 'yr' : 'd',
      name: next.lower === 'y' ? 'year' : 'day',
      unit: undefined,
      to: at + 2,
    };
  if (per && /^shares?$/.test(tokens[at + 2]?.lower ?? ''))
    return { code: 'share', name: 'share', unit: undefined, to: at + 3 };
  const hyphenated = isGluedHyphen(tokens, at + 2) && tokens[at + 3]?.kind === 'word';
  const noun = hyphenated ? `${next.lower}-${tokens[at + 3]?.lower}` : next.lower;
  return { code: singular(noun), name: singular(noun), unit: undefined, to: hyphenated ? at + 4 : at + 2 };
}

/** The rest of "a year" and "a metric ton"; "a year earlier" tells when, not per what. */
function isPerUnit(unit: Token, next: Token | undefined): boolean {
  const behind = next?.lower ?? '';
  const isUnit = PER_A.has(unit.lower) || (UNIT_ADJECTIVES.has(unit.lower) && PER_A.has(behind));
  return isUnit && !/^(?:earlier|ago|before|later|previously|prior|hence|after)$/.test(behind);
}

/** "£9-per-hour", "$1-a-year". */
function readHyphenatedDenominator(tokens: readonly Token[], at: number): Denominator | undefined {
  const word = tokens[at + 1]?.lower ?? '';
  const unit = tokens[at + 3]?.lower ?? '';
  if (!['per', 'a', 'an'].includes(word) || !PER_A.has(unit)) return undefined;
  const code = TIME_CODES.get(`${unit}s`) ?? TRADE_CODES.get(`${unit}s`) ?? unit;
  return { code, name: unit, unit: undefined, to: at + 4 };
}

function singular(noun: string): string {
  if (noun === 'feet' || noun.endsWith(' feet')) return noun.replace('feet', 'foot');
  if (noun === 'inches') return 'inch';
  return noun.length > 3 && noun.endsWith('s') && !noun.endsWith('ss') ? noun.slice(0, -1) : noun;
}

const WITH_RATES = new Set<QuantityKind>([
  'money',
  'power',
  'energy',
  'mass',
  'volume',
  'length',
  'area',
  'data',
  'other',
]);

/** The measure with what it is per: money or a physical unit over another. */
export function withDenominators(tokens: readonly Token[], measure: Measure): Measure {
  let result = measure;
  for (let steps = 0; steps < 2 && mayDivide(tokens[result.to]); steps++) {
    const per = WITH_RATES.has(result.kind) ? readDenominator(tokens, result.to) : undefined;
    if (!per) break;
    result = measureOf({ ...over(result, per), name: `${result.name} per ${per.name}`, to: per.to });
  }
  return result;
}

/** A slash, a hyphen, "per" or an article. */
function mayDivide(token: Token | undefined): boolean {
  if (token?.kind === 'mark') return token.text === '/' || token.text === '-' || token.text === '‑';
  return token?.kind === 'word' && (token.lower === 'per' || isArticle(token));
}

function over(measure: Measure, per: Denominator): Measure {
  const seconds = per.unit?.kind === 'duration' ? per.unit : undefined;
  if (
    measure.kind === 'length' &&
    measure.unit === 'm' &&
    seconds &&
    (per.code === 'h' || per.code === 's' || per.code === 'min')
  )
    return {
      ...measure,
      kind: 'speed',
      unit: 'm/s',
      divisor: measure.divisor * toNumber(seconds.factor),
    };
  const unit = `${measure.unit}/${per.code}`;
  if (!per.unit || seconds) return { ...measure, unit };
  return { ...measure, unit, factor: times(measure.factor, reciprocal(per.unit.factor)) };
}

/** One over a power of ten. */
function reciprocal(power: Decimal): Decimal {
  return decimal(1, -Math.round(Math.log10(toNumber(power))));
}
