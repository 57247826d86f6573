// Lines that are set one under the other without list marks: "Output: 3 t", "By 2030: …", one question or date a line.
import type { RawLine } from './classify';
import { looksLikeHeading } from './flattened';

const LONGEST = 240;
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?';
const DATE = `\\d{4}[-/.]\\d\\d?\\b|\\d\\d?[/.]\\d\\d?[/.]\\d{2,4}|\\d\\d?(?:st|nd|rd|th)? ${MONTH}(?=\\W)|${MONTH} \\d|[qh][1-4] \\d{4}|\\d{4} [qh][1-4]`;
/** Nobody's line breaks fall so that every line of a paragraph has one of these forms by chance. */
const FORMS: readonly RegExp[] = [
  /^(?:\*\*|__)?[\p{Lu}\d][^:：\n]{1,60}(?::(?:\*\*|__)?\s|：)\s*\S/u,
  /[?？]\s*$/,
  /^(?:\*{1,2}|_{1,2})[^\s*_]/,
  /[)\]]\.?\s*$/,
  /\b(?:confidence|conviction|certainty|probability|likelihood)\b.{0,24}$/i,
  /^\p{Lu}[^–—.\n]{1,40} [–—/-] \S/u,
  /^[^|\n]{2,80} \| [^|\n]{2,80}/,
  /^(?:…|\.{3}|[◎○●△▲▽×]|\p{Extended_Pictographic}\uFE0F?)\s?\p{L}/u,
];
/** … nor so that two lines under each other have one of these. */
const SURE_FORMS: readonly RegExp[] = [
  /^[\p{Lu}\d][^→\n]{1,60}→\s*\S/u,
  /^\p{Lu}{2,4}[ -]?\d{1,2}\s?[:.–—]\s/u,
  /^\d{1,2}\.\d{1,2}\.? \p{Lu}/u,
  new RegExp(`^(?:\\*\\*|__|\\[)?(?:(?:early|mid|late|end)[- ])?(?:${DATE})`, 'i'),
];

/** "++ Title ++". */
const SIGNS = /^([+*:=-])\1+\s+|\s+([+*:=-])\2+\s*$/g;

export interface Verse {
  /** Lines that are set one by one for sure. */
  readonly lines: ReadonlySet<number>;
  /** Those that end the line before: all but the first of a group. */
  readonly breaks: ReadonlySet<number>;
}

/** The indices of the lines that are set one by one. */
export function linesSetOneByOne(lines: readonly RawLine[]): Verse {
  const sure = new Set<number>();
  const breaks = new Set<number>();
  for (let i = 0; i < lines.length; i++) {
    const from = i;
    const kind = lines[i]?.kind === 'quote' ? 'quote' : 'text';
    while (lines[i]?.kind === kind) i++;
    if (i - from < 2) continue;
    const group = lines.slice(from, i);
    const isHeaded = group.length > 2 && looksLikeHeading((group[0]?.text ?? '').replace(SIGNS, ''), true);
    const isVerse = isSet(group, FORMS) || (isHeaded && isSet(group.slice(1), FORMS));
    for (let k = from + 1; k < i; k++) {
      const isSure = isSet(lines.slice(k - 1, k + 1), SURE_FORMS);
      if (isVerse || isSure) breaks.add(k);
      if (isSure) sure.add(k - 1).add(k);
    }
    if (isHeaded && breaks.has(from + 2)) breaks.add(from + 1);
  }
  return { lines: sure, breaks };
}

function isSet(group: readonly RawLine[], forms: readonly RegExp[]): boolean {
  return forms.some(form =>
    group.every(
      ({ kind, text }) =>
        text.length <= LONGEST && form.test(kind === 'quote' ? text.replace(/^[\s>]+/, '') : text),
    ),
  );
}
