// The sources that a report's front matter lists: Pandoc's `references:` in YAML, as CSL entries.
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { TextEdit } from '../text/edits';

export interface Bibliography {
  readonly entries: readonly Entry[];
  /** False when it also names files, whose entries are not known here. */
  readonly complete: boolean;
  /** The edit that adds an empty entry for a key, below the last one. */
  readonly addEntry: (key: string) => TextEdit | undefined;
}

export interface Entry {
  readonly key: string;
  readonly title: string | undefined;
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/m;
/** A front matter longer than this is none. */
const LONGEST = 200_000;

/** The bibliography of a report's front matter; undefined when it has none, or none that can be read. */
export function readBibliography(text: string): Bibliography | undefined {
  if (!/^\uFEFF?---/.test(text)) return undefined;
  const block = FRONT_MATTER.exec(text.slice(0, LONGEST));
  const yaml = block?.[1];
  if (block === null || yaml === undefined) return undefined;
  const { contents, errors } = parseDocument(yaml, { logLevel: 'silent' });
  if (errors.length > 0 || !isMap(contents)) return undefined;
  const references = contents.get('references', true);
  const files = contents.has('bibliography');
  if (references === undefined && !files) return undefined;
  const entries = entriesOf(references);
  const start = block[0].indexOf('\n') + 1;
  return {
    entries,
    complete: !files && (isSeq(references) || isMap(references)),
    addEntry: key => newEntry(text, start, references, key),
  };
}

function entriesOf(references: unknown): Entry[] {
  if (isSeq(references))
    return references.items.flatMap(item => (isMap(item) ? entryOf(textOf(item, 'id'), item) : []));
  if (!isMap(references)) return [];
  return references.items.flatMap(({ key, value }) =>
    entryOf(isScalar(key) ? String(key.value) : undefined, isMap(value) ? value : undefined),
  );
}

function entryOf(key: string | undefined, item: YAMLMap | undefined): Entry[] {
  return key === undefined ? [] : [{ key, title: item && textOf(item, 'title') }];
}

function textOf(item: YAMLMap, name: string): string | undefined {
  const value = item.get(name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function newEntry(text: string, start: number, references: unknown, key: string): TextEdit | undefined {
  if (!isSeq(references) || references.flow === true || !references.range) return undefined;
  const last = references.items.at(-1);
  const first = isMap(last) ? last.items[0]?.key : undefined;
  const column = isScalar(first) && first.range ? columnOf(text, start + first.range[0]) : undefined;
  const end = isMap(last) ? last.range?.[1] : undefined;
  if (column === undefined || column < 2 || end === undefined) return undefined;
  const at = start + end - (text.slice(start, start + end).match(/\s+$/)?.[0].length ?? 0);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = ' '.repeat(column);
  return {
    span: { start: at, end: at },
    newText: `${newline}${indent.slice(2)}- id: ${key}${newline}${indent}title: ""`,
  };
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
