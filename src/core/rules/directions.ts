// The words that say which way a value went.

export interface Direction {
  readonly sign: 1 | -1;
  readonly start: number;
  readonly end: number;
}

export const UP =
  'rose|risen|ris(?:e|es|ing)|grew|grown|grow(?:s|ing|th)?|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gain(?:s|ed|ing)?|expand(?:s|ed|ing)?|expansion|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|widen(?:s|ed|ing)?|up|higher|more|plus|above|improv(?:e[sd]?|ing|ement)|advanc(?:e[sd]?|ing)|doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|trebled|quadrupl(?:ed|es|ing)|multipl(?:ied|ying)';
export const DOWN =
  'fell|fallen|fall(?:s|ing)?|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|slip(?:s|ped|ping)?|shrank|shrunk|shrink(?:s|ing)?|narrow(?:s|ed|ing)?|los(?:t|es|ing)|loss|down|lower|less|fewer|below|minus|halv(?:ed|es|ing)|cut(?:s|ting)?|reduc(?:e[sd]?|ing|tion)|sank|slump(?:s|ed)?|plung(?:e[sd]?|ing)|tumbl(?:e[sd]?|ing)';
const WORD = new RegExp(`\\b(?:(${UP})|(${DOWN}))\\b`, 'gi');
/** Words that leave no doubt which way the values went: what improves may rise or fall. */
export const VERB =
  /\b(?:(rose|risen|ris(?:es|ing)|grew|grown|grow(?:s|ing)|increas(?:ed|es|ing)|climb(?:s|ed|ing)|jump(?:s|ed|ing)|surg(?:ed|es|ing)|soar(?:s|ed|ing)|widen(?:s|ed|ing)|up|doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|quadrupl(?:ed|es|ing))|(fell|fallen|fall(?:s|ing)|drop(?:s|ped|ping)|declin(?:ed|es|ing)|decreas(?:ed|es|ing)|slip(?:s|ped|ping)|shrank|shrunk|shrink(?:s|ing)|narrow(?:s|ed|ing)|down|halv(?:ed|es|ing)|sank|plung(?:ed|es|ing)|tumbl(?:ed|es|ing)|slump(?:s|ed|ing)))\b/gi;
export const NOUN =
  '(?:rise|increase|gain|growth|jump|improvement|expansion|surge|climb|advance|drop|fall|decline|decrease|reduction|cut|loss|slump|plunge|slide|dip)';

/** The last direction word of a stretch of text. */
export function directionIn(text: string, start: number, end: number, words = WORD): Direction | undefined {
  return directions(text, start, end, words).at(-1);
}

export function firstDirection(text: string, start: number, end: number): Direction | undefined {
  return directions(text, start, end)[0];
}

function directions(text: string, start: number, end: number, words = WORD): Direction[] {
  const from = Math.max(0, start);
  return [...text.slice(from, end).matchAll(words)].map(match => ({
    sign: match[1] === undefined ? -1 : 1,
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
}
