// Which script and language a report is written in, by the letters and little words of its beginning.
import { DIGIT, eachRun, inLowerCase, LETTER } from '../text/letters';

const SAMPLE = 20_000;

/** True when most letters of a text are Latin ones. */
export function isLatin(text: string): boolean {
  const { ascii, others } = lettersOf(text.slice(0, SAMPLE));
  const letters = ascii + count(others, /\p{L}/gu);
  return ascii + count(others, /\p{Script=Latin}/gu) > letters * 0.7;
}

/** True when more letters of a text are Latin ones than not, and most little words are English. */
export function isEnglish(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const { ascii, others } = lettersOf(sample);
  return ascii > count(others, OTHER_SCRIPTS) && hasEnglishWords(sample);
}

const OTHER_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}]/gu;

/** How many ASCII letters a text has, and all that is not ASCII: a pattern for scripts takes long for each character. */
function lettersOf(text: string): { readonly ascii: number; readonly others: string } {
  let ascii = 0;
  for (let i = 0; i < text.length; i++) {
    const small = text.charCodeAt(i) | 0x20;
    if (small >= 0x61 && small <= 0x7a) ascii++;
  }
  return { ascii, others: text.replace(/[\0-\x7f]+/g, ' ') };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const ENGLISH: ReadonlySet<string> = new Set(
  'the of and to in for with from is was are by on that its'.split(' '),
);
const OTHERS: ReadonlySet<string> = new Set(
  'der die das und von für den mit le la les des et du pour el los las del para il che della di da do os dos het een van och att som og av'.split(
    ' ',
  ),
);
const LONGEST = 5;

function hasEnglishWords(text: string): boolean {
  const lower = inLowerCase(text);
  let english = 0;
  let others = 0;
  eachRun(lower, LETTER, LETTER | DIGIT, (start, end) => {
    if (end - start > LONGEST) return;
    const word = lower.slice(start, end);
    if (ENGLISH.has(word)) english++;
    else if (OTHERS.has(word)) others++;
  });
  return english >= others;
}
