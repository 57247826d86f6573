// Lines that are set one under the other without list marks: "Output: 3 t", "By 2030: …", one question a line.
import type { RawLine } from './classify';

const LONGEST = 240;
/** Nobody's line breaks fall so that every line of a paragraph has one of these forms by chance. */
const FORMS: readonly RegExp[] = [
  /^(?:\*\*|__)?[\p{Lu}\d][^:：\n]{1,60}[:：](?:\*\*|__)?\s+\S/u,
  /[?？]\s*$/,
  /^(?:\*\*|__)[^\s*_]/,
  /[)\]]\.?\s*$/,
];

/** The indices of the lines, the first of each group aside, that are set one by one. */
export function linesSetOneByOne(lines: readonly RawLine[]): ReadonlySet<number> {
  const set = new Set<number>();
  for (let i = 0; i < lines.length; i++) {
    const from = i;
    while (lines[i]?.kind === 'text') i++;
    if (i - from < 2) continue;
    const group = lines.slice(from, i);
    const isSet = FORMS.some(form =>
      group.every(line => line.text.length <= LONGEST && form.test(line.text)),
    );
    for (let k = from + 1; isSet && k < i; k++) set.add(k);
  }
  return set;
}
