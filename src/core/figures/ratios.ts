// Two numbers that make a ratio: "1 in 4", "3 out of 5", "3:1", "1-in-200".
import { type Amount, amountOf, readAmount } from './amounts';
import { amountValue } from './build';
import { dateAt } from './dates';
import { isZero } from './decimal';
import { plainMeasure } from './measure';
import { gluedBefore, isNoFigure } from './names';
import { isStopWord } from './nouns';
import { startsNumber } from './number-words';
import { opener, tellsChange } from './ranges';
import type { Scan } from './scan';
import type { Token } from './tokens';
import { words } from './words';

/** The amount is the first number; `to` is the token behind the second. */
export interface Ratio {
  readonly kind: 'ratio';
  readonly amount: Amount;
  readonly numerator: number;
  readonly denominator: number;
  readonly to: number;
}

/** The ratio that a number makes with the one behind it. */
export function ratioAt(scan: Scan, first: Amount): Ratio | undefined {
  const { tokens } = scan;
  if (first.measure !== undefined || first.power !== 0 || first.prefixed || first.grouped) return undefined;
  const link = ratioLink(tokens, first.to);
  if (!link || dateAt(tokens, link.to)) return undefined;
  const second = withoutCurrency(readAmount(scan, link.to, link.to), link.share);
  if (
    !second ||
    second.measure !== undefined ||
    (second.power !== 0 && !link.share) ||
    isZero(second.value) ||
    second.from !== link.to
  )
    return undefined;
  const [a, b] = [amountValue(first, undefined), amountValue(second, undefined)];
  const whole = first.place === 0 && (second.place === 0 || (link.share && second.place > 0));
  const toOne =
    isColon(tokens[first.to]) ||
    (opener(tokens, first.from) === undefined && nearRatioWord(tokens, first.from)) ||
    (first.place === second.place && isRatioToOne(tokens, first));
  if (!whole && !(b === 1 && toOne)) return undefined;
  if (
    link.share
      ? a >= b || a > 99 || a < 1 || (b >= 1900 && b <= 2100 && !second.grouped)
      : !isProportion(tokens, first, second, b)
  )
    return undefined;
  if (
    isNoFigure(tokens, first.from, first.to, false) &&
    !isColon(tokens[first.to]) &&
    tokens[first.to]?.text !== '-' &&
    tokens[first.to]?.lower !== 'to'
  )
    return undefined;
  if (gluedBefore(tokens, first.from)) return undefined;
  const end = second.end;
  const amount = amountOf({
    ...first,
    to: second.to,
    end,
    numeralEnd: end,
    measure: plainMeasure('ratio', '', second.to, ''),
  });
  return { kind: 'ratio', amount, numerator: a, denominator: b, to: second.to };
}

/** The 4 of "1 in 4 dollars": what both numbers count stands behind the second. */
function withoutCurrency(second: Amount | undefined, share: boolean): Amount | undefined {
  if (!share || second?.measure?.kind !== 'money' || second.prefixed || second.power !== 0) return second;
  return amountOf({ ...second, to: second.numberAt + 1, end: second.numeralEnd, measure: undefined });
}

/** The mark or character of a ratio: 3:1, 3比1. */
function isColon(token: Token | undefined): boolean {
  return token?.text === ':' || token?.text === '：' || token?.text === '比';
}

/** "3.50 to 1.00", as loan agreements have it; not "fell from 3.50 to 1.00". */
function isRatioToOne(tokens: readonly Token[], first: Amount): boolean {
  return opener(tokens, first.from) === undefined && !tellsChange(tokens, first.from, false);
}

/** "3:1", "16:9" and "3-to-1"; not the times of day 10:30 and 9-to-5. */
function isProportion(tokens: readonly Token[], first: Amount, second: Amount, b: number): boolean {
  const colon = isColon(tokens[first.to]);
  if (tokens[first.to]?.lower === 'to' && tokens[second.numberAt]?.kind === 'word')
    return first.writing === 'words' && opener(tokens, first.from) === undefined;
  if (tokens[first.to]?.lower === 'to')
    return first.place < 0 || (nearRatioWord(tokens, first.from) && b <= 100);
  if (!colon) return b === 1 || (nearRatioWord(tokens, first.from) && b <= 10);
  const minutes = tokens[second.numberAt]?.text ?? '';
  const hour = Number(tokens[first.numberAt]?.text);
  if (tokens[second.to]?.text === ':' && !tokens[second.to]?.spaced) return false;
  return minutes.length !== 2 || hour > 23 || Number(minutes) > 59 || nearRatioWord(tokens, first.from);
}

function nearRatioWord(tokens: readonly Token[], at: number): boolean {
  for (let i = Math.max(0, at - 6); i < at + 8; i++) if (RATIO_WORDS.has(tokens[i]?.lower ?? '')) return true;
  return false;
}

const RATIO_WORDS = new Set(
  words(`
  ratio ratios odds split leverage scale proportion aspect swap exchange`),
);

/** The one of "by three to one" and of "a ten to one majority", not of "two to one side". */
function isOneAlone(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at]?.lower !== 'one') return false;
  return (
    next?.kind !== 'word' ||
    isStopWord(next) ||
    /^(?:majority|margin|ratio|odds|favou?rites?)$/.test(next.lower)
  );
}

/** The 3 of "1 over 3", a fraction as it is said, where nothing but a mark follows. */
function endsBehind(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at];
  const isNumber = number?.kind === 'number' || (number !== undefined && startsNumber(number));
  const next = tokens[at + 1];
  return (
    isNumber &&
    (next === undefined || next.kind === 'wall' || (next.kind === 'mark' && '.,;:)!?'.includes(next.text)))
  );
}

/** "1 in 4", "3 out of 5", "1-in-200", "1 of every 3", "3:1", "3-to-1": the token of the second number. */
function ratioLink(tokens: readonly Token[], at: number): { to: number; share: boolean } | undefined {
  const first = tokens[at];
  const second = tokens[at + 1];
  const third = tokens[at + 2];
  if (!first) return undefined;
  if (isColon(first) && !first.spaced && second?.kind === 'number' && !second.spaced)
    return { to: at + 1, share: false };
  if (
    first.text === '-' &&
    !first.spaced &&
    (second?.text === '-') === false &&
    third?.text === '-' &&
    !third.spaced
  ) {
    if (second?.lower === 'in') return { to: at + 3, share: true };
    if (second?.lower === 'to' || second?.lower === 'for') return { to: at + 3, share: false };
  }
  if (first.lower === 'to' && (second?.kind === 'number' || isOneAlone(tokens, at + 1)))
    return { to: at + 1, share: false };
  if (first.lower === 'in' && (second?.kind === 'number' || second?.kind === 'word'))
    return second.lower === 'every' ? { to: at + 2, share: true } : { to: at + 1, share: true };
  if (first.lower === 'over' && second?.spaced && endsBehind(tokens, at + 1))
    return { to: at + 1, share: true };
  if (first.lower === 'out' && second?.lower === 'of')
    return { to: third?.lower === 'every' ? at + 3 : at + 2, share: true };
  if (first.lower === 'of' && second?.lower === 'every') return { to: at + 2, share: true };
  return undefined;
}
