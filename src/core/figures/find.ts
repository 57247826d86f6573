// Finds every figure of a text: one pass over its tokens, each number read forward once and qualified backward a few words.
import { type Amount, amountOf, asRatio, readAmount, withBrackets } from './amounts';
import { betweenBounds } from './bounds';
import { figureOf, rangeFigure } from './build';
import { joinChanges } from './changes';
import { unitAndPart } from './compound';
import { CurrencySigns } from './currencies';
import { BEGINNERS } from './date-words';
import { addDates, type DateMention, dateAt } from './dates';
import { decimal } from './decimal';
import type { Figure, Level } from './figure';
import { type HeaderUnit, readHeader } from './header';
import { skipPhone, skipSerial } from './identifiers';
import { divide, exactly } from './interval';
import { isFigure, isInCounted } from './is-figure';
import { type Join, readJoin } from './joins';
import { wordClass } from './lexicon';
import { fromLastOfList } from './lists';
import { type Measure, plainMeasure } from './measure';
import { digitCount, MULTIPLE_WORDS, wordMultiple } from './multiples';
import { countedNoun } from './nouns';
import { mayFollowArticle, NUMBERS, startsNumber } from './number-words';
import { isVulgarFraction } from './numerals';
import type { Shared } from './ranges';
import type { Scan } from './scan';
import { inherit, type Place, settingOf } from './setting';
import { type Token, tokenizePart } from './tokens';
import { wordAmount } from './word-amounts';
import { isArticle } from './word-tokens';

/** What has been read of the words above or beside many cells. */
export interface Header {
  readonly unit: HeaderUnit | undefined;
}

/** Reads the unit that a header, caption or row label gives, in a report that says nothing of its own currency. */
export function headerOf(words: string): Header {
  return { unit: readHeader(words, new CurrencySigns('', undefined)) };
}

export interface FigureContext {
  /** Column header, caption or row label whose unit and scale a bare cell inherits: "Revenue ($m)". */
  readonly header?: string | Header | undefined;
  /** ISO 4217 code that an ambiguous sign ("$", "¥", "kr", "cents") means in this report. */
  readonly currency?: string | undefined;
}

/**
 * All figures of a text, in order, never overlapping. The text is prose without Markdown marks; an object replacement
 * character (U+FFFC) stands for what no figure may cross. Never throws; takes time linear in the text.
 */
export function findFigures(text: string, context: FigureContext = {}): Figure[] {
  return readFigures(text, context, undefined);
}

/** The figures and the dates of a text, which is cut into words once for both. */
export function findFiguresAndDates(text: string): {
  readonly figures: readonly Figure[];
  readonly dates: DateMention[];
} {
  const dates: DateMention[] = [];
  return { figures: readFigures(text, {}, dates), dates };
}

/** @param dates where the dates go, if they are asked for as well */
function readFigures(text: string, context: FigureContext, dates: DateMention[] | undefined): Figure[] {
  const signs = new CurrencySigns(text, context.currency);
  const header =
    typeof context.header === 'string' ? readHeader(context.header, signs) : context.header?.unit;
  const isCell = context.header !== undefined || isBracketedNumber(text);
  const figures: Figure[] = [];
  for (let at = 0; at < text.length; ) {
    const { tokens, starts, end } = tokenizePart(text, at, AWAITED);
    if (dates) addDates(text, tokens, starts, dates);
    const levels = new Finder({ text, tokens, signs, isCell }, header).run(starts);
    // What has just been made is still in the machine's nearest memory.
    for (const figure of joinChanges(text, levels)) figures.push(figure);
    at = end;
  }
  return figures;
}

function isBracketedNumber(text: string): boolean {
  return text.length < 40 && text.includes('(') && /^\s*\([\d.,\s]+\)\s*$/.test(text);
}

class Finder implements Place {
  private readonly tokens: readonly Token[];
  private readonly figures: Level[] = [];
  /** The first token that no figure or date has taken. */
  floor = 0;

  constructor(
    readonly scan: Scan,
    readonly header: HeaderUnit | undefined,
  ) {
    this.tokens = scan.tokens;
  }

  /** Reads what begins at one of the tokens in question, from the first to the last. */
  run(starts: readonly number[]): readonly Level[] {
    for (const at of starts) {
      if (at < this.floor) continue;
      const end = this.dateEnd(at) ?? this.figureAt(at);
      if (end > at) this.floor = end;
    }
    return this.figures;
  }

  /** The token behind a date that begins at a token. A bare year in a cell below a header with a unit is a number. */
  private dateEnd(at: number): number | undefined {
    const date = dateAt(this.tokens, at);
    if (!date || (this.header && date.precision === 'year' && date.to === at + 1)) return undefined;
    return date.to;
  }

  /** Reads what begins at a token and returns the token after it; `at` itself when nothing does. */
  private figureAt(at: number): number {
    const token = this.tokens[at];
    if (!token) return at;
    switch (token.kind) {
      case 'number':
        return this.skipNumber(at) ?? this.amountAt(at);
      case 'word':
        if (isArticle(token) && !mayFollowArticle(this.tokens[at + 1])) return at;
        if (startsNumber(token)) return this.wordAt(at);
        return token.is(MULTIPLE) ? this.multipleAt(at) : at;
      case 'han-number':
        return this.amountAt(at);
      case 'mark':
        return isVulgarFraction(token) ? this.amountAt(at) : at;
      default:
        return at;
    }
  }

  private wordAt(at: number): number {
    return this.digitCountAt(at) ?? this.amountAt(at);
  }

  private skipNumber(at: number): number | undefined {
    const next = this.tokens[at + 1];
    const hasPlus = this.tokens[at - 1]?.text === '+';
    // Most numbers stand before a word or at an end.
    if (!hasPlus && next?.kind !== 'number' && (next?.kind !== 'mark' || next.spaced)) return undefined;
    const phone = skipPhone(this.tokens, at - (hasPlus ? 1 : 0));
    const end = phone > at ? phone : skipSerial(this.tokens, at);
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
    this.emit(wordAmount(this.tokens, at, at + 1, value, measure), measure);
    return at + 1;
  }

  private digitCountAt(at: number): number | undefined {
    const digits = digitCount(this.tokens, at);
    if (!digits) return undefined;
    const measure = digits.percent ? plainMeasure('percent', '%', digits.to, 'percent') : undefined;
    const low = wordAmount(this.tokens, at, digits.to, decimal(digits.low), measure);
    const high = wordAmount(this.tokens, at, digits.to, decimal(digits.high), measure);
    const figure = rangeFigure(low, high, [measure, measure], settingOf(this, low, low));
    this.figures.push({
      ...figure,
      ends: undefined,
      quantity: { ...figure.quantity, value: digits.low, qualifier: 'about' },
    });
    return digits.to;
  }

  // ---------------------------------------------------------------------------------------------------------- amounts

  private amountAt(at: number): number {
    const read = readAmount(this.scan, at, this.floor);
    if (!read) return at;
    const amount =
      unitAndPart(this.scan, read, this.floor) ?? asRatio(withBrackets(this.scan, read, this.floor));
    const join = amount.writing === 'vague' ? undefined : readJoin(this.scan, amount);
    if (join) return this.emitJoin(join);
    const shared = this.header ? undefined : fromLastOfList(this.scan, amount);
    const spelled = shared !== undefined && amount.writing === 'words';
    if (!spelled && !isFigure(this.tokens, amount, this.floor)) return amount.to;
    if (isInCounted(this.tokens, amount, this.floor, this.figures)) return amount.to;
    if (shared) this.emitShared(shared.amount, shared.noun);
    else this.emit(amount, amount.measure);
    return amount.to;
  }

  private emitJoin(join: Join): number {
    switch (join.kind) {
      case 'range':
        this.emitRange(join.pair, join.opened ? 1 : 0);
        break;
      case 'change':
        this.emitChange(join.pair, join.from);
        break;
      case 'ratio':
        this.emitRatio(join.amount, join.numerator, join.denominator);
        break;
      case 'amount':
        this.emit(join.amount, join.measure);
    }
    return join.to;
  }

  /** Both values; what the second counts, the first counts too. */
  private emitChange({ low, high, measures, inherits }: Shared, highFrom: number): void {
    const noun = measures[0] === undefined ? countedNoun(this.tokens, high.to) : '';
    this.emit(low, measures[0], inherits[0], noun);
    this.floor = highFrom;
    this.emit(high, measures[1], inherits[1]);
  }

  /** The figure of the first number, divided by the second. */
  private emitRatio(amount: Amount, numerator: number, denominator: number): void {
    const figure = figureOf(amount, amount.measure, settingOf(this, amount, amount));
    const value = numerator / denominator;
    const { qualifier, range } = figure.quantity;
    const quotient = qualifier === undefined ? exactly(value) : divide(range, exactly(denominator));
    this.figures.push({
      ...figure,
      quantity: { ...figure.quantity, value, range: quotient, stated: undefined },
    });
  }

  private emitRange(pair: Shared, opening: number): void {
    const [low, high] = [
      inherit(this, pair.low, pair.measures[0]),
      inherit(this, pair.high, pair.measures[1]),
    ];
    const setting = settingOf(
      this,
      amountOf({ ...low.amount, from: low.amount.from - opening }),
      high.amount,
    );
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

  /** A number whose scale and unit, or noun, stand behind a later one. */
  private emitShared(amount: Amount, noun: string): void {
    this.figures.push(figureOf(amount, amount.measure, settingOf(this, amount, amount, noun, true)));
  }

  private emit(read: Amount, readMeasure: Measure | undefined, inherited = false, noun = ''): void {
    if (!this.header) {
      const figure = figureOf(read, readMeasure, settingOf(this, read, read, noun, inherited));
      const bounded = betweenBounds(this.scan.text, this.figures.at(-1), figure);
      if (bounded) this.figures[this.figures.length - 1] = bounded;
      else this.figures.push(figure);
      return;
    }
    const given = inherit(this, read, readMeasure);
    this.figures.push(
      figureOf(
        given.amount,
        given.measure,
        settingOf(this, given.amount, given.amount, given.noun, inherited || given.inherited),
      ),
    );
  }
}

const MULTIPLE = wordClass(MULTIPLE_WORDS);
const AWAITED = BEGINNERS | NUMBERS | MULTIPLE;
