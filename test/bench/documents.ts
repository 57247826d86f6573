// How fast a long PDF is read and its figures are found, and the most memory that the process took for it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DocumentReader } from '../../src/documents/reader';
import { workerThreads } from '../../src/documents/startWorker';
import { longPdf } from '../support/documents';

const PAGES = 240;

async function measure(file: string): Promise<void> {
  const reader = new DocumentReader(workerThreads(path.resolve('dist/documents.js')));
  const begin = performance.now();
  let pages = 0;
  let readMs = 0;
  const result = await reader.read(
    { bytes: readFileSync(file), path: 'long.pdf' },
    {
      onProgress: done => {
        pages = done;
        readMs = performance.now() - begin;
      },
    },
  );
  const ms = performance.now() - begin;
  reader.dispose();
  if (result?.kind !== 'indexed') throw new Error(JSON.stringify(result));
  console.log(
    JSON.stringify({
      pages,
      figures: result.index.mentions.length,
      pagesPerSecond: Math.round((pages / readMs) * 1000),
      pagesPerSecondWithFigures: Math.round((pages / ms) * 1000),
      peakMB: Math.round(process.resourceUsage().maxRSS / 1000),
    }),
  );
}

async function main(): Promise<void> {
  const [mode, file = ''] = process.argv.slice(2);
  if (mode === '--make') return writeFileSync(file, await longPdf(PAGES));
  if (mode === '--read') return measure(file);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'reading-bench-'));
  try {
    // Each in a process of its own, so that what makes the file takes no part in the memory.
    const run = (step: string) =>
      execFileSync(process.execPath, [__filename, step, path.join(folder, 'long.pdf')], { encoding: 'utf8' });
    run('--make');
    console.log(`documents: ${run('--read').trim()}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
