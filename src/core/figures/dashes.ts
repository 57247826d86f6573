// Whether a dash between two numbers makes a range of them, or a name, a score, a telephone number.
import type { Amount } from './amounts';
import { isClassifier } from './han-measure';
import { isAddress } from './identifiers';
import { isGluedHyphen } from './measure';
import { isLabelled } from './names';
import { countedNoun } from './nouns';
import { namesRange } from './ranges';
import type { Scan } from './scan';
import type { Token } from './tokens';

/** A hyphen joins a rising pair, a dash any pair; white space must stand on both sides or on none. */
export function dashJoins(
  scan: Scan,
  first: Amount,
  second: Amount,
  bare: boolean,
  ascending: boolean,
): boolean {
  const { tokens } = scan;
  const dash = tokens[first.to];
  if (bare && first.writing !== second.writing) return false;
  if (!dash) return false;
  // "10- 15 percent"
  const isTorn = ascending && !bare && first.measure === undefined && !dash.spaced;
  if (!isTorn && dash.spaced !== (tokens[second.from]?.spaced ?? false)) return false;
  if (dash.spaced && bare && !(ascending && isSpreadRange(scan, dash, first, second))) return false;
  if (dash.spaced && dash.text === '—') return false;
  // "six-foot-two", "6-foot-5"
  const isHyphen = dash.text === '-' && !dash.spaced;
  if (!ascending && isHyphen && first.measure !== undefined && second.measure === undefined) return false;
  if (!ascending && first.writing === 'words' && second.writing === 'words') return false;
  return ascending || !bare || (dash.text === '–' && first.place < 0);
}

/** "20 – 30 sites", "the range is 1000 - 5000", 20 - 30个 */
function isSpreadRange({ text, tokens }: Scan, dash: Token, first: Amount, second: Amount): boolean {
  if (namesRange(tokens, first.from) || isClassifier(text, second.end)) return true;
  return dash.text === '–' && countedNoun(tokens, second.to) !== '';
}

/** "sections 3–5", "16-18 Industrial Avenue", "the 737-800 landed". */
export function namesSomething(tokens: readonly Token[], first: Amount, second: Amount): boolean {
  if (isLabelled(tokens, first.from, first.to) || isAddress(tokens, second.to)) return true;
  if (tokens[first.from - 1]?.lower !== 'the' || !isGluedHyphen(tokens, first.to)) return false;
  const next = tokens[second.to];
  return (
    countedNoun(tokens, second.to) === '' &&
    !/^(?:range|band|bracket|level|area|region|zone)$/.test(next?.lower ?? '')
  );
}

const MOST_GAMES = 7;

/** The 1-222 of "1-222-2222", the 6-7 of the sets "7-5, 6-7, 7-5". */
export function isInRow(tokens: readonly Token[], from: number, to: number): boolean {
  const isSet = (tokens[from]?.digits ?? MOST_GAMES + 1) <= MOST_GAMES;
  const next = isSet && tokens[to]?.text === ',' ? to + 2 : to;
  if (isGluedHyphen(tokens, next) && tokens[next + 1]?.kind === 'number') return true;
  return (
    isSet &&
    tokens[from - 1]?.text === ',' &&
    tokens[from - 2]?.kind === 'number' &&
    isGluedHyphen(tokens, from - 3)
  );
}
