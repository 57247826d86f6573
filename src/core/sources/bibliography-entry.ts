// An entry of a bibliography, wherever the project keeps it.
import type { Span } from '../text/span';

/** Where entries stand: in the report itself, or in a bibliography file of its project. */
export type PlaceKind =
  | 'front-matter'
  | 'footnote'
  /** An item of a References or Sources section. */
  | 'list'
  /** A `Source:` line or the cell of a source column. */
  | 'line'
  | 'link'
  | 'bibtex'
  | 'csl-json';

export interface EntryPlace {
  readonly kind: PlaceKind;
  /** The path of the bibliography file as the face knows it; undefined for the report itself. */
  readonly path: string | undefined;
  /** All of the entry, in the text of its file or of the report. */
  readonly span: Span;
  /** Its key alone, as written there; undefined when it has none. */
  readonly keySpan: Span | undefined;
}

/** A source as a bibliography or the report itself names it. Plain data. */
export interface Entry {
  /** What `[@key]` or, for a footnote, `[^key]` cites it by; undefined when nothing can. */
  readonly key: string | undefined;
  readonly title: string | undefined;
  /** Names in reading order: "Ada Lovelace". */
  readonly authors: readonly string[];
  /** Who published it: the publisher, the journal or site, or the institution. */
  readonly publisher: string | undefined;
  /** EDTF, such as 2026-04-20, 2026-04, 2026. */
  readonly issued: string | undefined;
  readonly url: string | undefined;
  /** Without "doi:" or the address of a resolver: 10.1000/182. */
  readonly doi: string | undefined;
  /** The attached file that it names, as written there. */
  readonly file: string | undefined;
  readonly place: EntryPlace;
}

/** Something in a bibliography that cannot be read as it stands. */
export interface Problem {
  readonly span: Span;
  /** A whole sentence. */
  readonly message: string;
}

/** What a bibliography holds; what is wrong in it is named, and the rest counts. */
export interface ReadEntries {
  /** In text order. */
  readonly entries: readonly Entry[];
  /** In text order. */
  readonly problems: readonly Problem[];
}

/** What to call an entry: its title, else its publisher, its authors, its address or its key. */
export function nameOf({ title, publisher, authors, url, key }: Entry): string {
  return title ?? publisher ?? authors[0] ?? url ?? key ?? '';
}

/** True for what `[@key]` can cite; a footnote is cited by `[^key]`, and the others by what they say. */
export function isCitable({ key, place }: Entry): boolean {
  return key !== undefined && place.kind !== 'footnote';
}

const DOI = /\b10\.\d{4,9}\/[^\s"<>{}|\\^`]{1,200}/;

/** The DOI in an address or a field, in lower case as DOIs are compared; undefined when there is none. */
export function doiIn(text: string): string | undefined {
  return DOI.exec(text.slice(0, 2000))?.[0]
    .replace(/[.,;)\]]+$/, '')
    .toLowerCase();
}

/** A problem for each key that stands again: only its first entry can be cited. */
export function repeatedKeys(entries: readonly Entry[]): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ key, place }) => {
    if (key === undefined || !seen.has(key)) {
      if (key !== undefined) seen.add(key);
      return [];
    }
    const message = `The key “${key}” stands here a second time. Only its first entry is cited.`;
    return [{ span: place.keySpan ?? place.span, message }];
  });
}
