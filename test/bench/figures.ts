// Measures the scan for figures on the sample reports: against parsing their Markdown, against two public recognisers
// (installed into .cache/bench for this program alone), and over growing and adversarial texts.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import MarkdownIt from 'markdown-it';
import { findFigures } from '../../src/core/figures';
import { parseBlocks } from '../../src/core/markdown/parse';

const CORPUS = 'test/fixtures/corpus';
const CACHE = resolve('.cache/bench');
const RECOGNISERS = ['@microsoft/recognizers-text-suite@1.3.1', 'compromise@14.14.4'];

function main(): void {
  const reports = readdirSync(CORPUS)
    .filter(name => name.endsWith('.md') && name !== 'README.md')
    .map(name => readFileSync(join(CORPUS, name), 'utf8'));
  const corpus = reports.join('\n\n');
  console.log(`Sample reports: ${kilobytes(corpus.length)}, ${findFigures(corpus).length} figures\n`);
  comparison(corpus, reports.flatMap(proseOf));
  growth(corpus);
  adversarial();
}

/** The texts that the reading of a report hands to the scan one by one: headings, paragraphs, items, cells. */
function proseOf(report: string): string[] {
  return parseBlocks(report).flatMap(block =>
    block.kind === 'table'
      ? [block.header, ...block.rows].flatMap(row => row.cells.map(cell => cell.prose.text))
      : [block.prose.text],
  );
}

function comparison(corpus: string, prose: readonly string[]): void {
  installRecognisers();
  const load = createRequire(join(CACHE, 'package.json'));
  const markdown = new MarkdownIt();
  const suite = load('@microsoft/recognizers-text-suite') as {
    recognizeNumber(text: string, culture: string): unknown[];
  };
  const compromise = load('compromise') as (text: string) => { numbers(): { json(): unknown[] } };
  const rows: [string, () => unknown][] = [
    ['our scan', () => findFigures(corpus)],
    [`our scan of ${prose.length} pieces`, () => prose.map(text => findFigures(text))],
    ['markdown-it parse', () => markdown.parse(corpus, {})],
    ['recognizers-text numbers', () => suite.recognizeNumber(corpus, 'en-us')],
    ['compromise numbers', () => compromise(corpus).numbers().json()],
  ];
  const fast = rows.slice(0, 3).map(([, run]) => run);
  const times = [...fastestInTurn(fast), ...rows.slice(3).map(([, run]) => fastest(run))];
  const ours = times[0] ?? 1;
  for (const [i, [name]] of rows.entries()) {
    const time = times[i] ?? 0;
    console.log(`${name.padEnd(28)}${milliseconds(time)}${(time / ours).toFixed(1).padStart(9)} × our scan`);
  }
}

/** The fastest run of each, one after the other by turns: what else the machine does is the same for all. */
function fastestInTurn(runs: readonly (() => unknown)[], rounds = 600): number[] {
  for (const run of runs) fastest(run);
  const least = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++)
    for (const [i, run] of runs.entries()) least[i] = Math.min(least[i] ?? 0, timeOf(run));
  return least;
}

/** Time per character must not grow with the text. */
function growth(corpus: string): void {
  console.log('\nSize        time          per MB');
  for (const size of [10_000, 100_000, 1_000_000, 10_000_000]) {
    const text = corpus.repeat(Math.ceil(size / corpus.length)).slice(0, size);
    const time = fastest(() => findFigures(text), size > 1e6 ? 3 : 9);
    console.log(`${kilobytes(size).padEnd(10)}${milliseconds(time)}${milliseconds((time / size) * 1e6)}`);
  }
}

function adversarial(): void {
  const hostile: Record<string, string> = {
    digits: '1',
    commas: ',',
    'digits and commas': '1,',
    'digits and spaces': '123 ',
    'of about': ' of about',
    'number words': 'one hundred million ',
    'hyphenated number words': 'twenty-',
    'open brackets': '(1',
    'ranges without end': '1-',
    'signs of currency': '$',
    'from … to': 'from 1 to ',
    'a third of a': 'a third of a ',
    'Chinese numerals': '一亿',
    dates: '2024-',
    letters: 'a',
    'wide characters': '😀',
  };
  console.log('\nOne megabyte of            time      as against half of it');
  for (const [name, piece] of Object.entries(hostile)) {
    const text = piece.repeat(Math.ceil(1e6 / piece.length));
    const [whole, half] = [
      fastest(() => findFigures(text), 3),
      fastest(() => findFigures(text.slice(0, 5e5)), 3),
    ];
    console.log(`${name.padEnd(26)}${milliseconds(whole)}${(whole / half).toFixed(1).padStart(9)} ×`);
  }
}

function installRecognisers(): void {
  if (existsSync(join(CACHE, 'node_modules', 'compromise'))) return;
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...RECOGNISERS], {
    cwd: CACHE,
    stdio: 'inherit',
  });
}

/** A program of this size is compiled in full only after some hundred milliseconds. */
const WARMING = 400;

/** The fastest of some runs, after others that warm the engine up: what else the machine does only adds to a time. */
function fastest(run: () => unknown, times = 50): number {
  for (const end = performance.now() + WARMING; performance.now() < end; ) run();
  return Math.min(...Array.from({ length: times }, () => timeOf(run)));
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function milliseconds(time: number): string {
  return `${time.toFixed(2).padStart(10)} ms`;
}

function kilobytes(size: number): string {
  return `${Math.round(size / 1000)} KB`;
}

main();
