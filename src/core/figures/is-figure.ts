// Whether an amount is a figure, or a part of a name, a label, a pronoun.
import type { Amount } from './amounts';
import type { Level } from './figure';
import { isMonths } from './month-counts';
import { gluedBefore, isLabelled, isNoFigure } from './names';
import { countedNoun, isStopWord, singularNoun } from './nouns';
import { qualifierBefore } from './qualifiers';
import { tellsMove } from './ranges';
import { isWall, type Token } from './tokens';
import { smallNumber } from './word-tokens';
import { words } from './words';

/** True when an amount asserts a quantity; `floor` is the first token that no earlier figure has taken. */
export function isFigure(tokens: readonly Token[], amount: Amount, floor: number): boolean {
  const token = tokens[amount.numberAt];
  const bare = amount.measure === undefined && amount.power === 0;
  if (amount.writing === 'vague') return true;
  const before = tokens[amount.numberAt - 1];
  if (before?.kind === 'han' && before.text.endsWith('第')) return false;
  if (bare && isHanArticle(tokens, amount)) return false;
  if (endsInLetter(tokens, amount) && isNamedByLetter(tokens, amount)) return false;
  if (amount.scale === 'M' && isMonths(tokens, amount.from)) return false;
  if (!bare)
    return (
      !isNamedPeriod(tokens, amount) &&
      !gluesToName(tokens, amount, floor) &&
      !isTicker(tokens, amount) &&
      !(token?.lower === 'zero' && amount.measure?.kind === 'duration')
    );
  if (isNoFigure(tokens, amount.from, amount.to, amount.signed)) return false;
  if (tokens[amount.from - 1]?.lower === 'per' || namesWhatFollows(tokens, amount)) return false;
  if (token?.kind === 'word') return isSpelledFigure(tokens, amount, token);
  return true;
}

/** 一家公司 is a company; 仅一家 and 至少一家 are counts, and what stands alone. */
function isHanArticle(tokens: readonly Token[], amount: Amount): boolean {
  if (tokens[amount.numberAt]?.text !== '一' || standsAlone(tokens, amount)) return false;
  return (
    qualifierBefore(tokens, amount.from) === undefined &&
    !/[仅只]有?$/.test(tokens[amount.from - 1]?.text ?? '')
  );
}

/** "NOK1V": letters glued on both sides. */
function isTicker(tokens: readonly Token[], { from, to, numberAt, prefixed }: Amount): boolean {
  const code = tokens[from];
  const number = tokens[numberAt];
  const next = tokens[to];
  if (!prefixed || code?.kind !== 'word' || number?.spaced !== false) return false;
  return next?.kind === 'word' && !next.spaced;
}

/** "Galaxy 24k", "Boeing 777F": one letter glued to the digits may be a part of a name. */
function endsInLetter(tokens: readonly Token[], amount: Amount): boolean {
  if (amount.measure === undefined) return amount.scale?.length === 1;
  const last = tokens[amount.to - 1];
  return (
    (amount.measure.kind === 'temperature' || last?.text === 's') &&
    last?.text.length === 1 &&
    last.kind === 'word' &&
    !last.spaced &&
    tokens[amount.to - 2]?.kind === 'number'
  );
}

/** "Galaxy 24k", "a 13F filing", "14.7C/ per share": the letter is no unit. */
function isNamedByLetter(tokens: readonly Token[], amount: Amount): boolean {
  const { from, to, measure, signed } = amount;
  if (isLabelled(tokens, from, to)) return true;
  if (measure?.kind !== 'temperature') return false;
  if (tokens[to]?.text === '/') return true;
  return measure.unit === '°F' && !signed && NAMING.has(tokens[from - 1]?.lower ?? '');
}

/** Before degrees Fahrenheit stands a preposition or a verb; a form has an article, or something is done with it. */
const NAMING = new Set(words('a an the form must may should file filed'));

/**
 * "the 787 Dreamliner", "22 Avenue Foch", "a 737 MAX": a short number before a name in the singular is a part of it. What
 * a people is called in the plural ("500 Chinese") has no s.
 */
function namesWhatFollows(tokens: readonly Token[], { from, to, numberAt }: Amount): boolean {
  const number = tokens[numberAt];
  const name = tokens[to];
  if (to !== numberAt + 1 || number?.kind !== 'number' || number.text.length > 4 || number.text.includes(','))
    return false;
  if (name?.kind !== 'word' || !name.spaced || name.end - name.start < 3 || name.start > number.end + 1)
    return false;
  const before = tokens[from - 1];
  if (qualifierBefore(tokens, from) !== undefined) return false;
  if (!isCapitalised(name) || (isCapitalised(before) && before && !isStopWord(before))) return false;
  if (isStopWord(name) || /\d|(?:ese|ish|ch|iss)$/.test(name.lower)) return false;
  return MODELS.has(name.lower) || countedNoun(tokens, to) === '';
}

/** "the 14th Five-Year Plan": capitals all through. */
function isNamedPeriod(tokens: readonly Token[], { numberAt, to, measure }: Amount): boolean {
  return (
    measure?.kind === 'duration' &&
    to === numberAt + 3 &&
    isCapitalised(tokens[numberAt]) &&
    isCapitalised(tokens[to - 1]) &&
    isCapitalised(tokens[to])
  );
}

/** With these words makers tell one model from another. */
const MODELS = new Set(words('pro max plus ultra mini lite neo turbo'));

function isCapitalised(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text.charCodeAt(0) !== token.lower.charCodeAt(0);
}

/** A unit makes "sub-5%" and "non-10-year" figures, but "GPT-4 GB" stays a name. */
function gluesToName(tokens: readonly Token[], amount: Amount, floor: number): boolean {
  if (floor === amount.from - 1 && amount.from > 1 && tokens[amount.from - 1]?.text === '-') return false;
  const before = tokens[amount.from - 1];
  if (amount.from !== amount.numberAt || !gluedBefore(tokens, amount.from)) return false;
  return (
    !(
      before?.text === '-' &&
      /^(?:now|then|sub|non|pre|post|mid|multi|super|over|under|near|all)$/.test(
        tokens[amount.from - 2]?.lower ?? '',
      )
    ) && before?.text !== '/'
  );
}

/** The 787 of "two new 787 jets", where "two" counts the jets: it is the last of the figures so far. */
export function isInCounted(
  tokens: readonly Token[],
  amount: Amount,
  floor: number,
  figures: readonly Level[],
): boolean {
  if (amount.measure !== undefined || amount.power > 0) return false;
  const counted = figures.at(-1)?.quantity;
  if (counted?.kind !== 'count' || counted.unit === '') return false;
  const between = tokens.slice(floor, amount.from);
  if (between.length === 0 || between.length > 3) return false;
  const areAdjectives = between.every(token => token.kind === 'word' && !isStopWord(token));
  return areAdjectives && countedNoun(tokens, amount.to) === counted.unit;
}

/** A number in words counts when it is more than a pronoun: "eight companies", "two of"; not "the two", "one another". */
function isSpelledFigure(tokens: readonly Token[], amount: Amount, token: Token): boolean {
  if (amount.writing === 'fraction' || amount.place > 0) return true;
  const next = tokens[amount.to];
  const small = smallNumber(token.lower);
  if (isCapitalised(token) && isCapitalised(next) && isPlainWord(tokens[amount.from - 1])) return false;
  if (amount.to > amount.numberAt + 1) return true;
  if (token.lower === 'one') {
    const before = tokens[amount.from - 1]?.lower ?? '';
    if (NOT_BEFORE_ONE.has(before)) return amount.signed;
    if (amount.signed || standsAlone(tokens, amount) || isOneOfMany(tokens, amount.to)) return true;
    return (
      !(before === 'on' && next?.lower === 'hand') &&
      singularNoun(tokens, amount.to) !== '' &&
      !NOT_AFTER_ONE.has(next?.lower ?? '')
    );
  }
  if (amount.signed || standsAlone(tokens, amount)) return true;
  if (small === 0) return false;
  if (next?.lower === 'of' || countsWhatWasNamed(tokens, amount)) return true;
  if (countedNoun(tokens, amount.to) !== '' || small === undefined || small > 10) return true;
  return standsForThings(tokens, amount, token);
}

/** The huge of "the huge Three Gorges Dam": in a title it would have a capital too. */
function isPlainWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text === token.lower;
}

/** "killed three and wounded two", "left two dead", "it holds ten.": the things go without saying; not "the two", "at ten". */
function standsForThings(tokens: readonly Token[], { from, to }: Amount, number: Token): boolean {
  const before = tokens[from - 1];
  const next = tokens[to];
  if (before?.text === ',' && STATES.has(next?.lower ?? '')) return true;
  if (before?.kind !== 'word' || number.text !== number.lower) return false;
  if (NO_COUNTS.has(before.lower) && !(before.lower === 'by' && tellsMove(tokens[from - 2]))) return false;
  if (next === undefined || next.kind === 'wall') return true;
  if (next.kind === 'mark') return '.,;)!?'.includes(next.text);
  return isStopWord(next) || STATES.has(next.lower);
}

/** Before a number in words, these make it a pronoun, a time of day or a manner. */
const NO_COUNTS = new Set(
  words(`
  the these those this that other others first last next final bottom remaining at by since until till before after past a an any every
  in into on upon half no or both all each either round us we you them number`),
);
const STATES = new Set(
  words(
    'dead injured wounded hurt missing killed straight consecutive others left behind ahead short shy clear',
  ),
);

/** "down from six a year ago", "fell to two.", "Two were killed": the noun was named before, or is people. */
function countsWhatWasNamed(tokens: readonly Token[], { from, to }: Amount): boolean {
  const before = tokens[from - 1];
  const next = tokens[to];
  if (ARE.has(next?.lower ?? ''))
    return before === undefined || before.kind !== 'word' || before.lower === 'and';
  if (!COMPARING.has(before?.lower ?? '')) return false;
  if (next === undefined || next.kind === 'wall') return true;
  return next.kind === 'mark' ? '.,;)'.includes(next.text) : WHEN.has(next.lower);
}

/** A cell that holds "three" and nothing else. */
function standsAlone(tokens: readonly Token[], { from, to }: Amount): boolean {
  return isWall(tokens[from - 1]) && isWall(tokens[to]);
}

/** "one of the three plants", "one of its peers"; not "one of them", "one of which". */
function isOneOfMany(tokens: readonly Token[], at: number): boolean {
  const whose = tokens[at + 1];
  if (tokens[at]?.lower !== 'of') return false;
  return whose?.kind === 'number' || (whose?.kind === 'word' && !PRONOUNS.has(whose.lower));
}

const PRONOUNS = new Set(words('which whom them these those us you it this that what'));
const ARE = new Set(words('were are have remain died'));
const COMPARING = new Set(words('from to than least most only nearly almost'));
const WHEN = new Set(words('a in last this next by before ago earlier at during over per to'));

// --------------------------------------------------------------------------------------------------------- emission

const NOT_BEFORE_ONE = new Set(words('no the this that which any every each another some not someone'));
const NOT_AFTER_ONE = new Set(words('of another day time thing way side can who must needs might'));
