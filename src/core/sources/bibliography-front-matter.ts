// The sources that a report's front matter lists: Pandoc's `references:` in YAML, and the files that `bibliography:` names.
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../text/edits';
import type { Span } from '../text/span';
import { type CslField, readCslItem } from './bibliography-csl';
import { type Entry, type Problem, type ReadEntries, repeatedKeys } from './bibliography-entry';

export interface FrontMatter extends ReadEntries {
  /** The bibliography files that it names, relative to the report. */
  readonly files: readonly string[];
  /** True when it has `references:` that can be read. */
  readonly lists: boolean;
  /** True when `nocite:` lists sources without a citation in the text. */
  readonly citesAll: boolean;
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/m;
/** A front matter longer than this is none. */
const LONGEST = 200_000;

/** What the front matter of a report says of sources; undefined when it says nothing. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const block = blockOf(text);
  if (!block) return undefined;
  const { yaml, start } = block;
  const { contents, errors } = parseDocument(yaml, { logLevel: 'silent' });
  const [error] = errors;
  if (error) {
    if (!/^(?:references|bibliography)\s*:/m.test(yaml)) return undefined;
    const span = { start: start + error.pos[0], end: start + error.pos[1] };
    const message = 'The front matter cannot be read from here on, so its references are unknown.';
    return {
      entries: [],
      problems: [{ span, message }],
      files: [],
      lists: false,
      citesAll: false,
    };
  }
  if (!isMap(contents)) return undefined;
  const references = contents.get('references', true);
  if (references === undefined && !contents.has('bibliography')) return undefined;
  const reader = new ReferenceReader(start);
  const entries = reader.read(references);
  return {
    entries,
    problems: [...reader.problems, ...repeatedKeys(entries)].sort((a, b) => a.span.start - b.span.start),
    files: filesOf(contents),
    lists: isSeq(references) || isMap(references),
    citesAll: contents.has('nocite'),
  };
}

/** The YAML of a front matter, and where it starts. */
function blockOf(text: string): { readonly yaml: string; readonly start: number } | undefined {
  if (!/^\uFEFF?---/.test(text)) return undefined;
  const block = FRONT_MATTER.exec(text.slice(0, LONGEST));
  const yaml = block?.[1];
  return block === null || yaml === undefined ? undefined : { yaml, start: block[0].indexOf('\n') + 1 };
}

function filesOf(contents: YAMLMap): readonly string[] {
  const named = contents.get('bibliography', true);
  const all = isSeq(named) ? named.items : [named];
  return all.flatMap(file => (isScalar(file) && typeof file.value === 'string' ? file.value.trim() : []));
}

class ReferenceReader {
  readonly problems: Problem[] = [];

  constructor(private readonly offset: number) {}

  read(references: unknown): Entry[] {
    if (isSeq(references))
      return references.items.flatMap(item => {
        if (isMap(item)) return this.entry(item, undefined) ?? [];
        this.problems.push({
          span: this.spanOf(item) ?? this.spanOf(references) ?? { start: this.offset, end: this.offset },
          message: 'This is no entry: an entry has fields, such as “id: …” and “title: …”.',
        });
        return [];
      });
    if (!isMap(references)) return [];
    return references.items.flatMap(({ key, value }) => {
      if (!isScalar(key)) return [];
      return this.entry(isMap(value) ? value : undefined, key) ?? [];
    });
  }

  private entry(item: YAMLMap | undefined, named: unknown): Entry | undefined {
    const fields = new Map((item?.items ?? []).flatMap(pair => this.field(pair)));
    const key = isScalar(named) ? { value: named.value, span: this.spanOf(named) } : undefined;
    const span = this.spanOf(item) ?? key?.span;
    if (!span) return undefined;
    const start = Math.min(span.start, key?.span?.start ?? span.start);
    return readCslItem(
      {
        fields,
        place: { kind: 'front-matter', path: undefined, span: { start, end: span.end } },
        ...(key?.span ? { key: { value: key.value, span: key.span } } : {}),
      },
      this.problems,
    );
  }

  private field({ key, value }: Pair): readonly (readonly [string, CslField])[] {
    const span = this.spanOf(value) ?? this.spanOf(key);
    if (!isScalar(key) || !span) return [];
    const plain = isScalar(value) ? value.value : isMap(value) || isSeq(value) ? value.toJSON() : null;
    return [[String(key.value), { value: plain, span }]];
  }

  /** Without the quotes of a text, and without the space after it. */
  private spanOf(node: unknown): Span | undefined {
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
    if (!node.range) return undefined;
    const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') ? 1 : 0;
    return { start: this.offset + node.range[0] + quoted, end: this.offset + node.range[1] - quoted };
  }
}

/**
 * The edit that adds an entry, of these lines of YAML, to the references of a report's front matter, which is made
 * when there is none. Undefined when the references are written in a form that has no place for it.
 */
export function addReference(text: string, lines: readonly string[]): TextEdit | undefined {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const list = ['references:', ...lines.map((line, i) => `${i === 0 ? '- ' : '  '}${line}`)];
  const block = blockOf(text);
  if (!block) {
    const at = text.startsWith('\uFEFF') ? 1 : 0;
    const written = ['---', ...list, '---', '', ''].join(newline);
    return { span: { start: at, end: at }, newText: written };
  }
  const { contents, errors } = parseDocument(block.yaml, { logLevel: 'silent' });
  if (errors.length > 0) return undefined;
  const references = isMap(contents) ? contents.get('references', true) : undefined;
  if (references === undefined && (isMap(contents) || contents === null)) {
    const at = block.start + block.yaml.length;
    return { span: { start: at, end: at }, newText: `${list.join(newline)}${newline}` };
  }
  return isSeq(references) ? belowLast(text, block.start, references, lines, newline) : undefined;
}

function belowLast(
  text: string,
  start: number,
  references: YAMLSeq,
  lines: readonly string[],
  newline: string,
): TextEdit | undefined {
  const last = references.items.at(-1);
  const first = isMap(last) ? last.items[0]?.key : undefined;
  if (references.flow === true || !isMap(last) || !last.range || !isScalar(first) || !first.range)
    return undefined;
  const column = columnOf(text, start + first.range[0]);
  if (column < 2) return undefined;
  const at = text.slice(0, start + last.range[1]).trimEnd().length;
  const indent = ' '.repeat(column);
  const written = lines.map((line, i) => `${newline}${i === 0 ? `${indent.slice(2)}- ` : indent}${line}`);
  return { span: { start: at, end: at }, newText: written.join('') };
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
