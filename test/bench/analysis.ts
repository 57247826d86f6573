// Measures the whole analysis of the sample reports against parsing their Markdown, from a short note to a book; where
// its time goes; and what an edit in a long report costs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { analyze, analyzeInSteps, Memory } from '../../src/core';
import { readClaims } from '../../src/core/claims';
import { findFigures } from '../../src/core/figures';
import { prosesOf } from '../../src/core/markdown/block';
import { parseBlocks } from '../../src/core/markdown/parse';
import { readReport } from '../../src/core/report';
import { checkRules } from '../../src/core/rules';
import { Reading } from '../../src/core/rules/reading';
import { readBibliography } from '../../src/core/sources/bibliography';
import { sidebarNodes } from '../../src/extension/sidebarNodes';
import { SidebarTree, TOP } from '../../src/extension/sidebarTree';
import { SlicedWork } from '../../src/extension/slicedWork';

const CORPUS = 'test/fixtures/corpus';
const SIZES = [10_000, 100_000, 1_000_000, 5_000_000];

async function main(): Promise<void> {
  const corpus = readdirSync(CORPUS)
    .filter(name => name.endsWith('.md') && name !== 'README.md')
    .map(name => readFileSync(join(CORPUS, name), 'utf8'))
    .join('\n\n');
  againstParsing(corpus);
  byStage(corpus);
  edits(ofSize(corpus, 1_000_000));
  await blocking(ofSize(corpus, 1_000_000));
  steps(ofSize(corpus, 1_000_000));
}

/** The engine compiles what runs often only after some megabytes of text. */
const WARM_UP = 3_000_000;

/** The goal is at most three times markdown-it's parse. Both are warm before either is timed, and read by turns. */
function againstParsing(corpus: string): void {
  const markdown = new MarkdownIt();
  for (let read = 0; read < WARM_UP; read += corpus.length) {
    analyze(corpus);
    markdown.parse(corpus, {});
  }
  console.log('\nSize        analysis   markdown-it      ratio');
  for (const size of SIZES) {
    const texts = textsOf(corpus, size);
    const runs = [
      () => texts.forEach(text => void analyze(text)),
      () => texts.forEach(text => void markdown.parse(text, {})),
    ];
    const [ours = 0, parse = 0] = fastestOf(runs, timesFor(size)).map(time => time / texts.length);
    console.log(
      `${`${size / 1000} KB`.padEnd(8)}${milliseconds(ours)}${milliseconds(parse)}${(ours / parse).toFixed(1).padStart(9)} ×`,
    );
  }
}

/** The stages of an analysis, each of which is given what the one before it made just now: nothing of it is known yet. */
function byStage(corpus: string): void {
  console.log(`\nMicroseconds a KB${SIZES.map(size => `${size / 1000} KB`.padStart(11)).join('')}`);
  const columns = SIZES.map(size => stagesOf(textsOf(corpus, size), timesFor(size)));
  for (const stage of columns[0]?.keys() ?? [])
    console.log(
      `${stage.padEnd(17)}${columns.map(times => (times.get(stage) ?? 0).toFixed(0).padStart(11)).join('')}`,
    );
}

/** The least time that each stage took in some runs, in microseconds a KB. */
function stagesOf(texts: readonly string[], times: number): ReadonlyMap<string, number> {
  const least = new Map<string, number>();
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  for (let run = 0; run < times; run++) {
    const taken = new Map<string, number>();
    const timed = <T>(stage: string, read: () => T): T => {
      const start = performance.now();
      const made = read();
      taken.set(stage, (taken.get(stage) ?? 0) + performance.now() - start);
      return made;
    };
    for (const text of texts) {
      const blocks = timed('blocks', () => parseBlocks(text));
      const report = timed('report', () => readReport(text, blocks));
      const { claims, mentions } = timed('claims', () => readClaims(report));
      const bibliography = timed('bibliography', () => readBibliography(report));
      timed('rules', () => checkRules(new Reading(report, claims, mentions, bibliography, []), {}));
      timed('figures alone', () => {
        for (const block of blocks) for (const prose of prosesOf(block)) findFigures(prose.text);
      });
    }
    for (const [stage, time] of taken)
      least.set(stage, Math.min(least.get(stage) ?? Infinity, (time * 1e6) / length));
  }
  return least;
}

/** A frame of the screen, in which the sidebar's tree is to be there after an edit elsewhere: 16 ms. */
const FRAME = 16;

/**
 * One letter more at the start, in the middle and at the end, read with what is remembered of the text before, and the
 * tree that the sidebar shows of it. Every text is another one, so that nothing but the memory spares work.
 */
function edits(text: string): void {
  const memory = new Memory();
  let analysis = analyze(text, {}, memory);
  console.log(`\nAn edit in 1 MB              analysis    its tree (a frame is ${FRAME} ms)`);
  for (const [name, at] of [
    ['at the start', 0],
    ['in the middle', text.length >> 1],
    ['at the end', text.length],
  ] as const) {
    let letters = '';
    const edited = fastest(() => {
      letters += 'a';
      analysis = analyze(text.slice(0, at) + letters + text.slice(at), {}, memory);
    }, 5);
    const shown = new SidebarTree();
    const tree = fastest(() => {
      shown.update(sidebarNodes(analysis));
      for (const id of shown.childrenOf(TOP)) shown.childrenOf(id);
    }, 5);
    console.log(`${name.padEnd(28)}${milliseconds(edited)}${milliseconds(tree)}`);
  }
}

/** How long whoever types may have to wait at most while the text is read, as an editor reads it: in slices. */
async function blocking(text: string): Promise<void> {
  const memory = new Memory();
  console.log('\nReading 1 MB in slices          in all   longest without a pause');
  for (const [name, letters] of [
    ['first', ''],
    ['after a keystroke', 'a'],
    ['after another', 'ab'],
  ] as const) {
    const middle = text.length >> 1;
    const steps = analyzeInSteps(text.slice(0, middle) + letters + text.slice(middle), {}, memory);
    let longest = 0;
    const start = performance.now();
    let last = start;
    const clock = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 0);
    await new SlicedWork(steps).done;
    longest = Math.max(longest, performance.now() - last);
    clearInterval(clock);
    console.log(`${name.padEnd(28)}${milliseconds(performance.now() - start)}${milliseconds(longest)}`);
  }
}

/** Nobody can have a turn within a step: the longest is to be shorter than 30 ms. */
function steps(text: string): void {
  const memory = new Memory();
  const middle = text.length >> 1;
  const longest = Array.from({ length: 9 }, (_, letters) => {
    const edited = text.slice(0, middle) + 'a'.repeat(letters) + text.slice(middle);
    const reading = analyzeInSteps(edited, {}, memory);
    let most = 0;
    for (let isDone = false; !isDone; ) {
      const start = performance.now();
      isDone = reading.next().done === true;
      most = Math.max(most, performance.now() - start);
    }
    return most;
  });
  const [first = 0, ...later] = longest;
  const ordered = later.toSorted((a, b) => a - b);
  console.log('\nThe longest step in 1 MB');
  console.log(`${'of the first reading'.padEnd(28)}${milliseconds(first)}`);
  console.log(`${'after a keystroke, at best'.padEnd(28)}${milliseconds(ordered[0] ?? 0)}`);
  console.log(`${'after a keystroke, median'.padEnd(28)}${milliseconds(ordered[ordered.length >> 1] ?? 0)}`);
}

/** Texts of a size: one after another from the whole corpus where they are smaller, for no two parts of it are alike. */
function textsOf(corpus: string, size: number): readonly string[] {
  const count = Math.max(1, Math.floor(corpus.length / size));
  return Array.from({ length: count }, (_, i) => ofSize(corpus.slice(i * size), size));
}

function ofSize(corpus: string, size: number): string {
  return corpus.repeat(Math.ceil(size / corpus.length)).slice(0, size);
}

function timesFor(size: number): number {
  return size > 1e5 ? 3 : 15;
}

function fastest(run: () => unknown, times: number): number {
  return fastestOf([run], times)[0] ?? 0;
}

/**
 * The fastest of some turns of each, after a few that warm the engine up: what else the machine does only adds to a time,
 * and is the same for all that take turns.
 */
function fastestOf(runs: readonly (() => unknown)[], times: number): number[] {
  const least = runs.map(() => Infinity);
  for (let turn = -Math.min(times, 2); turn < times; turn++)
    runs.forEach((run, i) => {
      const start = performance.now();
      run();
      if (turn >= 0) least[i] = Math.min(least[i] ?? Infinity, performance.now() - start);
    });
  return least;
}

function milliseconds(time: number): string {
  return `${time.toFixed(1).padStart(10)} ms`;
}

void main();
