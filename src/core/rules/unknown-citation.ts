import type { InlineMark } from '../markdown/prose';
import type { Bibliography } from '../sources/bibliography';
import { addReference } from '../sources/bibliography-front-matter';
import { ALPHANUMERIC, HYPHEN, kindAt } from '../text/letters';
import { distance } from './edit-distance';
import type { Reading } from './reading';
import type { Fix, Rule } from './rule';
import { passagesIn } from './sentences';

export const unknownCitation: Rule = {
  id: 'unknown-citation',
  family: 'verification',
  severity: 'error',
  summary:
    'A citation [@key] that the bibliography does not have, or a footnote [^1] without its definition.',
  *check(reading) {
    const notes = new Set(
      reading.report.blocks.flatMap(block => (block.kind === 'footnote' ? [block.key] : [])),
    );
    const marks: InlineMark[] = [];
    for (const { prose } of passagesIn(reading)) if (prose.marks.length > 0) marks.push(...prose.marks);
    const cited = marks.flatMap(mark => (mark.kind === 'citation' ? mark.keys : []));
    const keys = knownKeys(reading, cited);
    for (const mark of marks) {
      if (mark.kind === 'footnote' && notes.size > 0 && !notes.has(mark.key))
        yield {
          span: mark.span,
          message: `There is no footnote “${mark.key}”: no line of the report starts with [^${mark.key}]:.`,
          fixes: footnoteFixes(reading, mark, notes),
        };
      if (mark.kind !== 'citation' || !keys) continue;
      for (const key of mark.keys)
        if (!keys.has(key) && !CROSS_REFERENCE.test(key))
          yield {
            span: mark.span,
            message: `The bibliography has no entry “${key}”.`,
            fixes: citationFixes(reading, mark, key, keys),
          };
    }
  },
};

type Footnote = Extract<InlineMark, { kind: 'footnote' }>;
type Citation = Extract<InlineMark, { kind: 'citation' }>;

/** A reference to a figure, table, equation, section or listing of the report itself, as pandoc-crossref writes it. */
const CROSS_REFERENCE = /^(?:fig|tbl|eq|sec|lst):/;

/** The keys that may be cited; undefined where they cannot be known. */
function knownKeys(
  { report, bibliography: { byKey, isComplete, frontMatter } }: Reading,
  cited: readonly string[],
): ReadonlySet<string> | undefined {
  if (frontMatter && !isComplete) return undefined;
  const list = report.sections
    .filter(section => section.part === 'sources')
    .map(({ span }) => report.text.slice(span.start, span.end))
    .join('\n');
  const listed = [...new Set(cited)].filter(key => isWordOf(list, key));
  return isComplete || listed.length > 0 ? new Set([...byKey.keys(), ...listed]) : undefined;
}

/** True where a key stands in a text, and is no part of a longer one. */
function isWordOf(text: string, key: string): boolean {
  for (let at = text.indexOf(key); at >= 0 && at < text.length; at = text.indexOf(key, at + 1))
    if (!isOfKey(text, at - 1) && !isOfKey(text, at + key.length)) return true;
  return false;
}

function isOfKey(text: string, at: number): boolean {
  return (kindAt(text, at) & (ALPHANUMERIC | HYPHEN)) !== 0 || text[at] === '_';
}

const MOST_CHOICES = 3;

function nearest(key: string, keys: Iterable<string>): string[] {
  return [...keys]
    .map(other => ({ other, far: distance(key, other) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_CHOICES)
    .map(({ other }) => other);
}

function footnoteFixes({ report }: Reading, { span, key }: Footnote, notes: ReadonlySet<string>): Fix[] {
  const end = report.text.trimEnd().length;
  return [
    ...nearest(key, notes).map(
      (other): Fix => ({
        kind: 'edits',
        title: `Refer to footnote ${other}`,
        edits: [{ span, newText: `[^${other}]` }],
        certain: false,
      }),
    ),
    {
      kind: 'edits',
      title: `Add footnote ${key} at the end, to be filled in`,
      edits: [{ span: { start: end, end }, newText: `\n\n[^${key}]: [citation needed]` }],
      certain: false,
    },
  ];
}

function citationFixes(
  { report, bibliography }: Reading,
  { span }: Citation,
  key: string,
  keys: ReadonlySet<string>,
): Fix[] {
  const written = report.text.slice(span.start, span.end);
  const at = written.indexOf(`@${key}`);
  const place = { start: span.start + at + 1, end: span.start + at + 1 + key.length };
  const picks = nearest(key, keys).map(
    (other): Fix => ({
      kind: 'edits',
      title: `Cite ${titled(other, bibliography)}`,
      edits: [{ span: place, newText: other }],
      certain: false,
    }),
  );
  const entry = bibliography.frontMatter?.lists
    ? addReference(report.text, [`id: ${key}`, 'title: ""'])
    : undefined;
  const create: Fix[] = entry
    ? [
        {
          kind: 'edits',
          title: `Add an entry ${key} to the bibliography, to be filled in`,
          edits: [entry],
          certain: false,
        },
      ]
    : [];
  return at < 0 ? create : [...picks, ...create];
}

function titled(key: string, { byKey }: Bibliography): string {
  const title = byKey.get(key)?.title;
  return title === undefined ? key : `${key} (${title})`;
}
