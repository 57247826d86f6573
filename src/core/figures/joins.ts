// Two numbers that belong together, as one reading: a range, a change, a ratio, an amount with cents.
import { type Amount, amountOf, readAmount } from './amounts';
import { amountValue } from './build';
import { centsBehindCode, compound, feetAndInches, secondPart } from './compound';
import { CURRENCY_WORDS, isCurrencySymbol } from './currencies';
import { dashJoins, isInRow, namesSomething } from './dashes';
import { dateAt } from './dates';
import { decimal, times } from './decimal';
import { earlierValue, endsOrTellsWhen } from './earlier';
import { isClassifier } from './han-measure';
import { hanNeighbours, sharedScale } from './han-numbers';
import { mayJoin } from './joints';
import { alike } from './lists';
import { type Measure, measureOf } from './measure';
import { gluedBefore, isLabelled, isNoFigure } from './names';
import { NUMBERS, startsNumber } from './number-words';
import { isVulgarFraction } from './numerals';
import { hanLink, leadsToChange, opener, readLink, type Shared, share, tellsChange } from './ranges';
import { withDenominators } from './rates';
import { type Ratio, ratioAt } from './ratios';
import type { Scan } from './scan';
import { areEnds } from './to-ranges';
import type { Token } from './tokens';

/** `to` is the token behind. */
export type Join =
  /** "20–30 GW"; `opened` when "from" or "between" stands before. */
  | { readonly kind: 'range'; readonly pair: Shared; readonly opened: boolean; readonly to: number }
  /** "from 54% to 51%": two figures; the second may begin at token `from`. */
  | { readonly kind: 'change'; readonly pair: Shared; readonly from: number; readonly to: number }
  | Ratio
  /** "5 feet 4 inches", "3 dollars and 50 cents". */
  | { readonly kind: 'amount'; readonly amount: Amount; readonly measure: Measure; readonly to: number }
  /** A score or a run of labels: no figure at all. */
  | { readonly kind: 'none'; readonly to: number };

/** What a number makes with the one behind it; undefined when it stands alone. */
export function readJoin(scan: Scan, first: Amount): Join | undefined {
  const { tokens } = scan;
  if (first.writing === 'vague') return undefined;
  const neighbours = betweenNeighbours(tokens, first);
  if (neighbours) return neighbours;
  const next = tokens[first.to];
  const isFrom = opener(tokens, first.from) === 'from';
  if (!isFrom && !(next && mayJoin(next, NUMBERS | CURRENCY_WORDS))) return undefined;
  const ratio = ratioAt(scan, first);
  if (ratio !== undefined) return ratio;
  const whole = feetAndInches(tokens, first) ?? centsBehindCode(tokens, first) ?? readCompound(scan, first);
  if (whole?.measure) return { kind: 'amount', amount: whole, measure: whole.measure, to: whole.to };
  const earlier = earlierValue(scan, first);
  if (earlier) return { kind: 'change', ...earlier };
  const link = readLink(tokens, first.to) ?? linkInside(scan, first);
  if (!link) return undefined;
  const start = numberStart(scan, link.to);
  if (start === undefined) return undefined;
  const date = dateAt(tokens, start);
  if (date) return date.precision === 'year' && isYearBefore(tokens, first) ? none(date.to) : undefined;
  const alone = readAmount(scan, start, link.to);
  const second = alone && withRateOf(tokens, first, alone);
  if (!second || second.from !== link.to || second.writing === 'vague') return undefined;
  if (link.link === 'to' && first.measure !== undefined && second.measure === undefined && !first.prefixed) {
    if (!goesFromTo(tokens, first, second)) return undefined;
  }
  if (link.link === 'to' && beginsRange(tokens, second)) return undefined;
  const pair = share(withHanScale(tokens, first, second), second);
  if (!pair) return undefined;
  const bareFirst = first.measure === undefined && first.power === 0;
  const bareSecond = second.measure === undefined && second.power === 0;
  if (bareFirst && link.link === 'to' && second.prefixed && isLabelled(tokens, first.from, first.to))
    return undefined;
  if (bareFirst && bareSecond && namesSomething(tokens, first, second)) return none(second.to);
  if (bareFirst && gluedBefore(tokens, first.from) && first.from === first.numberAt) return undefined;
  const values = [amountValue(pair.low, pair.measures[0]), amountValue(pair.high, pair.measures[1])] as const;
  const ascending = values[0] < values[1];
  const bare = pair.measures[1] === undefined && pair.high.power === 0;
  const open = opener(tokens, first.from);
  switch (link.link) {
    case 'and':
      if (!isBetween(scan, first, second)) return undefined;
      break;
    case 'or':
      if (
        isOneOfThree(tokens, first.from) ||
        !ascending ||
        values[1] > values[0] * 2 ||
        second.writing !== first.writing
      )
        return undefined;
      break;
    case 'to':
      if (open !== 'from' && !areEnds(tokens, first, second, values))
        // "fell $89 to $93 billion": two values, one scale.
        return pair.low.power !== first.power && second.prefixed
          ? { kind: 'change', pair, from: link.to, to: second.to }
          : undefined;
      if (
        open === 'from' &&
        ((tellsChange(tokens, first.from - 1, !ascending) && !goesToRange(tokens, second)) ||
          leadsToChange(tokens, second.to))
      )
        return { kind: 'change', pair, from: link.to, to: second.to };
      break;
    case 'dash':
      if (bare && isInRow(tokens, first.from, second.to)) return none(second.to);
      if (!dashJoins(scan, first, second, bare, ascending))
        return bare && !ascending && !tokens[first.to]?.spaced ? none(second.to) : undefined;
  }
  if (
    bare &&
    second.from === second.numberAt &&
    isNoFigure(tokens, second.numberAt, second.to, true) &&
    link.link !== 'dash'
  )
    return undefined;
  if (bare && link.link === 'dash' && tokens[second.to]?.kind === 'word' && !tokens[second.to]?.spaced)
    return none(second.to);
  const opened = open !== undefined && (link.link === 'and' || (link.link === 'to' && open === 'from'));
  return { kind: 'range', pair, opened, to: second.to };
}

function none(to: number): Join {
  return { kind: 'none', to };
}

/** 七八十人: from seventy to eighty. */
function betweenNeighbours(tokens: readonly Token[], high: Amount): Join | undefined {
  const token = tokens[high.numberAt];
  const [low] = (token?.kind === 'han-number' && hanNeighbours(token.text)) || [];
  if (!low) return undefined;
  const { measure } = high;
  const pair: Shared = {
    low: amountOf({ ...high, ...low }),
    high,
    measures: [measure, measure],
    inherits: [false, false],
  };
  return { kind: 'range', pair, opened: false, to: high.to };
}

/** The 五 of 五至六百 is five hundred. */
function withHanScale(tokens: readonly Token[], low: Amount, high: Amount): Amount {
  const [a, b] = [tokens[low.numberAt], tokens[high.numberAt]];
  if (a?.kind !== 'han-number' || b?.kind !== 'han-number' || low.measure) return low;
  const scale = sharedScale(a.text, b.text);
  return scale === undefined
    ? low
    : amountOf({ ...low, value: times(low.value, decimal(1, scale)), place: low.place + scale });
}

/** The 1600 of "between 1600 and 1900" and of "from 1650 to 1950": older years are none by themselves. */
function isYearBefore(tokens: readonly Token[], { from, to, numberAt, measure, power }: Amount): boolean {
  const year = tokens[numberAt];
  const isAlone = from === numberAt && to === from + 1 && measure === undefined && power === 0;
  return isAlone && year?.text.length === 4 && year.digits >= 1000 && opener(tokens, from) !== undefined;
}

/** The 到 of 100元到200元 and of 20个到30个, which stands in one token with the unit. */
function linkInside({ text, tokens }: Scan, { end, to }: Amount): ReturnType<typeof readLink> {
  const at = isClassifier(text, end) ? end + 1 : end;
  const last = at > end ? to : to - 1;
  const isLast = tokens[last]?.kind === 'han' && tokens[last]?.end === at + 1;
  const link = isLast ? hanLink(text.charAt(at)) : undefined;
  return link && { link, to: last + 1 };
}

/** "between" before the first number, or 之间 behind the second. */
function isBetween({ text, tokens }: Scan, first: Amount, second: Amount): boolean {
  const end = text.slice(second.end, second.end + 2);
  return end === '之间' || end === '之間' || opener(tokens, first.from) === 'between';
}

/** "5 feet 4 inches", "2 hours, 30 minutes and 10 seconds" are one amount. */
function readCompound(scan: Scan, first: Amount): Amount | undefined {
  let amount = first;
  for (let parts = 0; parts < 2 && amount.measure !== undefined; parts++) {
    const at = secondPart(scan.tokens, amount.to);
    const token = scan.tokens[at];
    if (
      token?.kind !== 'number' &&
      token?.kind !== 'han-number' &&
      !(token?.kind === 'word' && startsNumber(token))
    )
      break;
    const second = readAmount(scan, at, at);
    const both = second && compound(scan.tokens, amount, second);
    if (!both) break;
    amount = both;
  }
  return amount === first ? undefined : amount;
}

/** "$20–30 million a year": the second end takes the currency of the first, and what the amount is per. */
function withRateOf(tokens: readonly Token[], first: Amount, second: Amount): Amount {
  if (second.measure !== undefined || first.measure?.kind !== 'money' || first.measure.factor.exponent !== 0)
    return second;
  const measure = withDenominators(tokens, measureOf({ ...first.measure, to: second.to }));
  if (measure.to === second.to) return second;
  return amountOf({ ...second, measure, to: measure.to, end: tokens[measure.to - 1]?.end ?? second.end });
}

/**
 * "from 5.2 million tonnes to 9.1 million", "from 45 cents to 61": the second has its unit from the first where the clause
 * ends or tells when.
 */
function goesFromTo(tokens: readonly Token[], first: Amount, second: Amount): boolean {
  if (opener(tokens, first.from) !== 'from' || first.power >= 3 !== second.power >= 3) return false;
  if (first.power < 3 && !alike(first, second)) return false;
  return endsOrTellsWhen(tokens, second.to);
}

/** "3, 4 or 5 million": no range, whatever stands before the comma. */
function isOneOfThree(tokens: readonly Token[], at: number): boolean {
  const [number, comma] = [tokens[at - 2], tokens[at - 1]];
  return (
    comma?.text === ',' &&
    !comma.spaced &&
    (number?.kind === 'number' || (number !== undefined && startsNumber(number)))
  );
}

/** "from 12 million to 15–13 million": the dash joins the second number to a third. */
function beginsRange(tokens: readonly Token[], second: Amount): boolean {
  const link = second.measure === undefined && second.power === 0 ? readLink(tokens, second.to) : undefined;
  return link?.link === 'dash' && tokens[link.to]?.kind === 'number' && !tokens[link.to]?.spaced;
}

/** "from 5 to 7 per cent to 3 to 5 per cent" */
function goesToRange(tokens: readonly Token[], second: Amount): boolean {
  return tokens[second.to]?.lower === 'to' && tokens[second.to + 1]?.kind === 'number';
}

/** The token of the number after a link: a sign and a currency may stand before it. */
function numberStart({ tokens, signs }: Scan, at: number): number | undefined {
  for (let i = at; i < at + 4; i++) {
    const token = tokens[i];
    if (!token) return undefined;
    if (
      token.kind === 'number' ||
      token.kind === 'han-number' ||
      isVulgarFraction(token) ||
      (token.kind === 'word' && startsNumber(token))
    )
      return i;
    const prefix =
      (token.kind === 'mark' && (isCurrencySymbol(token.text) || '-−+'.includes(token.text))) ||
      (token.kind === 'word' && token.text.length <= 4 && signs.ofLetters(token.text) !== undefined) ||
      (token.kind === 'word' && tokens[i + 1]?.text === '$') ||
      (token.is(CURRENCY_WORDS) && tokens[i + 1]?.kind === 'number');
    if (!prefix) return undefined;
  }
  return undefined;
}
