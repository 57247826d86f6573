// Entries in the form of CSL (citationstyles.org, CSL-JSON 1.0.2): in JSON files, and in YAML as Pandoc's references.
import * as z from 'zod/mini';
import { findDates } from '../figures';
import type { Span } from '../text/span';
import { doiIn, type Entry, type EntryPlace, type Problem } from './bibliography-entry';

/** A field of an item: its value as JSON has it, and where it stands. */
export interface CslField {
  readonly value: unknown;
  readonly span: Span;
}

/** An item as its file's parser has read it. */
export interface CslItem {
  readonly fields: ReadonlyMap<string, CslField>;
  readonly place: Omit<EntryPlace, 'keySpan'>;
  /** A key that stands outside the item's fields. */
  readonly key?: CslField;
}

const text = z.union([z.string(), z.number()]);
const person = z.union([
  z.string(),
  z.object({
    family: z.optional(z.string()),
    given: z.optional(z.string()),
    literal: z.optional(z.string()),
    name: z.optional(z.string()),
    'non-dropping-particle': z.optional(z.string()),
    'dropping-particle': z.optional(z.string()),
    suffix: z.optional(z.string()),
  }),
]);
const people = z.union([z.array(person), person]);
const part = z.union([z.number(), z.string()]);
const partial = z.object({
  year: z.optional(part),
  month: z.optional(part),
  day: z.optional(part),
});
const date = z.union([
  text,
  z.object({
    'date-parts': z.array(z.array(z.nullable(part))),
    circa: z.optional(z.unknown()),
  }),
  z.object({ raw: z.string() }),
  z.object({ literal: z.string() }),
  z.array(partial),
  partial,
]);

/** The entry that an item is; undefined, with a problem, for one without a key. A bad field is left out. */
export function readCslItem(item: CslItem, problems: Problem[]): Entry | undefined {
  const take = <T>(name: string, shape: z.ZodMiniType<T>, expected: string): T | undefined => {
    const field = item.fields.get(name);
    if (!field || field.value === null || field.value === '') return undefined;
    const parsed = shape.safeParse(field.value);
    if (parsed.success) return parsed.data;
    problems.push({ span: field.span, message: `“${name}” should be ${expected}. It is left out.` });
    return undefined;
  };
  const words = (name: string) => {
    const taken = take(name, text, 'a text');
    return taken === undefined ? undefined : plainWords(String(taken));
  };
  const key = item.key?.value ?? take('id', text, 'a text');
  if (key === undefined || String(key).trim() === '') {
    problems.push({
      span: firstLine(item.place.span),
      message: 'This entry has no “id”, so nothing can cite it.',
    });
    return undefined;
  }
  const url = words('URL');
  return {
    key: String(key),
    title: words('title'),
    authors: namesOf(take('author', people, 'a list of names')),
    publisher: words('publisher') ?? words('container-title'),
    issued: edtfOf(take('issued', date, 'a date')),
    url,
    doi: doiIn(words('DOI') ?? url ?? ''),
    file: words('file'),
    place: { ...item.place, keySpan: item.key?.span ?? item.fields.get('id')?.span },
  };
}

function firstLine({ start }: Span): Span {
  return { start, end: start + 1 };
}

/** CSL titles may hold a few HTML tags; white space is as in HTML. */
function plainWords(words: string): string | undefined {
  const plain = words
    .replace(/<\/?(?:i|b|em|strong|sup|sub|span|sc)\b[^<>]{0,200}>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? undefined : plain;
}

function namesOf(authors: z.infer<typeof people> | undefined): readonly string[] {
  if (authors === undefined) return [];
  return (Array.isArray(authors) ? authors : [authors]).flatMap(author => {
    if (typeof author === 'string') return plainWords(author) ?? [];
    const { family, given, literal, name, suffix } = author;
    const particles = [author['dropping-particle'], author['non-dropping-particle']];
    const parts = [given, ...particles, family, suffix].filter(Boolean).join(' ');
    return plainWords(literal ?? name ?? parts) ?? [];
  });
}

function edtfOf(issued: z.infer<typeof date> | undefined): string | undefined {
  if (issued === undefined) return undefined;
  if (typeof issued !== 'object') return edtfIn(String(issued));
  if ('raw' in issued) return edtfIn(issued.raw);
  if ('literal' in issued) return edtfIn(issued.literal);
  if ('date-parts' in issued) return period(issued['date-parts'].map(parts => dayOf(...parts)));
  const parts = Array.isArray(issued) ? issued : [issued];
  return period(parts.map(({ year, month, day }) => dayOf(year, month, day)));
}

/** A start, or a start and an end, in EDTF. */
function period(days: readonly (string | undefined)[]): string | undefined {
  const [from, to] = days;
  return from !== undefined && to !== undefined && from !== to ? `${from}/${to}` : from;
}

type Part = number | string | null | undefined;

/** A date with what is known of it, in EDTF; undefined without a year. */
export function dayOf(year?: Part, month?: Part, day?: Part): string | undefined {
  const number = (one: Part, most: number) => {
    const value = Number(one ?? Number.NaN);
    return Number.isInteger(value) && value >= 1 && value <= most ? value : undefined;
  };
  const [y, m, d] = [number(year, 9999), number(month, 12), number(day, 31)];
  if (y === undefined) return undefined;
  const two = (value: number) => String(value).padStart(2, '0');
  const known = String(y).padStart(4, '0');
  if (m === undefined) return known;
  return d === undefined ? `${known}-${two(m)}` : `${known}-${two(m)}-${two(d)}`;
}

const EDTF_DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?(?:\/(?:\.\.|\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?))?$/;

/** The date that a text gives: EDTF as it stands, else the first date in its words. */
export function edtfIn(words: string): string | undefined {
  const given = words.trim().slice(0, 200);
  if (EDTF_DATE.test(given)) return given;
  return findDates(given).find(({ exists }) => exists)?.edtf;
}
