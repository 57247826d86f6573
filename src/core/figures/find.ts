// Finds every figure of a text: one pass over its tokens, each number read forward once and qualified backward a few words.
import { type Amount, readAmount } from './amounts';
import { figureOf, rangeFigure, type Setting, writtenValue } from './build';
import { CurrencySigns, isCurrencySymbol } from './currencies';
import { findDateTokens } from './dates';
import { decimal, isZero, negate, plus, times, toNumber } from './decimal';
import type { Figure, Qualifier } from './figure';
import { type HeaderUnit, readHeader } from './header';
import { exactly, type Openness } from './interval';
import { type Measure, plainMeasure, withDenominators } from './measure';
import { digitCount, MULTIPLE_WORDS, wordMultiple } from './multiples';
import { gluedBefore, isLabelled, isNoFigure, skipPhone } from './names';
import { countedNoun, singularNoun } from './nouns';
import { NUMBER_WORDS, smallNumber, startsNumber } from './number-words';
import { isVulgarFraction } from './numerals';
import { type QualifierReading, qualifierAfter, qualifierBefore } from './qualifiers';
import { opener, ratioLink, readLink, type Shared, share, tellsChange } from './ranges';
import type { Scan } from './scan';
import { type Token, tokenChunks } from './tokens';
import { words } from './words';

export interface FigureContext {
  /** Column header, caption or row label whose unit and scale a bare cell inherits: "Revenue ($m)". */
  readonly header?: string | undefined;
  /** ISO 4217 code that an ambiguous sign ("$", "¥", "kr", "cents") means in this report. */
  readonly currency?: string | undefined;
}

/**
 * All figures of a text, in order, never overlapping. The text is prose without Markdown marks; an object replacement
 * character (U+FFFC) stands for what no figure may cross. Never throws; takes time linear in the text.
 */
export function findFigures(text: string, context: FigureContext = {}): Figure[] {
  const signs = new CurrencySigns(text, context.currency);
  const header = context.header === undefined ? undefined : readHeader(context.header, signs);
  const isCell = context.header !== undefined || (text.length < 40 && /^\s*\([\d.,\s]+\)\s*$/.test(text));
  const figures: Figure[] = [];
  for (const tokens of tokenChunks(text)) new Finder({ text, tokens, signs, isCell }, header, figures).run();
  return figures;
}

class Finder {
  private readonly tokens: readonly Token[];
  /** The first token that no figure or date has taken. */
  private floor = 0;

  constructor(
    private readonly scan: Scan,
    private readonly header: HeaderUnit | undefined,
    private readonly figures: Figure[],
  ) {
    this.tokens = scan.tokens;
  }

  run(): void {
    const cellOfNumbers = this.header !== undefined;
    const dates = findDateTokens(this.tokens).filter(
      date => !(cellOfNumbers && date.precision === 'year' && date.to === date.from + 1),
    );
    let next = 0;
    let at = 0;
    while (at < this.tokens.length) {
      while ((dates[next]?.from ?? Number.POSITIVE_INFINITY) < at) next++;
      const date = dates[next];
      const end = date?.from === at ? date.to : this.figureAt(at, date?.from ?? this.tokens.length);
      if (end > at) this.floor = end;
      at = Math.max(end, at + 1);
    }
  }

  /** Reads what begins at a token and returns the token after it; `at` itself when nothing does. */
  private figureAt(at: number, limit: number): number {
    const token = this.tokens[at];
    if (!token) return at;
    switch (token.kind) {
      case 'number':
        return this.skipNumber(at) ?? this.amountAt(at, limit);
      case 'word':
        if (!FIGURE_WORDS.has(token.lower)) return at;
        return startsNumber(token.lower) ? this.wordAt(at, limit) : this.multipleAt(at);
      case 'han-number':
        return this.amountAt(at, limit);
      case 'mark':
        return isVulgarFraction(token) ? this.amountAt(at, limit) : at;
      default:
        return at;
    }
  }

  private wordAt(at: number, limit: number): number {
    return this.digitCountAt(at) ?? this.amountAt(at, limit);
  }

  private skipNumber(at: number): number | undefined {
    const end = skipPhone(this.tokens, at - (this.tokens[at - 1]?.text === '+' ? 1 : 0));
    return end > at ? end : undefined;
  }

  // ------------------------------------------------------------------------------------------------ one-word quantities

  private multipleAt(at: number): number {
    const special = this.digitCountAt(at);
    if (special !== undefined) return special;
    const value = wordMultiple(this.tokens, at);
    if (!value) return at;
    const token = this.tokens[at];
    if (!token) return at;
    const measure = plainMeasure('multiple', 'x', at + 1, 'times');
    this.emit(this.wordAmount(at, at + 1, value, measure), measure);
    return at + 1;
  }

  private digitCountAt(at: number): number | undefined {
    const digits = digitCount(this.tokens, at);
    if (!digits) return undefined;
    const measure = digits.percent ? plainMeasure('percent', '%', digits.to, 'percent') : undefined;
    const low = this.wordAmount(at, digits.to, decimal(digits.low), measure);
    const high = this.wordAmount(at, digits.to, decimal(digits.high), measure);
    const figure = rangeFigure(low, high, [measure, measure], this.setting(low, low));
    this.figures.push({
      ...figure,
      ends: undefined,
      quantity: { ...figure.quantity, value: digits.low, qualifier: 'about' },
    });
    return digits.to;
  }

  private wordAmount(from: number, to: number, value: Amount['value'], measure: Measure | undefined): Amount {
    const start = this.tokens[from]?.start ?? 0;
    const end = this.tokens[to - 1]?.end ?? start;
    return {
      from,
      to,
      end,
      numeralStart: start,
      numeralEnd: end,
      numberAt: from,
      value,
      place: 0,
      writing: 'words',
      power: 0,
      scale: undefined,
      measure,
      prefixed: false,
      signed: false,
      grouped: false,
      openAbove: false,
    };
  }

  // ---------------------------------------------------------------------------------------------------------- amounts

  private amountAt(at: number, limit: number): number {
    const read = readAmount(this.scan, at, this.floor);
    if (!read) return at;
    const amount = this.asRatio(this.bracketed(read));
    const pair = this.pairAt(amount, limit);
    if (pair !== undefined) return pair;
    if (!this.isFigure(amount)) return amount.to;
    this.emit(amount, amount.measure);
    return amount.to;
  }

  /** A fraction of nothing named is a ratio: "two-thirds of customers", "by a quarter". */
  private asRatio(amount: Amount): Amount {
    if (amount.writing !== 'fraction' || amount.measure !== undefined || amount.scale !== undefined)
      return amount;
    return { ...amount, measure: plainMeasure('ratio', '', amount.to) };
  }

  /** Accounting negatives: "(1,357)" in a cell, "(3.6)%" anywhere. */
  private bracketed(amount: Amount): Amount {
    const { tokens } = this;
    if (tokens[amount.from - 1]?.text !== '(' || amount.from <= this.floor) return amount;
    const inside = tokens.slice(amount.numberAt, amount.to).some(token => token.text === ')');
    const closes = tokens[amount.to]?.text === ')' && this.scan.isCell && !amount.signed;
    if (!inside && !closes) return amount;
    const to = inside ? amount.to : amount.to + 1;
    return {
      ...amount,
      from: amount.from - 1,
      to,
      end: tokens[to - 1]?.end ?? amount.end,
      value: negate(amount.value),
      signed: true,
    };
  }

  private isFigure(amount: Amount): boolean {
    const { tokens } = this;
    const token = tokens[amount.numberAt];
    const bare = amount.measure === undefined && amount.power === 0;
    if (amount.writing === 'vague') return true;
    if (
      amount.measure === undefined &&
      amount.scale?.length === 1 &&
      isLabelled(tokens, amount.from, amount.to)
    )
      return false;
    if (!bare)
      return !this.gluesToName(amount) && !(token?.lower === 'zero' && amount.measure?.kind === 'duration');
    if (isNoFigure(tokens, amount.from, amount.to, amount.signed)) return false;
    if (tokens[amount.from - 1]?.lower === 'per') return false;
    if (token?.kind === 'word') return this.isSpelledFigure(amount, token);
    return true;
  }

  /** A unit makes "sub-5%" and "non-10-year" figures, but "GPT-4 GB" stays a name. */
  private gluesToName(amount: Amount): boolean {
    if (this.floor === amount.from - 1 && amount.from > 1 && this.tokens[amount.from - 1]?.text === '-')
      return false;
    const before = this.tokens[amount.from - 1];
    if (amount.from !== amount.numberAt || !gluedBefore(this.tokens, amount.from)) return false;
    return (
      !(
        before?.text === '-' &&
        /^(?:sub|non|pre|post|mid|multi|super|over|under|near|all)$/.test(
          this.tokens[amount.from - 2]?.lower ?? '',
        )
      ) && before?.text !== '/'
    );
  }

  /** A number in words counts when it is more than a pronoun: "eight companies", "two of"; not "the two", "one another". */
  private isSpelledFigure(amount: Amount, token: Token): boolean {
    const { tokens } = this;
    if (amount.writing === 'fraction' || amount.place > 0) return true;
    const next = tokens[amount.to];
    const small = smallNumber(token.lower);
    if (amount.to > amount.numberAt + 1) return true;
    if (token.lower === 'one') {
      const before = tokens[amount.from - 1]?.lower ?? '';
      return (
        !NOT_BEFORE_ONE.has(before) &&
        singularNoun(tokens, amount.to) !== '' &&
        !NOT_AFTER_ONE.has(next?.lower ?? '')
      );
    }
    if (small === 0) return false;
    if (next?.lower === 'of') return true;
    return countedNoun(tokens, amount.to) !== '' || small === undefined || small > 10;
  }

  // ------------------------------------------------------------------------------------------------------------ pairs

  private pairAt(first: Amount, limit: number): number | undefined {
    if (first.writing === 'vague') return undefined;
    const ratio = this.ratioAt(first, limit);
    if (ratio !== undefined) return ratio;
    const link = readLink(this.tokens, first.to);
    if (!link) return undefined;
    const start = this.numberStart(link.to);
    if (start === undefined || start >= limit) return undefined;
    const alone = readAmount(this.scan, start, link.to);
    const second = alone && this.withRateOf(first, alone);
    if (!second || second.from !== link.to || second.writing === 'vague') return undefined;
    const change = this.smallChange(first, second, link.link);
    if (change !== undefined) return change;
    if (link.link === 'to' && first.measure !== undefined && second.measure === undefined && !first.prefixed)
      return undefined;
    const pair = share(first, second);
    if (!pair) return undefined;
    const bareFirst = first.measure === undefined && first.power === 0;
    const bareSecond = second.measure === undefined && second.power === 0;
    if (bareFirst && bareSecond && isLabelled(this.tokens, first.from, first.to)) return second.to;
    if (bareFirst && gluedBefore(this.tokens, first.from) && first.from === first.numberAt) return undefined;
    const values = [
      writtenValue(pair.low, pair.measures[0]).value,
      writtenValue(pair.high, pair.measures[1]).value,
    ] as const;
    const ascending = values[0] < values[1];
    const bare = pair.measures[1] === undefined && pair.high.power === 0;
    const open = opener(this.tokens, first.from);
    switch (link.link) {
      case 'and':
        if (open !== 'between') return undefined;
        break;
      case 'or':
        if (!ascending || values[1] > values[0] * 2 || second.writing !== first.writing) return undefined;
        break;
      case 'to':
        if (open !== 'from' && (!ascending || tellsChange(this.tokens, first.from, false))) return undefined;
        if (open === 'from' && tellsChange(this.tokens, first.from - 1, !ascending))
          return this.emitChange(pair, link.to);
        break;
      case 'dash':
        if (!this.dashJoins(first, second, bare, ascending))
          return bare && !ascending && !this.tokens[first.to]?.spaced ? second.to : undefined;
    }
    if (
      bare &&
      second.from === second.numberAt &&
      isNoFigure(this.tokens, second.numberAt, second.to, true) &&
      link.link !== 'dash'
    )
      return undefined;
    if (
      bare &&
      link.link === 'dash' &&
      this.tokens[second.to]?.kind === 'word' &&
      !this.tokens[second.to]?.spaced
    )
      return second.to;
    this.emitRange(pair, link.link === 'and' || (link.link === 'to' && open === 'from') ? 1 : 0);
    return second.to;
  }

  /** "3 dollars and 50 cents" is one amount. */
  private smallChange(first: Amount, second: Amount, link: string): number | undefined {
    const [whole, cents] = [first.measure, second.measure];
    if (
      link !== 'and' ||
      whole?.kind !== 'money' ||
      cents?.kind !== 'money' ||
      first.power > 0 ||
      first.place < 0 ||
      first.writing === 'fraction'
    )
      return undefined;
    if (
      whole.factor.exponent !== 0 ||
      cents.factor.exponent !== -2 ||
      whole.unit.includes('/') ||
      toNumber(second.value) >= 100 ||
      second.place < 0
    )
      return undefined;
    if (cents.unit !== whole.unit && cents.unit !== 'USD') return undefined;
    const value = plus(first.value, times(second.value, decimal(1, -2)));
    this.emit(
      {
        ...first,
        value,
        place: -2,
        to: second.to,
        end: second.end,
        numeralEnd: second.end,
        scale: undefined,
      },
      whole,
    );
    return second.to;
  }

  /** "$20–30 million a year": the second end takes the currency of the first, and what the amount is per. */
  private withRateOf(first: Amount, second: Amount): Amount {
    if (
      second.measure !== undefined ||
      first.measure?.kind !== 'money' ||
      first.measure.factor.exponent !== 0
    )
      return second;
    const measure = withDenominators(this.tokens, { ...first.measure, to: second.to });
    if (measure.to === second.to) return second;
    return { ...second, measure, to: measure.to, end: this.tokens[measure.to - 1]?.end ?? second.end };
  }

  /** A hyphen joins a rising pair, a dash any pair; white space must stand on both sides or on none. */
  private dashJoins(first: Amount, second: Amount, bare: boolean, ascending: boolean): boolean {
    const dash = this.tokens[first.to];
    if (bare && first.writing !== second.writing) return false;
    if (!dash || dash.spaced !== (this.tokens[second.from]?.spaced ?? false)) return false;
    if (dash.spaced && bare) return false;
    if (dash.spaced && dash.text === '—') return false;
    const plain = first.writing === 'words' && second.writing === 'words' && bare;
    if (plain && !ascending) return false;
    return ascending || !bare || (dash.text === '–' && first.place < 0);
  }

  /** The token of the number after a link: a sign and a currency may stand before it. */
  private numberStart(at: number): number | undefined {
    const { tokens } = this;
    for (let i = at; i < at + 4; i++) {
      const token = tokens[i];
      if (!token) return undefined;
      if (
        token.kind === 'number' ||
        token.kind === 'han-number' ||
        isVulgarFraction(token) ||
        (token.kind === 'word' && startsNumber(token.lower))
      )
        return i;
      const prefix =
        (token.kind === 'mark' && (isCurrencySymbol(token.text) || '-−+'.includes(token.text))) ||
        (token.kind === 'word' &&
          token.text.length <= 4 &&
          this.scan.signs.ofLetters(token.text) !== undefined) ||
        (token.kind === 'word' && tokens[i + 1]?.text === '$');
      if (!prefix) return undefined;
    }
    return undefined;
  }

  private ratioAt(first: Amount, limit: number): number | undefined {
    if (
      first.measure !== undefined ||
      first.power !== 0 ||
      first.place !== 0 ||
      first.prefixed ||
      first.grouped
    )
      return undefined;
    const link = ratioLink(this.tokens, first.to);
    if (!link || link.to >= limit) return undefined;
    const second = readAmount(this.scan, link.to, link.to);
    if (
      !second ||
      second.measure !== undefined ||
      second.power !== 0 ||
      second.place !== 0 ||
      isZero(second.value) ||
      second.from !== link.to
    )
      return undefined;
    const [a, b] = [writtenValue(first, undefined).value, writtenValue(second, undefined).value];
    if (
      link.share
        ? a >= b || a > 99 || a < 1 || (b >= 1900 && b <= 2100 && !second.grouped)
        : !this.isProportion(first, second, b)
    )
      return undefined;
    if (
      isNoFigure(this.tokens, first.from, first.to, false) &&
      this.tokens[first.to]?.text !== ':' &&
      this.tokens[first.to]?.text !== '-'
    )
      return undefined;
    if (gluedBefore(this.tokens, first.from)) return undefined;
    const end = second.end;
    const amount: Amount = {
      ...first,
      to: second.to,
      end,
      numeralEnd: end,
      measure: plainMeasure('ratio', '', second.to, ''),
    };
    const figure = figureOf(amount, amount.measure, this.setting(amount, amount));
    const value = a / b;
    const openness = figure.quantity.qualifier;
    const scaled = { low: figure.quantity.range.low / b, high: figure.quantity.range.high / b };
    this.figures.push({
      ...figure,
      quantity: {
        ...figure.quantity,
        value,
        range: openness === undefined ? exactly(value) : scaled,
        stated: undefined,
      },
    });
    return second.to;
  }

  /** "3:1", "16:9" and "3-to-1"; not the times of day 10:30 and 9-to-5. */
  private isProportion(first: Amount, second: Amount, b: number): boolean {
    const { tokens } = this;
    const colon = tokens[first.to]?.text === ':';
    if (!colon) return b === 1 || (this.near(first.from, RATIO_WORDS) && b <= 10);
    const minutes = tokens[second.numberAt]?.text ?? '';
    const hour = Number(tokens[first.numberAt]?.text);
    if (tokens[second.to]?.text === ':' && !tokens[second.to]?.spaced) return false;
    return minutes.length !== 2 || hour > 23 || Number(minutes) > 59 || this.near(first.from, RATIO_WORDS);
  }

  private near(at: number, words: ReadonlySet<string>): boolean {
    for (let i = Math.max(0, at - 6); i < at + 8; i++)
      if (words.has(this.tokens[i]?.lower ?? '')) return true;
    return false;
  }

  // --------------------------------------------------------------------------------------------------------- emission

  /** "from 54% to 51%": two figures, each with the unit and scale that both share. */
  private emitChange(pair: Shared, floorOfSecond: number): number {
    this.emit(pair.low, pair.measures[0]);
    this.floor = floorOfSecond;
    this.emit(pair.high, pair.measures[1]);
    return pair.high.to;
  }

  private emitRange(pair: Shared, opening: number): void {
    const [low, high] = [this.inherit(pair.low, pair.measures[0]), this.inherit(pair.high, pair.measures[1])];
    const setting = this.setting({ ...low.amount, from: low.amount.from - opening }, high.amount);
    const core = { start: this.tokens[pair.low.from]?.start ?? 0, end: setting.core.end };
    const noun = high.measure || low.measure ? '' : high.noun || setting.noun;
    this.figures.push(
      rangeFigure(low.amount, high.amount, [low.measure, high.measure], {
        ...setting,
        core,
        noun,
        inherited: high.inherited,
      }),
    );
  }

  private emit(read: Amount, readMeasure: Measure | undefined): void {
    const given = this.inherit(read, readMeasure);
    this.figures.push(
      figureOf(
        given.amount,
        given.measure,
        this.setting(given.amount, given.amount, given.noun, given.inherited),
      ),
    );
  }

  /** What a bare number takes from its header. */
  private inherit(
    amount: Amount,
    measure: Measure | undefined,
  ): { amount: Amount; measure: Measure | undefined; noun: string; inherited: boolean } {
    const { header } = this;
    const none = { amount, measure, noun: '', inherited: false };
    if (!header || amount.power !== 0 || amount.writing === 'vague') return none;
    if (measure === undefined && countedNoun(this.tokens, amount.to) === '')
      return {
        amount: { ...amount, power: header.power, scale: undefined },
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
      return { amount: { ...amount, power: header.power }, measure, noun: '', inherited: true };
    return none;
  }

  /** Qualifiers before and after, spans and noun of what stands from `first` to `last`. */
  private setting(first: Amount, last: Amount, headerNoun = '', inherited = false): Setting {
    const { tokens } = this;
    const { text } = this.scan;
    const before = this.qualifiersBefore(first, last.measure);
    const after = last.openAbove
      ? { qualifier: 'at-least' as Qualifier, openness: 'over' as Openness, end: last.end }
      : this.suffix(last);
    const start = before?.start ?? tokens[before?.from ?? first.from]?.start ?? 0;
    const end = Math.max(last.end, after?.end ?? 0);
    const noun = headerNoun !== '' ? headerNoun : last.measure === undefined ? this.nounOf(last) : '';
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

  private nounOf(amount: Amount): string {
    const token = this.tokens[amount.numberAt];
    const noun = countedNoun(this.tokens, this.afterSuffix(amount.to));
    if (noun !== '' && token?.lower !== 'one') return noun;
    return token?.lower === 'one' || token?.text === '1' ? singularNoun(this.tokens, amount.to) : noun;
  }

  /** A plus sign and "-odd" stand between a number and its noun. */
  private afterSuffix(at: number): number {
    if (this.tokens[at]?.text === '+') return at + 1;
    return this.tokens[at]?.text === '-' && this.tokens[at + 1]?.lower === 'odd' ? at + 2 : at;
  }

  private qualifiersBefore(first: Amount, measure: Measure | undefined): QualifierReading | undefined {
    const { tokens } = this;
    const article =
      ['a', 'an', 'the'].includes(tokens[first.from - 1]?.lower ?? '') &&
      (first.measure ?? measure) !== undefined
        ? 1
        : 0;
    const inner =
      this.qualifierEndingAt(first.from) ??
      (article > 0 ? this.qualifierEndingAt(first.from - 1) : undefined);
    if (!inner || this.meansDuring(inner.from, first) || this.compares(inner)) return undefined;
    const outer = this.qualifierEndingAt(inner.from);
    return outer && !this.meansDuring(outer.from, first) ? outer : inner;
  }

  private qualifierEndingAt(at: number) {
    if (at <= this.floor) return undefined;
    const found = qualifierBefore(this.tokens, at);
    return found && found.from >= this.floor ? found : undefined;
  }

  /** "40% more than $3 billion", "2 points above 5%": right behind another figure the words compare, they do not qualify. */
  private compares(found: { from: number; openness: Openness }): boolean {
    if (found.from !== this.floor || found.from === 0) return false;
    const word = this.tokens[found.from];
    return (
      (found.openness === 'over' || found.openness === 'under') &&
      word?.kind === 'word' &&
      word.lower !== 'up' &&
      word.lower !== 'at'
    );
  }

  /** "over 12 years" is during them, unless something lasts, is old or is older. */
  private meansDuring(qualifierAt: number, amount: Amount): boolean {
    const { tokens } = this;
    if (amount.measure?.kind !== 'duration' || tokens[qualifierAt]?.lower !== 'over') return false;
    if (['old', 'ago', 'later', 'older', 'longer'].includes(tokens[amount.to]?.lower ?? '')) return false;
    return ![
      'for',
      'took',
      'takes',
      'lasted',
      'lasts',
      'after',
      'spent',
      'with',
      'is',
      'was',
      'of',
      'has',
      'had',
      'waited',
      'just',
      'well',
    ].includes(tokens[qualifierAt - 1]?.lower ?? '');
  }

  private suffix(last: Amount): { qualifier: Qualifier; openness: Openness; end: number } | undefined {
    const found = qualifierAfter(this.tokens, last.to);
    if (!found) return undefined;
    return {
      qualifier: found.qualifier,
      openness: found.openness,
      end: this.tokens[found.to - 1]?.end ?? last.end,
    };
  }
}

/** One look-up turns most words away. */
const FIGURE_WORDS = new Set([...NUMBER_WORDS, ...MULTIPLE_WORDS]);

const NOT_BEFORE_ONE = new Set(words('no the this that which any every each another some not someone'));
const NOT_AFTER_ONE = new Set(words('of another day time thing way hand side can who must needs might'));
const RATIO_WORDS = new Set(
  words(`
  ratio ratios odds split leverage scale proportion aspect swap exchange`),
);
