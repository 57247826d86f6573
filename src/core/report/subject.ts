// Subjects: who a text says does, wants or must do something.

import { APOSTROPHE, kindAt, LOWER, SPACE } from '../text/letters';

/** Verbs of running text, a possessive, or a plus sign before another name. */
const ACTS =
  /^(?:['’]s?(?![\p{L}])|\s+(?:has|have|had|is|was|will|would|may|can|says?|said|announce[sd]?|invest(?:s|ed)?|plans?|wants?|agree[sd]?|sells?|sold|buys?|bought|acquire[sd]?|launche[sd]|provides?|provided|builds?|built|raise[sd]?|signs?|signed|expects?|offers?|offered|reports?|reported|holds?|held|owns?|takes?|took|leads?|led|pays?|paid|receive[sd]?|commits?|committed)\b|\s*\+\s*\p{Lu})/u;

/** True for what follows a name where its bearer does something, owns something or joins another: " has sold", "'s". */
export function startsWithAct(after: string): boolean {
  return mayStartAct(after) && ACTS.test(after);
}

/** Behind most names stands a comma or stop, or another capital. */
function mayStartAct(after: string): boolean {
  const first = kindAt(after, 0);
  if (first === APOSTROPHE || after.startsWith('+')) return true;
  return first === SPACE && ((kindAt(after, 1) & (LOWER | SPACE)) !== 0 || after.startsWith('+', 1));
}

/** Verbs that state what their subject wants or must do, apart from those of running text. */
const STANDS =
  /^(?:needs?|seeks?|hopes?|aims?|must|should|opposes?|supports?|backs?|prefers?|controls?|fears?|insists?|ask(?:s|ed)?|argues?|blames?|claims?|supplies|regards?|favou?rs?|demands?|are|were|could|wins?|loses?)\b/;

/** The first words of a text, up to the verb that says what they do or want: "The dockers' union (300 members) opposes …". */
export function subjectOf(text: string): string | undefined {
  const window = text.slice(0, 120);
  const subject = /^\p{Lu}[\p{L}\p{N}&’'-]*(?: [\p{L}\p{N}&’'-]+){0,4}/u.exec(window)?.[0] ?? '';
  const words = subject.split(' ');
  for (let count = 1; count <= words.length; count++) {
    const name = words.slice(0, count).join(' ');
    const rest = window
      .slice(name.length)
      .replace(/^(?: [(（][^()（）]{1,60}[)）]| (?:alone|also|itself|now|still|too)\b)/, '');
    if (/^ \p{Ll}/u.test(rest) && goesOnAsSubject(rest)) return name;
  }
  return undefined;
}

/** True for a text that goes on as a sentence does whose subject stands before it: "wants all three phases". */
export function goesOnAsSubject(rest: string): boolean {
  const words = rest.slice(0, 40).replace(/^[\s:：–—.,-]+/, '');
  return STANDS.test(words) || ACTS.test(` ${words}`);
}
