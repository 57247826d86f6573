// What stands around an amount: qualifiers before and after it, the noun that it counts, the header above it.
import { type Amount, amountOf } from './amounts';
import type { Setting } from './build';
import { isHan } from './characters';
import type { Qualifier } from './figure';
import { comparesWith, hanNoun, isClassifier } from './han-measure';
import type { HeaderUnit } from './header';
import type { Openness } from './interval';
import type { Measure } from './measure';
import { countedNoun, singularNoun } from './nouns';
import { hanQualifierAfter, type QualifierReading, qualifierAfter, qualifierBefore } from './qualifiers';
import type { Scan } from './scan';
import type { Token } from './tokens';
import { isArticle } from './word-tokens';
import { words } from './words';

/** Where the scan stands. */
export interface Place {
  readonly scan: Scan;
  readonly header: HeaderUnit | undefined;
  /** The first token that no figure or date has taken. */
  readonly floor: number;
}

/** What a bare number takes from its header. */
export function inherit(
  { scan: { tokens }, header }: Place,
  amount: Amount,
  measure: Measure | undefined,
): { amount: Amount; measure: Measure | undefined; noun: string; inherited: boolean } {
  const none = { amount, measure, noun: '', inherited: false };
  if (!header || amount.power !== 0 || amount.writing === 'vague') return none;
  if (measure === undefined && countedNoun(tokens, amount.to) === '')
    return {
      amount: amountOf({ ...amount, power: header.power, scale: undefined }),
      measure: header.measure,
      noun: header.noun,
      inherited: true,
    };
  if (
    measure?.kind === 'money' &&
    measure.factor.exponent === 0 &&
    header.power > 0 &&
    (header.measure === undefined || header.measure.kind === 'money')
  )
    return { amount: amountOf({ ...amount, power: header.power }), measure, noun: '', inherited: true };
  return none;
}

/** Qualifiers before and after, spans and noun of what stands from `first` to `last`. */
export function settingOf(
  place: Place,
  first: Amount,
  last: Amount,
  headerNoun = '',
  inherited = false,
): Setting {
  const { text, tokens } = place.scan;
  const before = qualifiersBefore(place, first, last.measure);
  const after = last.openAbove
    ? { qualifier: 'at-least' as Qualifier, openness: 'over' as Openness, end: last.end }
    : (hanSuffix(text, first, last) ?? suffix(tokens, last));
  const start = before?.start ?? tokens[before?.from ?? first.from]?.start ?? 0;
  const end = Math.max(last.end, after?.end ?? 0);
  const noun = headerNoun !== '' ? headerNoun : last.measure === undefined ? nounOf(place.scan, last) : '';
  return {
    text: text.slice(start, end),
    span: { start, end },
    core: { start: tokens[first.from]?.start ?? start, end: last.end },
    qualifier: before?.qualifier ?? after?.qualifier,
    openness: before?.openness ?? after?.openness ?? 'as-written',
    noun,
    inherited,
  };
}

function nounOf({ text, tokens }: Scan, amount: Amount): string {
  const token = tokens[amount.numberAt];
  const next = tokens[amount.to];
  if (next?.kind === 'han') return hanNoun(text, next.start);
  const ofThings = amount.writing === 'vague' && tokens[amount.to]?.lower === 'of' ? 1 : 0;
  const noun = countedNoun(tokens, afterSuffix(tokens, amount.to + ofThings));
  if (noun !== '' && token?.lower !== 'one') return noun;
  return token?.lower === 'one' || token?.text === '1' ? singularNoun(tokens, amount.to) : noun;
}

/** 100元以上, 10人以内, 比三十大 */
function hanSuffix(
  text: string,
  first: Amount,
  { end }: Amount,
): { qualifier: Qualifier; openness: Openness; end: number } | undefined {
  if (!isHan(text.charCodeAt(end))) return undefined;
  const compared = comparesWith(text, first.numeralStart, end);
  if (compared) return { qualifier: compared, openness: compared, end: end + 1 };
  return (
    hanQualifierAfter(text, end) ?? (isClassifier(text, end) ? hanQualifierAfter(text, end + 1) : undefined)
  );
}

const AFTER_HYPHEN = new Set(['odd', 'plus']);

/** A plus sign, "-odd" and "-plus" stand between a number and its noun. */
function afterSuffix(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text === '+') return at + 1;
  return tokens[at]?.text === '-' && AFTER_HYPHEN.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at;
}

function qualifiersBefore(
  place: Place,
  first: Amount,
  measure: Measure | undefined,
): QualifierReading | undefined {
  const { tokens } = place.scan;
  const article = isArticle(tokens[first.from - 1]) && (first.measure ?? measure) !== undefined ? 1 : 0;
  const inner =
    qualifierEndingAt(place, first.from) ??
    (article > 0 ? qualifierEndingAt(place, first.from - 1) : undefined);
  if (!inner || meansDuring(tokens, inner.from, first) || compares(place, inner)) return undefined;
  if (isTakenOver(tokens, inner.from)) return undefined;
  const outer = qualifierEndingAt(place, inner.from);
  return outer && !meansDuring(tokens, outer.from, first) ? outer : inner;
}

function qualifierEndingAt({ scan, floor }: Place, at: number): QualifierReading | undefined {
  if (at <= floor) return undefined;
  const found = qualifierBefore(scan.tokens, at);
  return found && found.from >= floor ? found : undefined;
}

/** "40% more than $3 billion", "2 points above 5%": right behind another figure the words compare, they do not qualify. */
function compares({ scan, floor }: Place, found: QualifierReading): boolean {
  if (found.from !== floor || found.from === 0) return false;
  const word = scan.tokens[found.from];
  return (
    (found.openness === 'over' || found.openness === 'under') &&
    word?.kind === 'word' &&
    word.lower !== 'up' &&
    word.lower !== 'at'
  );
}

/** "takes over $85 million of debt". */
function isTakenOver(tokens: readonly Token[], qualifierAt: number): boolean {
  return tokens[qualifierAt]?.lower === 'over' && TAKING.has(tokens[qualifierAt - 1]?.lower ?? '');
}

const TAKING = new Set(words('take takes took taken taking'));

/** "over 12 years" is during them, unless something lasts, is old or is older. */
function meansDuring(tokens: readonly Token[], qualifierAt: number, amount: Amount): boolean {
  if (amount.measure?.kind !== 'duration' || tokens[qualifierAt]?.lower !== 'over') return false;
  if (['old', 'ago', 'later', 'older', 'longer'].includes(tokens[amount.to]?.lower ?? '')) return false;
  return !LASTING.has(tokens[qualifierAt - 1]?.lower ?? '');
}

function suffix(
  tokens: readonly Token[],
  last: Amount,
): { qualifier: Qualifier; openness: Openness; end: number } | undefined {
  const found = qualifierAfter(tokens, last.to);
  if (!found) return undefined;
  return {
    qualifier: found.qualifier,
    openness: found.openness,
    end: tokens[found.to - 1]?.end ?? last.end,
  };
}

const LASTING = new Set(
  words('for took takes lasted lasts after spent with is was of has had waited just well'),
);
