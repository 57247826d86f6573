// The sources that a report names itself: its footnotes, the items of its list of references, its source lines and links.
import type { ProseBlock } from '../markdown/block';
import { OBJECT } from '../markdown/prose';
import type { Report, SourceName, SourceNote } from '../report/report';
import { Scopes } from '../text/scopes';
import type { Span } from '../text/span';
import { edtfIn } from './bibliography-csl';
import { doiIn, type Entry, type PlaceKind } from './bibliography-entry';

/** The entries of a report's own text, in text order; of several that name the same, the first. */
export function readReportEntries(report: Report): readonly Entry[] {
  const listed = report.sections
    .filter(({ part }) => part === 'sources')
    .flatMap(({ blocks }) => blocks)
    .flatMap(block => (block.kind === 'item' || block.kind === 'paragraph' ? listEntry(report, block) : []));
  const footnotes = report.blocks.flatMap(block =>
    block.kind === 'footnote' ? footnoteEntry(report, block.key, block) : [],
  );
  const defined = [...listed, ...footnotes];
  const known = new Scopes(defined.map(entry => ({ span: entry.place.span, value: entry })));
  const named = report.sources
    .filter(({ span }) => !known.innermost(span))
    .flatMap(note => note.names.flatMap(name => nameEntry(report.text, note, name)));
  return [...defined, ...distinct(named)].sort((a, b) => a.place.span.start - b.place.span.start);
}

function footnoteEntry(report: Report, key: string, block: ProseBlock): readonly Entry[] {
  const start = report.text.indexOf(`[^${key}]`, block.span.start) + 2;
  const isFound = start >= 2 && start < block.span.end;
  return proseEntry(report, block, 'footnote', block.prose.text, {
    key,
    span: isFound ? { start, end: start + key.length } : undefined,
  });
}

/** "[key] Title", "[key]: Title" or "@key: Title" at the start of an item. */
const LISTED_KEY =
  /^(?:[-*+]\s+|\d{1,4}[.)]\s+)?(?:\[@?([^\]\s^]{1,100})\](?!\():?|@([^\s,;:]{1,100})[:,]?)\s/;

function listEntry(report: Report, block: ProseBlock): readonly Entry[] {
  const { start, end } = block.span;
  const label = LISTED_KEY.exec(report.text.slice(start, Math.min(end, start + 220)));
  const key = label?.[1] ?? label?.[2];
  const words = block.prose.text.replace(/^\s*(?:\[[^\]]{1,101}\]|@[^\s,;:]{1,100}):?(?:\s|$)/, '');
  if (key === undefined) return proseEntry(report, block, 'list', words, undefined);
  const at = report.text.indexOf(key, start);
  return proseEntry(report, block, 'list', words, { key, span: { start: at, end: at + key.length } });
}

const ADDRESS = /https?:\/\/[^\s<>()[\]"'`|\\]{1,2000}/i;

function proseEntry(
  { text }: Report,
  { prose, span }: ProseBlock,
  kind: PlaceKind,
  words: string,
  named: { readonly key: string; readonly span: Span | undefined } | undefined,
): readonly Entry[] {
  const title = titleOf(words);
  const linked = prose.marks.flatMap(mark => (mark.kind === 'link' ? (mark.url ?? []) : []))[0];
  const url = linked ?? ADDRESS.exec(text.slice(span.start, span.end))?.[0].replace(/[.,;:!?]+$/, '');
  if (title === undefined && url === undefined) return [];
  return [
    {
      key: named?.key,
      title,
      authors: [],
      publisher: undefined,
      issued: title === undefined ? undefined : edtfIn(title),
      url,
      doi: doiIn(url ?? '') ?? doiIn(text.slice(span.start, span.end)),
      file: undefined,
      place: { kind, path: undefined, span, keySpan: named?.span },
    },
  ];
}

/** The words of an entry on one line, without the address at their end. */
function titleOf(words: string): string | undefined {
  const title = words
    .replaceAll(OBJECT, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s,;:(<]+$/, '')
    .replace(/(?<!\.\p{L})\.$/u, '');
  return /[\p{L}\p{N}]/u.test(title) ? title : undefined;
}

function nameEntry(text: string, note: SourceNote, { name, span, url }: SourceName): readonly Entry[] {
  const kind = note.kind === 'cell' ? 'line' : note.kind;
  const isNamed = kind === 'line' || (kind === 'link' && url !== undefined && /\p{L}/u.test(name));
  if (!isNamed) return [];
  // A line may name several.
  const at = text.slice(span.start, span.end).indexOf(name);
  const own = at < 0 ? span : { start: span.start + at, end: span.start + at + name.length };
  return [
    {
      key: undefined,
      title: name,
      authors: [],
      publisher: undefined,
      issued: edtfIn(name),
      url,
      doi: doiIn(url ?? ''),
      file: undefined,
      place: { kind, path: undefined, span: own, keySpan: undefined },
    },
  ];
}

/** Each name once, with the address that any of its mentions has. */
function distinct(entries: readonly Entry[]): readonly Entry[] {
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    const name = entry.title?.toLowerCase() ?? '';
    const known = byName.get(name);
    if (!known) byName.set(name, entry);
    else if (known.url === undefined && entry.url !== undefined)
      byName.set(name, { ...known, url: entry.url, doi: entry.doi });
  }
  return [...byName.values()];
}
