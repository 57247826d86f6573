// All sources that a report can cite: those that it names itself, and those of its project's bibliography files.
import type { Report } from '../report/report';
import { readBibtex } from './bibliography-bibtex';
import { type Entry, isCitable, type Problem, type ReadEntries } from './bibliography-entry';
import { type FrontMatter, readFrontMatter } from './bibliography-front-matter';
import { readCslJson } from './bibliography-json';
import { readReportEntries } from './bibliography-report';

export { type Entry, type EntryPlace, isCitable, nameOf, type PlaceKind } from './bibliography-entry';

export interface Bibliography {
  /** Those that a key can cite first: of the front matter, then of files; then the report's own in text order. */
  readonly entries: readonly Entry[];
  /** The entries that `[@key]` can cite, by their keys; the first of a key holds. */
  readonly byKey: ReadonlyMap<string, Entry>;
  /** True when a bibliography is known and nothing of it is missing, so that another key is unknown. */
  readonly isComplete: boolean;
  readonly frontMatter: FrontMatter | undefined;
  /** What cannot be read in the report itself. */
  readonly problems: readonly Problem[];
}

/** @param fromFiles the entries of the bibliography files that are for this report */
export function readBibliography(report: Report, fromFiles: readonly Entry[] = []): Bibliography {
  const frontMatter = readFrontMatter(report.text);
  const entries = [...(frontMatter?.entries ?? []), ...fromFiles, ...readReportEntries(report)];
  const byKey = new Map<string, Entry>();
  for (const entry of entries)
    if (entry.key !== undefined && isCitable(entry) && !byKey.has(entry.key)) byKey.set(entry.key, entry);
  return {
    entries,
    byKey,
    isComplete: isComplete(frontMatter, fromFiles),
    frontMatter,
    problems: frontMatter?.problems ?? [],
  };
}

function isComplete(frontMatter: FrontMatter | undefined, fromFiles: readonly Entry[]): boolean {
  if (!frontMatter) return fromFiles.length > 0;
  const paths = new Set(fromFiles.map(({ place }) => place.path ?? ''));
  const isRead = (file: string) =>
    [...paths].some(path => `/${path}`.endsWith(`/${file.replace(/^(?:\.{0,2}\/)+/, '')}`));
  return frontMatter.files.every(isRead) && (frontMatter.lists || frontMatter.files.length > 0);
}

/** The entries of a bibliography file; undefined for a file that is none by its name. */
export function readBibliographyFile(text: string, path: string): ReadEntries | undefined {
  if (/\.bib(?:tex)?$/i.test(path)) return readBibtex(text, path);
  return /\.json$/i.test(path) ? readCslJson(text, path) : undefined;
}
