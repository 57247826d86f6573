// The noun that a number counts: "100,000 organizations", "eight Fortune 10 companies", "64 turbines".

import { wordClass } from './lexicon';
import { isGluedHyphen } from './measure';
import type { Token } from './tokens';
import { smallNumber } from './word-tokens';
import { words } from './words';

const IRREGULAR = new Set(
  words(`
  people men women children staff personnel police aircraft spacecraft sheep cattle fish teeth feet mice
  data media series species headcount offspring deer salmon`),
);

/** Words that end the search: articles, prepositions, pronouns, conjunctions, auxiliaries. */
const STOPS = wordClass(
  words(`a an the of in on at by for from to with without within into onto over under above below between among through during since until till before after against about
  and or but nor so yet than then as if when while where which who whom whose that this these those it its they their them he his him she her we our us you your i my me
  is are was were be been being am has have had having do does did will would can could may might shall should must not no
  more less fewer higher lower better worse each per ago later earlier early late now also only just already still again too both either all any some such same
  up down out off away back across amid toward towards despite throughout versus vs via plus minus including excluding compared according because due
  rose fell grew rises falls grows increased decreased declined went came made said says say while once soon today yesterday tomorrow together apart alone respectively annually yearly monthly daily weekly`),
);

const NOT_PLURAL =
  /(?:ss|us|sis|gas|mas|'s|’s)$|^(?:th|h|axi|tenni|iri|debri|pelvi|pari|davi|loui|a|ha|wa|atla|canva|bia|alia|ala|wherea|oversea|texa|kansa|arkansa|vega|dalla)s$/;
/** "congressmen" and "sportswomen" are plurals; these are not. */
const NOT_MEN = /^(?:specimen|regimen|abdomen|acumen)$/;
const PLURAL = wordClass(
  IRREGULAR,
  word =>
    (word.length > 2 && word.endsWith('s') && !NOT_PLURAL.test(word)) ||
    (word.length > 5 && word.endsWith('men') && !NOT_MEN.test(word)),
);
const MOST_WORDS = 5;

/**
 * The counted noun in lower case as written, and '' when none can be told. The noun is never part of a figure's span.
 * "two adult and three child tickets" are both tickets; `isShort` stops such a row at its second number.
 */
export function countedNoun(tokens: readonly Token[], at: number, isShort = false): string {
  let start = tokens[at]?.text === '-' && tokens[at]?.spaced === false ? at + 1 : at;
  const hyphenated = start > at;
  if (tokens[start]?.lower === 'more') start++;
  // "two 12-inch screens", but not "2 12".
  const isPronoun = tokens[at - 2]?.lower === 'the' && tokens[at - 1]?.kind === 'word';
  const opensWithNumber = tokens[start]?.kind === 'number' && tokens[start - 1]?.kind === 'word';
  if (tokens[start]?.kind !== 'word' && !opensWithNumber) return '';
  const first = start;
  for (let words = 0; words < MOST_WORDS; start++) {
    const token = tokens[start];
    if (!token) break;
    if (token.kind === 'number' && isPronoun && !isInName(tokens, start)) break;
    if (token.kind === 'number') continue;
    if (token.text === '.' && isInitial(tokens[start - 1]) && !token.spaced) continue;
    if (token.text === '-' && !token.spaced) continue;
    if (token.text === ',' && words > 0 && isAdjectiveBefore(tokens, start + 1)) continue;
    // "track-and-field medals"
    if (token.lower === 'and' && !token.spaced && isGluedHyphen(tokens, start + 1)) continue;
    if (token.kind === 'word' && words > 0 && isLink(token) && beginsNumber(tokens[start + 1]) && !isShort)
      return countedNoun(tokens, start + 2, true);
    if (token.kind !== 'word' || isStopWord(token)) break;
    if (hyphenated && token.lower === 'strong') return tokens[start + 1]?.lower ?? '';
    if (hyphenated) return token.lower;
    if (start === first && !token.spaced) break;
    if (token.is(PLURAL)) return token.lower;
    const acronym = token.text === token.lower ? null : /^[A-Z]{2,5}(s?)$/.exec(token.text);
    if (acronym?.[1] === 's') return token.lower;
    if (acronym && words === 0) {
      // The tests of "COVID-19 tests".
      const isNumbered = tokens[start + 1]?.text === '-' && tokens[start + 2]?.kind === 'number';
      const next = tokens[isNumbered ? start + 3 : start + 1];
      return next?.is(PLURAL) ? next.lower : token.lower;
    }
    if (smallNumber(token.lower) !== undefined) break;
    if (!isInitial(token)) words++;
  }
  return '';
}

/** The number of "Fortune 10" and of "12-inch", but not of "the four shut 61 outlets". */
function isInName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return isGluedHyphen(tokens, at + 1) || before?.text !== before?.lower;
}

/** "two extraordinary, contrasting images": one more word, then the plural. */
function isAdjectiveBefore(tokens: readonly Token[], at: number): boolean {
  const [adjective, noun] = [tokens[at], tokens[at + 1]];
  if (adjective?.kind !== 'word' || adjective.text !== adjective.lower || adjective.is(STOPS)) return false;
  return noun?.is(PLURAL) === true && noun.text === noun.lower && !adjective.is(PLURAL);
}

function isLink(token: Token): boolean {
  return token.lower === 'and' || token.lower === 'or';
}

function beginsNumber(token: Token | undefined): boolean {
  return token?.kind === 'number' || (token !== undefined && smallNumber(token.lower) !== undefined);
}

/** A letter of "U.S." */
function isInitial(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text.length === 1 && token.text !== token.lower;
}

/** For "one" and "a single": the next noun-like word. */
export function singularNoun(tokens: readonly Token[], at: number): string {
  const token = tokens[at]?.text === 'US' ? tokens[at + 1] : tokens[at];
  return token?.kind === 'word' && token.spaced && !isStopWord(token) && !token.lower.endsWith('ed')
    ? token.lower
    : '';
}

/** The words that end a noun phrase; in capitals, US and IT are a country and a trade. */
export function isStopWord(token: Token): boolean {
  return token.is(STOPS) && token.text !== 'US' && token.text !== 'IT';
}
