// What is not a figure: numbers that name, order, date or locate something. Told by grammar wherever that is possible.
import { isAddress, isAge, isIdentifier } from './identifiers';
import { wordClass } from './lexicon';
import { countedNoun, isStopWord } from './nouns';
import type { Token } from './tokens';
import { isArticle } from './word-tokens';
import { words } from './words';

/** Nouns that, right before a bare number and without an article of their own, make it a label: "section 3", "week 48". */
const LABELS = wordClass(
  words(`page pages p pp paper section sections chapter table tables figure figures fig note notes footnote step stage phase tier level grade type version ver v item number no nos № nr
  week day issue vol volume form rule article art paragraph para part line lot row column col question scenario option gate terminal room floor channel track runway highway route
  flight case class category group annex appendix exhibit schedule clause model series season episode block layer building apartment suite unit round generation gen
  articles phases stages tiers lots clauses annexes appendices exhibits schedules paragraphs paras questions scenarios items rules recommendations berths gates platforms
  year month quarter top press dial call code area district zone bulletin notice resolution title proposition prop protocol amendment ward pier berth platform bus train
  hwy interstate exit slide box equation eq ref reference id serial batch release build revision rev edition chapters verse psalm kapitel aviso ch sec ext extn extension ranked rank aged age ages`),
);

/** Capitalised words that may open a sentence or clause right before a figure. */
const OPENERS = wordClass(
  words(`only altogether elsewhere another other others total totals every each both approximately about around nearly almost roughly exactly over under up down more less some most many
  today yesterday since last next this that these those there here overall combined together currently now meanwhile instead thus hence therefore still already even just
  twice once perhaps maybe around least additional further fewer including excluding employing hiring winning scoring targeting reaching holding owning serving covering producing spending raising adding using selling buying losing having giving taking paying
  add take give pay buy sell cut raise lose lend tender ask model price prices cost costs target revenue sales profit income net gross capacity output volume share stake
  value average median mean minimum maximum employees customers users subscribers staff headcount units january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday`),
);

/** Before a number, beside its digits: part of a name, an address, a code. */
const GLUE = "#@_/\\.:'’&=№^%";

const CLOCK = new Set(
  words(`
  am pm a.m p.m hrs o'clock o’clock gmt utc est cet bst edt pdt pst ist`),
);

/** True when a bare number (no currency, scale or unit) at tokens [from, to) is no figure; "the Group of 20" is a name. */
export function isNoFigure(tokens: readonly Token[], from: number, to: number, hasSign: boolean): boolean {
  return (
    gluedBefore(tokens, from) ||
    gluedAfter(tokens, to) ||
    isListNumber(tokens, from, to) ||
    isBracketed(tokens, from, to) ||
    isClock(tokens, to) ||
    isAddress(tokens, to) ||
    isAge(tokens, from, to) ||
    (!hasSign && isLabelled(tokens, from, to)) ||
    isIdentifier(tokens, from, to) ||
    isOldYear(tokens, from, to) ||
    isTornName(tokens, from, to) ||
    isModel(tokens, from, to) ||
    (tokens[from - 1]?.lower === 'of' && tokens[from - 2]?.text === 'Group')
  );
}

/** "founded in 1649": years before those that are dates wherever they stand. */
function isOldYear(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.lower;
  const year = tokens[from];
  if (before !== 'in' && before !== 'since') return false;
  return (
    year?.text.length === 4 && year.digits >= 1000 && year.digits < 1800 && countedNoun(tokens, to) === ''
  );
}

/** "COVID -19 tests": a name in capitals, as newspapers' archives tear it. */
function isTornName(tokens: readonly Token[], from: number, to: number): boolean {
  const name = tokens[from - 1];
  const hyphen = tokens[from];
  const number = tokens[from + 1];
  if (hyphen?.text !== '-' || !hyphen.spaced || number?.spaced !== false || number.text.length > 2)
    return false;
  return name?.kind === 'word' && /^\p{Lu}{4,}$/u.test(name.text) && to === from + 2;
}

/** "the 486 is", "in a 747.": what has an article and counts nothing is one thing. */
function isModel(tokens: readonly Token[], from: number, to: number): boolean {
  const article = tokens[from - 1];
  const number = tokens[from];
  const next = tokens[to];
  if (number?.kind !== 'number' || number.digits < 0 || to !== from + 1) return false;
  if (article?.lower === 'the') return SINGULAR.has(next?.lower ?? '');
  return isArticle(article) && (next === undefined || next.kind === 'wall' || endsPhrase(next));
}

const SINGULAR = new Set(words('is was has'));

function endsPhrase(next: Token): boolean {
  return next.kind === 'word' ? isStopWord(next) : '.,;:)!?'.includes(next.text);
}

/** "GPT-4", "COVID-19", "#5", "E11.9", "v2". */
export function gluedBefore(tokens: readonly Token[], from: number): boolean {
  const number = tokens[from];
  const before = tokens[from - 1];
  if (!number || !before || number.spaced) return false;
  if (before.kind === 'word' || before.kind === 'number') return true;
  if (before.kind !== 'mark') return false;
  const beyond = tokens[from - 2];
  // "c.6%" is about six percent.
  if (before.text === '.' && (beyond?.lower === 'c' || beyond?.lower === 'ca')) return false;
  if ('-‑–−'.includes(before.text))
    return !before.spaced && (beyond?.kind === 'word' || beyond?.kind === 'number');
  if (
    before.text === '.' ||
    before.text === '/' ||
    before.text === ':' ||
    before.text === '’' ||
    before.text === "'" ||
    before.text === '&'
  )
    return !before.spaced && beyond !== undefined && beyond.kind !== 'mark';
  return GLUE.includes(before.text);
}

/** "5G", "2nd", "10-K", "7-Eleven", "401(k)", "24/7", "10:30", "3D". */
function gluedAfter(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to];
  const beyond = tokens[to + 1];
  if (!next || next.spaced) return false;
  if (next.kind === 'word') return true;
  if (next.text === '-' || next.text === '‑')
    return (
      beyond !== undefined &&
      !beyond.spaced &&
      (beyond.kind === 'number' ||
        (beyond.kind === 'word' &&
          (beyond.text.charAt(0) !== beyond.lower.charAt(0) || isScore(tokens, to + 2))))
    );
  if (next.text === '^') return true;
  if ("/:_'’%".includes(next.text)) return beyond !== undefined && !beyond.spaced && beyond.kind !== 'mark';
  return (
    next.text === '(' && beyond?.text.length === 1 && beyond.kind === 'word' && tokens[to + 2]?.text === ')'
  );
}

/** The "-25" of "11-for-25". */
function isScore(tokens: readonly Token[], at: number): boolean {
  const [hyphen, number] = [tokens[at], tokens[at + 1]];
  return hyphen?.text === '-' && !hyphen.spaced && number?.kind === 'number' && !number.spaced;
}

/** "1. Investors need", "(2) the second", "3) …", "; 2. Enterprise". */
function isListNumber(tokens: readonly Token[], from: number, to: number): boolean {
  const number = tokens[from];
  if (to !== from + 1 || number?.kind !== 'number' || number.text.length > 2) return false;
  const next = tokens[to];
  const before = tokens[from - 1];
  const opensClause =
    before === undefined ||
    before.kind === 'wall' ||
    (before.kind === 'mark' && '.;:•-–—|!?'.includes(before.text) && number.spaced);
  if (next?.text === ')' && before?.text === '(')
    return tokens[to + 1] !== undefined && tokens[to + 1]?.kind === 'word';
  if (next?.text === ')' && before?.text !== '(')
    return opensClause || before?.kind !== 'word' ? opensParenthesis(tokens, from) === false : false;
  if (
    next?.text === '.' &&
    !next.spaced &&
    tokens[to + 1]?.spaced === true &&
    tokens[to + 1]?.kind === 'word'
  )
    return opensClause;
  return false;
}

/** Whether a bracket is open before a token, within a few tokens. */
function opensParenthesis(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i >= 0 && i > from - 12; i--) {
    if (tokens[i]?.text === ')') return false;
    if (tokens[i]?.text === '(') return true;
  }
  return false;
}

/** "[12]", "[3, 4]". */
function isBracketed(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.text;
  const after = tokens[to]?.text;
  return (
    (before === '[' || before === '^') && (after === ']' || after === ',' || after === '–' || after === '-')
  );
}

/** "6 pm", "5 p.m.", "9 o'clock". */
function isClock(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to];
  if (next?.kind !== 'word') return false;
  if (next.lower === 'o' && "'’".includes(tokens[to + 1]?.text ?? '')) return true;
  if (
    (next.lower === 'a' || next.lower === 'p') &&
    tokens[to + 1]?.text === '.' &&
    tokens[to + 2]?.lower === 'm'
  )
    return true;
  return CLOCK.has(next.lower) && next.lower !== 'hrs';
}

/** "Fortune 500", "Basel 3.1", "section 3", "No. 23", "Big Four": a name or label right before the number. */
export function isLabelled(tokens: readonly Token[], from: number, to: number): boolean {
  const number = tokens[from];
  let beforeAt = from - 1;
  let before = tokens[beforeAt];
  if (before?.text === '.' && ABBREVIATED.has(tokens[from - 2]?.lower ?? '')) {
    beforeAt = from - 2;
    before = tokens[beforeAt];
  }
  if (!number) return false;
  if (number.kind === 'number' && continuesLabel(tokens, from)) return true;
  if (before?.kind !== 'word') return false;
  if (before.lower === 'top' && countedNoun(tokens, to) !== '') return false;
  if (before.is(LABELS) && !(number.kind === 'number' && number.text.includes(',') && number.text.length > 4))
    return labelStands(tokens, beforeAt);
  if (number.kind === 'number' && (/[,\s]/.test(number.text) || isOneOfPairs(tokens, from, to))) return false;
  if (number.kind === 'word' && number.text.charAt(0) === number.lower.charAt(0)) return false;
  if (!isNameWord(before) || beforeAt < from - 1) return false;
  if (opensSentence(tokens, beforeAt) && (number.kind === 'word' || before.is(OPENERS))) return false;
  // "Typically 150 people"
  if (opensSentence(tokens, beforeAt) && before.lower.endsWith('ly') && countedNoun(tokens, to) !== '')
    return false;
  return !isHeadlineVerb(tokens, beforeAt, to);
}

/** "Brazil 2.9, Vietnam 2.4 and Peru 1.1": names and their values, in decimals. */
function isOneOfPairs(tokens: readonly Token[], from: number, to: number): boolean {
  if (!isDecimal(tokens[from])) return false;
  return pairAt(tokens, to, 1) || pairAt(tokens, from - 1, -1);
}

/** Another decimal in the direction, behind a comma or "and" and up to three words with a capital among them. */
function pairAt(tokens: readonly Token[], at: number, step: 1 | -1): boolean {
  let links = 0;
  let names = 0;
  for (let i = at; i !== at + step * 7; i += step) {
    const token = tokens[i];
    if (token?.kind === 'number') return links > 0 && names > 0 && isDecimal(token);
    if (token?.text === ',' || token?.text === ';' || token?.lower === 'and') links++;
    else if (token?.kind === 'word' && token.text !== token.lower) names++;
    else if (token?.kind !== 'word') return false;
  }
  return false;
}

function isDecimal(token: Token | undefined): boolean {
  return token?.kind === 'number' && token.text.includes('.');
}

const MOST_LABELLED = 12;

/** "Sections 2 and 3", "page 12 of 48", "pages 3, 7, and 9": the numbers before carry the label. */
function continuesLabel(tokens: readonly Token[], from: number): boolean {
  let at = from;
  for (let steps = 0; steps < MOST_LABELLED; steps++) {
    const link = tokens[at - 1];
    const isLinked = link?.kind === 'word' ? LABEL_LINKS.has(link.lower) : link?.text === ',' && !link.spaced;
    if (!isLinked) break;
    if (link?.text === ',' && at === from && countedNoun(tokens, from + 1) !== '') return false;
    const number = link?.kind === 'word' && tokens[at - 2]?.text === ',' ? at - 3 : at - 2;
    if (tokens[number]?.kind !== 'number') break;
    at = number;
  }
  const label = tokens[at - 1];
  return at < from && label?.kind === 'word' && label.is(LABELS);
}

const LABEL_LINKS = new Set(words('and to or of through'));

const ABBREVIATED = new Set(words('no nos nr fig sec ch vol p pp art para eq rev v ver gen ext extn'));

/** "the top 10" and "a category 4 storm" are labels; "each year 30 firms" and "a week 12 ships call" are not. */
function labelStands(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const label = tokens[at];
  if (label?.lower === 'top') return true;
  return isArticle(before) ? !TIMES.has(label?.lower ?? '') : !NOT_BEFORE_LABEL.has(before?.lower ?? '');
}

const TIMES = new Set(words('year month week day quarter hour minute season'));
const NOT_BEFORE_LABEL = new Set(
  words(
    'each every last next that which per year one this first second third fourth same following previous',
  ),
);

function isNameWord(token: Token): boolean {
  if (token.text === token.lower) return false;
  return !isStopWord(token) && !token.is(OPENERS) && !/['’]s$/.test(token.lower);
}

function opensSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before === undefined ||
    before.kind === 'wall' ||
    (before.kind === 'mark' && '.!?:;•|'.includes(before.text))
  );
}

/** "Acme Cuts 500 Jobs": a verb in a headline, and a plural noun behind the number. */
function isHeadlineVerb(tokens: readonly Token[], at: number, to: number): boolean {
  const [verb, noun] = [tokens[at]?.lower ?? '', tokens[to]];
  return (
    (verb.endsWith('s') || verb.endsWith('ed') || verb.endsWith('ing')) &&
    noun?.kind === 'word' &&
    noun.spaced &&
    noun.lower.endsWith('s') &&
    noun.text.charAt(0) !== noun.lower.charAt(0)
  );
}
