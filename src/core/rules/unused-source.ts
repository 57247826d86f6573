import type { Entry } from '../sources/bibliography';
import { nameOf } from '../sources/bibliography';
import { citationsOf, unusedEntries } from '../sources/citations';
import { distance } from './edit-distance';
import type { Rule } from './rule';

export const unusedSource: Rule = {
  id: 'unused-source',
  family: 'verification',
  severity: 'hint',
  summary:
    'A source that the report lists to be cited, in its front matter or as a footnote, and never cites.',
  *check({ report, bibliography }) {
    const listed = bibliography.entries.filter(({ place }) => isOwn(place.kind));
    if (listed.length === 0) return;
    const citations = citationsOf(report, bibliography);
    const unknown = citations.flatMap(({ key, entry }) => (entry || key === undefined ? [] : [key]));
    const kindsCited = new Set(citations.map(({ entry }) => entry?.place.kind));
    for (const entry of unusedEntries(report, bibliography, citations)) {
      const { place } = entry;
      // Where no entry of its kind is cited, the list is there to be read. "nocite" asks for that in words.
      if (!isOwn(place.kind) || !kindsCited.has(place.kind) || bibliography.frontMatter?.citesAll) continue;
      if (unknown.some(key => isMisspelled(key, entry.key))) continue;
      yield {
        span: place.keySpan ?? place.span,
        message: `“${nameOf(entry).slice(0, 100)}” is listed as a source and cited nowhere.`,
        fixes: [
          {
            kind: 'edits',
            title: 'Remove the unused source',
            edits: [{ span: wholeLines(report.text, entry), newText: '' }],
            certain: false,
          },
        ],
      };
    }
  },
};

/** A key that no entry has is reported where it stands: most likely it means this entry. */
function isMisspelled(key: string, meant: string | undefined): boolean {
  if (meant === undefined) return false;
  const isLong = Math.min(key.length, meant.length) > 4;
  return (
    distance(key, meant) <= (isLong ? 2 : 1) || (isLong && (key.startsWith(meant) || meant.startsWith(key)))
  );
}

function isOwn(kind: Entry['place']['kind']): boolean {
  return kind === 'front-matter' || kind === 'footnote';
}

/** The lines of an entry, with the line break at their end. */
function wholeLines(text: string, { place: { span } }: Entry): { start: number; end: number } {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const content = span.start + text.slice(span.start, span.end).trimEnd().length;
  const end = text.indexOf('\n', content);
  return { start, end: end < 0 ? text.length : end + 1 };
}
