// Reads a BibTeX or BibLaTeX file. Our own reader, because those that exist give no offsets and give up at the first slip.
import type { Span } from '../text/span';
import { dayOf, edtfIn } from './bibliography-csl';
import { doiIn, type Entry, type Problem, type ReadEntries, repeatedKeys } from './bibliography-entry';
import { namesInLatex, plainLatex } from './bibliography-latex';

/** The entries of a BibTeX file. Any text gives a result, in time linear in its length. */
export function readBibtex(text: string, path: string): ReadEntries {
  const reader = new BibtexReader(text, path);
  const entries = reader.read();
  const problems = [...reader.problems, ...repeatedKeys(entries)];
  return { entries, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

/** What a field holds, braces and all; a macro's name is replaced by what it stands for. */
type Fields = Map<string, string>;

/** A slip from which the reader goes on at the next entry. */
class Slip extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** An entry, a macro, a preamble or a comment: what stands before it on its line is free text. */
const COMMAND = /@[ \t]*([a-zA-Z]+)\s*([{(])/g;
/** At the start of a line it begins the next entry, so that an unclosed one ends there. */
const NEXT_ENTRY = /^[ \t]*@[ \t]*[a-zA-Z]+\s*[{(]/;
const KEY = /[^\s,{}()"#%~\\]+/y;
const NAME = /[^\s,{}()"#%~\\=]+/y;
const SPACE = /\s*/y;
const REMARK = /%[^\n]*/y;

class BibtexReader {
  readonly problems: Problem[] = [];
  private readonly macros = new Map<string, string>(MONTHS.map((month, i) => [month, String(i + 1)]));
  private at = 0;
  /** Where what is read now has opened. */
  private opened = 0;

  constructor(
    private readonly text: string,
    private readonly path: string,
  ) {}

  read(): Entry[] {
    const entries: Entry[] = [];
    for (;;) {
      COMMAND.lastIndex = this.at;
      const command = COMMAND.exec(this.text);
      if (!command) return entries;
      this.at = COMMAND.lastIndex;
      this.opened = this.at;
      if (this.isRemark(command.index)) continue;
      try {
        const entry = this.command(command[1] ?? '', command[2] === '(' ? ')' : '}', command.index);
        if (entry) entries.push(entry);
      } catch (error) {
        if (!(error instanceof Slip)) throw error;
        this.problems.push({ span: this.lineAt(error.at), message: error.message });
        this.at = this.nextEntry(error.at);
      }
    }
  }

  /** True after % on a line, where entries are taken out of use. */
  private isRemark(at: number): boolean {
    return /%[^\n]*$/.test(this.text.slice(Math.max(0, at - 100), at));
  }

  private command(kind: string, close: string, start: number): Entry | undefined {
    switch (kind.toLowerCase()) {
      case 'comment':
        return undefined;
      case 'preamble':
        this.value();
        return undefined;
      case 'string':
        for (const [name, value] of this.fields(close)) this.macros.set(name, value);
        return undefined;
      default:
        return this.entry(close, start);
    }
  }

  private entry(close: string, start: number): Entry | undefined {
    this.skipSpace();
    const from = this.at;
    const key = this.take(KEY);
    if (key === '') throw new Slip(from, 'This entry has no key after its opening brace.');
    const keySpan = { start: from, end: this.at };
    this.skipSpace();
    if (this.text[this.at] !== ',' && this.text[this.at] !== close)
      throw new Slip(this.at, `A comma is missing after the key “${key}”.`);
    const fields = this.fields(close);
    return entryOf(key, fields, { kind: 'bibtex', path: this.path, span: { start, end: this.at }, keySpan });
  }

  /** The fields up to the closing brace, which is passed; a comma may stand before each and after the last. */
  private fields(close: string): Fields {
    const fields: Fields = new Map();
    for (;;) {
      this.skipSpace();
      while (this.text[this.at] === ',') {
        this.at++;
        this.skipSpace();
      }
      if (this.text[this.at] === close) {
        this.at++;
        return fields;
      }
      const from = this.at;
      const name = this.take(NAME).toLowerCase();
      if (name === '' || name.startsWith('@')) throw this.unclosedEntry();
      this.skipSpace();
      if (this.text[this.at] !== '=')
        throw new Slip(from, `The field “${name.slice(0, 40)}” has no “=” and no value.`);
      this.at++;
      const value = this.value();
      if (!fields.has(name)) fields.set(name, value);
      this.skipSpace();
      if (this.at === this.text.length || this.text[this.at] === '@') throw this.unclosedEntry();
      if (this.text[this.at] !== ',' && this.text[this.at] !== close)
        throw new Slip(this.at, `A comma is missing after the field “${name.slice(0, 40)}”.`);
    }
  }

  /** A value: texts in braces or quotes, numbers and macros, joined by #. */
  private value(): string {
    let value = '';
    for (;;) {
      this.skipSpace();
      const first = this.text[this.at];
      if (first === '{') value += this.braced();
      else if (first === '"') value += this.quoted();
      else {
        const from = this.at;
        const word = this.take(NAME);
        if (word === '') throw new Slip(from, 'A value is missing here.');
        value += this.macros.get(word.toLowerCase()) ?? word;
      }
      this.skipSpace();
      if (this.text[this.at] !== '#') return value;
      this.at++;
    }
  }

  private braced(): string {
    const from = this.at + 1;
    let depth = 0;
    for (let i = this.at; i < this.text.length; i++) {
      const character = this.text[i];
      if (character === '\\') i++;
      else if (character === '{') depth++;
      else if (character === '}' && --depth === 0) {
        this.at = i + 1;
        return this.text.slice(from, i);
      } else if (character === '\n' && this.startsNext(i + 1)) break;
    }
    throw this.unclosed('brace');
  }

  private quoted(): string {
    const from = this.at + 1;
    let depth = 0;
    for (let i = from; i < this.text.length; i++) {
      const character = this.text[i];
      if (character === '\\') i++;
      else if (character === '{') depth++;
      else if (character === '}') depth--;
      else if (character === '"' && depth <= 0) {
        this.at = i + 1;
        return this.text.slice(from, i);
      } else if (character === '\n' && this.startsNext(i + 1)) break;
    }
    throw this.unclosed('quotation mark');
  }

  private unclosedEntry(): Slip {
    return new Slip(this.opened, 'This entry has no closing brace.');
  }

  private unclosed(mark: string): Slip {
    return new Slip(this.at, `The ${mark} that opens here is never closed.`);
  }

  /** The start of the first line after an offset with which an entry begins; the end of the text when none does. */
  private nextEntry(at: number): number {
    for (let line = this.text.indexOf('\n', at - 1); line >= 0; line = this.text.indexOf('\n', line + 1))
      if (this.startsNext(line + 1)) return line + 1;
    return this.text.length;
  }

  private startsNext(lineStart: number): boolean {
    return NEXT_ENTRY.test(this.text.slice(lineStart, lineStart + 100));
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  /** White space, and what stands after % on a line. */
  private skipSpace(): void {
    do this.take(SPACE);
    while (this.take(REMARK) !== '');
  }

  /** From an offset to the end of its line, so that a message has something to stand under. */
  private lineAt(at: number): Span {
    const start = Math.min(at, Math.max(0, this.text.length - 1));
    const end = this.text.indexOf('\n', start + 1);
    return { start, end: Math.min(end < 0 ? this.text.length : end, start + 200) };
  }
}

const PUBLISHERS = ['publisher', 'journaltitle', 'journal', 'institution', 'organization', 'school'];

function entryOf(key: string, fields: Fields, place: Entry['place']): Entry {
  const words = (name: string) => {
    const value = fields.get(name);
    return value === undefined ? undefined : plainLatex(value) || undefined;
  };
  const how = fields.get('howpublished') ?? '';
  const url =
    fields.get('url')?.replace(/\\(?=[%&#_~])/g, '') ?? addressIn(how) ?? addressIn(fields.get('note') ?? '');
  const year = words('year');
  const given = words('date') ?? '';
  return {
    key,
    title: words('title'),
    authors: namesInLatex(fields.get('author') ?? fields.get('editor') ?? ''),
    publisher: PUBLISHERS.map(words).find(Boolean) ?? (addressIn(how) ? undefined : words('howpublished')),
    issued: edtfIn(given) ?? dayOf(year, monthOf(words('month')), words('day')) ?? edtfIn(year ?? ''),
    url: url?.trim() || undefined,
    doi: doiIn(fields.get('doi') ?? url ?? ''),
    file: fileIn(fields.get('file') ?? ''),
    place,
  };
}

function monthOf(month: string | undefined): string | undefined {
  const index = MONTHS.indexOf(month?.slice(0, 3).toLowerCase() ?? '');
  return index < 0 ? month : String(index + 1);
}

function addressIn(value: string): string | undefined {
  return /https?:\/\/[^\s{}\\]{1,2000}/i.exec(value.slice(0, 3000))?.[0];
}

/** Reference managers write "description:path:type", several with semicolons, and escape colons with a backslash. */
function fileIn(value: string): string | undefined {
  const [first = ''] = value
    .trim()
    .replace(/^\{|\}$/g, '')
    .split(/(?<!\\);/);
  const parts = first.split(/(?<!\\):/);
  const path = parts.length === 3 ? parts[1] : first;
  return path?.replace(/\\(?=[:;_&%\\])/g, '').trim() || undefined;
}
