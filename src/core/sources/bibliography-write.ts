// Writes a new entry where a project keeps its bibliography, in the form and indentation of what stands there.
import type { TextEdit } from '../text/edits';
import { addReference } from './bibliography-front-matter';
import { cslJsonList } from './bibliography-json';

/** What is known of a source that is to be added. */
export interface SourceDetails {
  readonly title: string;
  readonly publisher: string | undefined;
  /** EDTF. */
  readonly issued: string | undefined;
  readonly url: string | undefined;
}

/** A key such as `norvik2026`, from who published it or its title and the year; a letter tells it from those taken. */
export function newKey({ title, publisher, issued }: SourceDetails, taken: ReadonlySet<string>): string {
  const words = (publisher ?? title)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  const word = words?.find(one => !/^(?:the|an?|of)$/.test(one)) ?? 'source';
  const key = word.slice(0, 30) + (/^\d{4}/.exec(issued ?? '')?.[0] ?? '');
  if (!taken.has(key)) return key;
  // After z come numbers: whoever has so many sources of one year will name them.
  for (let n = 1; ; n++) {
    const next = key + (n < 26 ? String.fromCharCode(97 + n) : `-${n + 1}`);
    if (!taken.has(next)) return next;
  }
}

/**
 * The edit that adds an entry to a text: the report for 'front-matter', else the bibliography file. Undefined when
 * there is no place for it, as in a file that is no bibliography.
 */
export function addEntryEdit(
  text: string,
  kind: 'front-matter' | 'bibtex' | 'csl-json',
  key: string,
  details: SourceDetails,
): TextEdit | undefined {
  switch (kind) {
    case 'front-matter':
      return addReference(text, yamlLines(key, details));
    case 'bibtex':
      return addBibtex(text, key, details);
    case 'csl-json':
      return addCslJson(text, key, details);
  }
}

function yamlLines(key: string, { title, publisher, issued, url }: SourceDetails): string[] {
  const fields = { id: key, title, publisher, issued, URL: url };
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${yamlText(value)}`,
  );
}

/** Plain where nothing in it can be taken for YAML, else in the double quotes that YAML shares with JSON. */
function yamlText(value: string): string {
  const isPlain =
    /^(?:[\p{L}][\p{L}\p{N} .,'’()–-]*|\d{4}(?:-\d\d){0,2}|https?:\/\/[^\s#"']+)$/u.test(value) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value) &&
    value === value.trim();
  return isPlain ? value : JSON.stringify(value);
}

function addBibtex(text: string, key: string, { title, publisher, issued, url }: SourceDetails): TextEdit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = /^([ \t]+)[a-zA-Z]+[ \t]*=/m.exec(text)?.[1] ?? '  ';
  const hasYears = /^[ \t]*year[ \t]*=/im.test(text) && !/^[ \t]*date[ \t]*=/im.test(text);
  const [, year, month] = /^(\d{4})(?:-(\d\d))?/.exec(issued ?? '') ?? [];
  const dates = hasYears ? { year, month: month && String(Number(month)) } : { date: issued };
  const fields = { title: latex(title), organization: publisher && latex(publisher), ...dates, url };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : `${indent}${name} = {${value}},`,
  );
  const entry = [`@${url === undefined ? 'misc' : 'online'}{${key},`, ...lines, '}', ''].join(newline);
  const end = text.trimEnd().length;
  const apart = end === 0 ? '' : newline + newline;
  return { span: { start: end, end: text.length }, newText: apart + entry };
}

/** What LaTeX would take for commands stands for itself; braces, which must pair, are left out. */
function latex(words: string): string {
  return words.replace(/[{}\\]/g, '').replace(/[&%$#_]/g, '\\$&');
}

function addCslJson(
  text: string,
  key: string,
  { title, publisher, issued, url }: SourceDetails,
): TextEdit | undefined {
  const item = {
    id: key,
    type: url === undefined ? 'document' : 'webpage',
    title,
    publisher,
    issued: issued === undefined ? undefined : cslDate(issued),
    URL: url,
  };
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (text.trim() === '') {
    const written = `[${newline}  ${indented(item, '  ', '  ', newline)}${newline}]${newline}`;
    return { span: { start: 0, end: text.length }, newText: written };
  }
  const place = cslJsonList(text);
  if (!place) return undefined;
  const { list, last } = place;
  if (!last) {
    const written = `[${newline}  ${indented(item, '  ', '  ', newline)}${newline}]`;
    return { span: list, newText: written };
  }
  const at = { start: last.end, end: last.end };
  const base = /(?:^|\n)([ \t]*)$/.exec(text.slice(Math.max(0, last.start - 200), last.start))?.[1];
  if (base === undefined) return { span: at, newText: `, ${JSON.stringify(item)}` };
  const inner = /^\{\s*\n([ \t]*)/.exec(text.slice(last.start, last.start + 200))?.[1];
  const step = inner?.startsWith(base) ? inner.slice(base.length) : undefined;
  const written = step === undefined ? JSON.stringify(item) : indented(item, base, step, newline);
  return { span: at, newText: `,${newline}${base}${written}` };
}

function indented(item: object, base: string, step: string, newline: string): string {
  return JSON.stringify(item, null, step).replaceAll('\n', newline + base);
}

function cslDate(issued: string): object {
  const days = issued.split('/').map(day => day.split('-').map(Number));
  const isPlain = /^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?$/.test(issued);
  return isPlain ? { 'date-parts': days } : { raw: issued };
}
