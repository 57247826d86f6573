// Which bibliography files are for a report: those that it or its project file names, else those beside it.
import { type Entry, type ReadEntries, readBibliographyFile } from '../core';
import type { Project } from './schema';

/** More than this is no bibliography of a report; neither is more text than this in one. */
export const MOST_FILES = 20;
export const LARGEST_FILE = 20_000_000;

/** Where a report stands. All paths have forward slashes and are relative to one folder, out of which none may lead. */
export interface Standing {
  readonly report: string;
  /** What the report's front matter names. */
  readonly named: readonly string[];
  /** The project file that is for it, and the folder that this is in ('' for the one folder itself). */
  readonly project: Project | undefined;
  readonly folder: string;
}

/** A bibliography file for a report. */
export interface ForReport {
  readonly path: string;
  /** False for a file that only happens to stand beside the report: it counts when it cannot be anything else. */
  readonly isNamed: boolean;
}

/** The files that are named for a report; undefined when none is, so that those beside it are. */
export function namedFiles({ report, named, project, folder }: Standing): readonly ForReport[] | undefined {
  const all = [
    ...named.map(name => resolve(folderOf(report), name)),
    ...(project?.bibliography ?? []).map(name => resolve(folder, name)),
  ];
  if (all.length === 0) return undefined;
  const paths = all.filter(path => path !== undefined && isBibliographyName(path));
  return [...new Set(paths)].slice(0, MOST_FILES).map(path => ({ path: path ?? '', isNamed: true }));
}

/** The files beside a report that may be bibliographies by their names, of all names in its folder. */
export function filesBeside(report: string, names: readonly string[]): readonly ForReport[] {
  const folder = folderOf(report);
  return names
    .filter(isBibliographyName)
    .sort()
    .slice(0, MOST_FILES)
    .map(name => ({ path: folder === '' ? name : `${folder}/${name}`, isNamed: false }));
}

/** What a file holds for a report; a file of other JSON that was not named holds nothing, and nothing is wrong in it. */
export function readForReport(text: string, { path, isNamed }: ForReport): ReadEntries {
  const read = readBibliographyFile(text, path) ?? { entries: [], problems: [] };
  const counts =
    isNamed || !/\.json$/i.test(path) || (read.problems.length === 0 && areSources(read.entries));
  return counts ? read : { entries: [], problems: [] };
}

/** Any JSON may hold a list of things with an id; sources have titles, and who or when. */
function areSources(entries: readonly Entry[]): boolean {
  return entries.every(
    ({ title, authors, publisher, issued, url }) =>
      title !== undefined && (authors.length > 0 || [publisher, issued, url].some(one => one !== undefined)),
  );
}

export function isBibliographyName(path: string): boolean {
  return /\.(?:bib|bibtex|json)$/i.test(path);
}

/** The folder of a path; '' for a name alone. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** A relative path from a folder on; undefined for an absolute one, an address, and one that leads out. */
export function resolve(folder: string, name: string): string | undefined {
  const path = name.replace(/\\/g, '/');
  if (path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
