// Reads the documents that reports are checked against, from their folders.
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AnalyzeOptions, IndexedDocument } from '../core';
import { EXTENSIONS } from '../documents/extensions';
import { LIMITS } from '../documents/limits';
import { DocumentReader } from '../documents/reader';
import type { IndexResult } from '../documents/result';
import { workerThreads } from '../documents/startWorker';
import { sourceFolders } from '../project/sourceFolders';
import { reason } from './input';
import { type Io, UsageError } from './io';
import type { Found, ReportSettings } from './projects';
import { placeOf } from './standing';
import { safe } from './terminal';

/** More files than this are not looked at, nor folders deeper than that. */
const MOST_FILES = 300;
const DEEPEST = 6;

/** The documents that reports are checked against, each folder read once. */
export class Sources {
  private readonly read = new Map<string, Promise<readonly IndexedDocument[]>>();
  private readonly told = new Set<string>();

  /** @param given the one folder for all reports, where `--sources` names it */
  constructor(
    private readonly given: string | undefined,
    private readonly io: Io,
  ) {}

  /**
   * The options for a report with the documents of its folders: those that its project file names, else “sources” beside
   * it. Says on standard error which document, or which of those folders, cannot be read, and why.
   * @throws UsageError when there is no such folder as `--sources` names
   */
  async optionsFor(
    name: string,
    { found }: ReportSettings & { kind: 'check' },
    options: AnalyzeOptions,
  ): Promise<AnalyzeOptions> {
    const documents: IndexedDocument[] = [];
    for (const folder of await this.foldersOf(name, found))
      documents.push(...(await this.documentsIn(folder)));
    return { ...options, sources: { entries: options.sources?.entries ?? [], documents } };
  }

  private async foldersOf(name: string, found: Found | undefined): Promise<readonly string[]> {
    if (this.given !== undefined) {
      const problem = await this.problemOf(this.given);
      if (problem) throw new UsageError(problem);
      return [this.given];
    }
    const place = placeOf(name, found, this.io.cwd);
    const isNamed = found?.project.sources !== undefined;
    if (name === '-' && !isNamed) return [];
    const there: string[] = [];
    for (const one of sourceFolders(place)) {
      const folder = path.relative(this.io.cwd, path.join(place.top, one)) || '.';
      const problem = await this.problemOf(folder);
      if (!problem) there.push(folder);
      // The folder beside a report is only a habit: it need not be there.
      else if (isNamed) this.tell(problem);
    }
    return there;
  }

  /** Why a folder cannot be read, as a sentence. */
  private async problemOf(folder: string): Promise<string | undefined> {
    try {
      const state = await stat(path.resolve(this.io.cwd, folder));
      return state.isDirectory() ? undefined : `${safe(folder)} is no folder.`;
    } catch (error) {
      return `The folder ${safe(folder)} cannot be read: ${reason(error)}.`;
    }
  }

  /** Once, however many reports it concerns. */
  private tell(problem: string): void {
    if (this.told.has(problem)) return;
    this.told.add(problem);
    this.io.err(`annotated-reading: ${problem}\n`);
  }

  private documentsIn(folder: string): Promise<readonly IndexedDocument[]> {
    const known = this.read.get(folder) ?? readFolder(folder, this.io);
    this.read.set(folder, known);
    return known;
  }
}

/** The documents of a folder and the folders in it, in the order of their paths. */
async function readFolder(folder: string, io: Io): Promise<readonly IndexedDocument[]> {
  const top = path.resolve(io.cwd, folder);
  const files = await filesIn(top);
  const reader = new DocumentReader(workerThreads(io.documents));
  const documents: IndexedDocument[] = [];
  try {
    for (const file of files.slice(0, MOST_FILES)) {
      const result = await readOne(reader, top, file);
      if (result?.kind === 'indexed') documents.push(result.index);
      else if (result) io.err(`annotated-reading: ${safe(path.join(folder, file))} ${safe(result.reason)}\n`);
    }
  } finally {
    reader.dispose();
  }
  if (files.length > MOST_FILES)
    io.err(
      `annotated-reading: ${safe(folder)} has more than ${MOST_FILES} documents; the others were left out\n`,
    );
  return documents;
}

async function readOne(reader: DocumentReader, top: string, file: string): Promise<IndexResult | undefined> {
  const place = path.join(top, file);
  const unreadable = (why: string): IndexResult => ({ kind: 'unreadable', path: file, reason: why });
  try {
    if ((await stat(place)).size > LIMITS.bytes) return unreadable('is too large to be read');
    return await reader.read({ bytes: await readFile(place), path: file });
  } catch (error) {
    return unreadable(reason(error));
  }
}

/** The paths of documents, relative and with forward slashes. Links are not followed: they may lead anywhere. */
async function filesIn(top: string): Promise<readonly string[]> {
  const found: string[] = [];
  const gather = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(path.join(top, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (found.length > MOST_FILES) return;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory() && depth < DEEPEST) await gather(`${folder}${entry.name}/`, depth + 1);
      else if (entry.isFile() && isDocument(entry.name)) found.push(folder + entry.name);
    }
  };
  await gather('', 0);
  return found;
}

function isDocument(name: string): boolean {
  return EXTENSIONS.includes(path.extname(name).slice(1).toLowerCase());
}
