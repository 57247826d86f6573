// The words that say which way a value went.
import { seek } from '../text/beginnings';

export interface Direction {
  readonly sign: 1 | -1;
  readonly start: number;
  readonly end: number;
}

/** Verbs that leave no doubt which way the values went: what improves may rise or fall. */
export const RISES =
  'rose|risen|ris(?:es|ing)|grew|grown|grow(?:s|ing)|increas(?:ed|es|ing)|climb(?:s|ed|ing)|jump(?:s|ed|ing)|surg(?:ed|es|ing)|soar(?:s|ed|ing)|leap(?:s|t|ed|ing)|(?:sky)?rocketed|spiked|widen(?:s|ed|ing)|lengthen(?:s|ed|ing)|doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|quadrupl(?:ed|es|ing)|swell(?:s|ed|ing)|rebound(?:s|ed|ing)|recover(?:s|ed|ing)|rall(?:y|ies|ied|ying)|(?:bounc(?:es|ed|ing)) back|(?:went|goes|gone|crept|inched|edged|picked|moved|stepped) up';
export const FALLS =
  'fell|fallen|fall(?:s|ing)|drop(?:s|ped|ping)|declin(?:ed|es|ing)|decreas(?:ed|es|ing)|slip(?:s|ped|ping)|shrank|shrunk|shrink(?:s|ing)|narrow(?:s|ed|ing)|shorten(?:s|ed|ing)|collaps(?:es|ed|ing)|crash(?:es|ed|ing)|halv(?:ed|es|ing)|sank|plung(?:ed|es|ing)|tumbl(?:ed|es|ing)|slump(?:s|ed|ing)|eas(?:ed|es|ing)|dip(?:s|ped)|slid|slid(?:es|ing)|reced(?:ed|es|ing)|retreat(?:s|ed|ing)|dwindl(?:ed|es|ing)|abat(?:ed|es|ing)|soften(?:s|ed|ing)|weaken(?:s|ed|ing)|(?:went|goes|gone|came|come|comes|edged|inched|moved|trended|crept) down';
export const UP = `${RISES}|rise|grow|growth|increase|uplift|climb|jump|gain(?:s|ed|ing)?|expand(?:s|ed|ing)?|expansion|surge|soar|widen|up|higher|larger|bigger|more|plus|above|improv(?:e[sd]?|ing|ement)|advanc(?:e[sd]?|ing)|trebled|multipl(?:ied|ying)`;
export const DOWN = `${FALLS}|fall|drop|decline|decrease|slip|slide|contract(?:ed|ion)|shrink|narrow|los(?:t|es|ing)|loss|down|lower|smaller|less|fewer|saving|below|minus|cut(?:s|ting)?|reduc(?:e[sd]?|ing|tion)|slump|plunge|tumble|write-?down|mark-?down`;
const WORD = new RegExp(`\\b(?:(${UP})|(${DOWN}))\\b`, 'gi');
export const VERB = new RegExp(`\\b(?:(${RISES}|up)|(${FALLS}|down))\\b`, 'gi');
export const NOUN =
  '(?:rise|increase|gain|growth|jump|improvement|expansion|surge|climb|advance|uplift|plus|drop|fall|decline|decrease|reduction|cut|loss|slump|plunge|slide|dip|contraction|saving|write-?down|mark-?down)';

/** "from", behind which a change starts. */
export const SAYS_FROM = seek('from');

/** The last direction word of a stretch of text. */
export function directionIn(text: string, start: number, end: number, words = WORD): Direction | undefined {
  const from = Math.max(0, start);
  let last: RegExpExecArray | undefined;
  for (const match of text.slice(from, end).matchAll(words)) last = match;
  return last && directionOf(last, from);
}

/** The first one. */
export function firstDirection(text: string, start: number, end: number): Direction | undefined {
  const from = Math.max(0, start);
  for (const match of text.slice(from, end).matchAll(WORD)) return directionOf(match, from);
  return undefined;
}

function directionOf(match: RegExpExecArray, from: number): Direction {
  const start = from + match.index;
  return { sign: match[1] === undefined ? -1 : 1, start, end: start + match[0].length };
}
