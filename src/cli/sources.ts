// Reads the documents that reports are checked against, from a folder.
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AnalyzeOptions, IndexedDocument } from '../core';
import { EXTENSIONS } from '../documents/extensions';
import { LIMITS } from '../documents/limits';
import { DocumentReader } from '../documents/reader';
import type { IndexResult } from '../documents/result';
import { workerThreads } from '../documents/startWorker';
import { reason } from './input';
import { type Io, UsageError } from './io';
import { safe } from './terminal';

/** More files than this are not looked at, nor folders deeper than that. */
const MOST_FILES = 300;
const DEEPEST = 6;

/**
 * The documents of a folder and the folders in it, in the order of their paths; says on standard error which cannot be
 * read, and why. Without a folder there are none.
 * @throws UsageError when there is no such folder
 */
export async function readSources(folder: string | undefined, io: Io): Promise<readonly IndexedDocument[]> {
  if (folder === undefined) return [];
  const top = path.resolve(io.cwd, folder);
  const files = await filesIn(top, folder);
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
async function filesIn(top: string, shown: string): Promise<readonly string[]> {
  try {
    if (!(await stat(top)).isDirectory()) throw new UsageError(`${safe(shown)} is no folder.`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`The folder ${safe(shown)} cannot be read: ${reason(error)}.`);
  }
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

/** The options of a report with what it is checked against. */
export function withDocuments(
  options: AnalyzeOptions,
  documents: readonly IndexedDocument[],
): AnalyzeOptions {
  return { ...options, sources: { entries: options.sources?.entries ?? [], documents } };
}
