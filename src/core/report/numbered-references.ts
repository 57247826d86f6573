// References by number: "[3]" in the text, "[3] Rail Regulator, report of May 2026" in a list at the end.
import type { Prose } from '../markdown/prose';
import type { Span } from '../text/span';
import type { Section, SourceNote } from './report';

/** Fewer entries than this make no list. */
const FEWEST = 2;
const ENTRY = /^[ \t]*\[(\d{1,3})\][ \t]+(\S[^\n]*)/gmu;
const REFERENCE = /\[(\d{1,3})(?:\s?[,;–-]\s?\d{1,3}){0,9}\]/g;
const LONGEST_NAME = 80;

/** The names of the sources of a report, by their numbers; empty where it does not number them. */
export type NumberedReferences = ReadonlyMap<string, string>;

export function numberedReferences(sections: readonly Section[]): NumberedReferences {
  const names = new Map<string, string>();
  for (const { blocks } of sections)
    for (const block of blocks) {
      if (block.kind === 'table' || !block.prose.text.trimStart().startsWith('[')) continue;
      for (const [, number = '', name = ''] of block.prose.text.matchAll(ENTRY))
        names.set(number, name.trim().slice(0, LONGEST_NAME).replace(/\.$/, ''));
    }
  return names.size < FEWEST ? new Map() : names;
}

/** The references in a prose to sources by number. */
export function referencesIn(
  prose: Prose,
  names: NumberedReferences,
  scopes: () => readonly Span[],
): SourceNote[] {
  if (names.size === 0 || !prose.text.includes('[')) return [];
  return [...prose.text.matchAll(REFERENCE)].flatMap((match): SourceNote[] => {
    const name = names.get(match[1] ?? '');
    const isEntry = /(?:^|\n)[ \t]*$/.test(prose.text.slice(0, match.index));
    if (name === undefined || isEntry) return [];
    const span = prose.toSpan({ start: match.index, end: match.index + match[0].length });
    return [
      {
        kind: 'attribution',
        span,
        text: match[0],
        names: [{ name, key: undefined, span, url: undefined }],
        scopes: scopes(),
      },
    ];
  });
}
