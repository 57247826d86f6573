// The sources that may be cited for a figure, the best first.
import type { SourceName } from '../report/report';
import type { Bibliography } from './bibliography';
import { type Entry, nameOf } from './bibliography-entry';
import type { Citable } from './cite';
import type { Evidence } from './evidence';

export interface Candidate {
  readonly source: Citable;
  /** What it is called, with the page that is meant. */
  readonly label: string;
  /** Its key, publisher and date, as far as they are known. */
  readonly description: string;
  /** The sentence of the source that states the figure. */
  readonly quote: string | undefined;
}

/** A passage that states the figure, and the entry to whose document it belongs. */
export interface Backing {
  readonly evidence: Evidence;
  readonly entry: Entry | undefined;
}

/** More than this nobody reads through. */
const MOST = 200;

/**
 * First what states the figure, as ranked; then the sources that the report names for its place; then the rest of the
 * bibliography. Each source once, by the first that speaks for it.
 */
export function candidatesFor(
  bibliography: Bibliography,
  named: readonly SourceName[],
  backing: readonly Backing[] = [],
): readonly Candidate[] {
  const byName = new Map(bibliography.entries.map(entry => [nameOf(entry).toLowerCase(), entry]));
  const entryOf = ({ name, key }: SourceName) =>
    (key === undefined ? undefined : bibliography.byKey.get(key)) ?? byName.get(name.toLowerCase());
  const all = [
    ...backing.map(backed),
    ...named.map(source => {
      const entry = entryOf(source);
      // A name stands for itself but where an entry says more of it.
      return entry?.key === undefined ? ofName(source) : ofEntry(entry);
    }),
    ...bibliography.entries.map(entry => ofEntry(entry)),
  ];
  const seen = new Set<string>();
  return all
    .filter(({ source }) => {
      const name = identityOf(source);
      return !seen.has(name) && Boolean(seen.add(name));
    })
    .slice(0, MOST);
}

function backed({ evidence, entry }: Backing): Candidate {
  const { page } = evidence.place;
  const title = entry ? nameOf(entry) : (evidence.title ?? evidence.path);
  return {
    source: entry ? { entry, page } : { title, url: undefined, page },
    label: page === undefined ? title : `${title}, p. ${page}`,
    description: entry ? aboutEntry(entry) : '',
    quote: evidence.quote,
  };
}

function ofName(source: SourceName): Candidate {
  return { source, label: source.name, description: source.url ?? '', quote: undefined };
}

function ofEntry(entry: Entry): Candidate {
  return { source: { entry }, label: nameOf(entry), description: aboutEntry(entry), quote: undefined };
}

/** "@key, publisher, date", of which any part may be missing. */
export function aboutEntry(entry: Entry): string {
  const { key, publisher, authors, issued, place } = entry;
  const mark = key === undefined ? undefined : place.kind === 'footnote' ? `[^${key}]` : `@${key}`;
  const who = publisher ?? authors[0];
  return [mark, who === nameOf(entry) ? undefined : who, issued].filter(Boolean).join(', ');
}

/** Two candidates of one title are one source. */
function identityOf(source: Citable): string {
  const title = 'entry' in source ? nameOf(source.entry) : 'title' in source ? source.title : source.name;
  return title.toLowerCase();
}
