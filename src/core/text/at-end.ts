// Patterns for what a text ends in, such as the words right before a figure.
import { onceOfWord } from './remember';

/**
 * The pattern for texts that end in what another describes. It is looked for from the end backwards, which takes a fraction
 * of the time of trying each place as its start. Only whether it is there is told, not where it starts.
 */
export function atEnd({ source, flags }: RegExp): RegExp {
  return new RegExp(`$(?<=${source})`, flags);
}

/**
 * What a function makes of the last word of A to Z in a text, whatever marks and spaces stand behind it: one look tells
 * whether a pattern for what the text ends in needs to be tried.
 */
export function ofLastWord<V extends {}>(make: (word: string) => V): (text: string) => V {
  const of = onceOfWord(make);
  return text => {
    let end = text.length;
    while (end > 0 && !isLetter(text.charCodeAt(end - 1))) end--;
    let start = end;
    while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
    return of(text, start, end);
  };
}

function isLetter(code: number): boolean {
  const small = code | 32;
  return small >= 97 && small <= 122;
}
