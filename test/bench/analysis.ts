// Measures the whole analysis of the sample reports against parsing their Markdown, from a short note to a book; where
// its time goes; and what an edit in a long report costs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { analyze, analyzeInSteps, Memory } from '../../src/core';
import { readClaims } from '../../src/core/claims';
import { findFigures } from '../../src/core/figures';
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
  byStage(ofSize(corpus, 1_000_000));
  edits(ofSize(corpus, 1_000_000));
  await blocking(ofSize(corpus, 1_000_000));
  steps(ofSize(corpus, 1_000_000));
}

/** The engine compiles what runs often only after some megabytes of text. */
const WARM_UP = 3_000_000;

/** The goal is at most three times markdown-it's parse. Both are warm before either is timed. */
function againstParsing(corpus: string): void {
  const markdown = new MarkdownIt();
  for (let read = 0; read < WARM_UP; read += corpus.length) {
    analyze(corpus);
    markdown.parse(corpus, {});
  }
  console.log('\nSize        analysis   markdown-it      ratio');
  for (const size of SIZES) {
    const text = ofSize(corpus, size);
    const times = size > 1e5 ? 3 : 30;
    const ours = fastest(() => analyze(text), times);
    const parse = fastest(() => markdown.parse(text, {}), times);
    console.log(
      `${`${size / 1000} KB`.padEnd(8)}${milliseconds(ours)}${milliseconds(parse)}${(ours / parse).toFixed(1).padStart(9)} ×`,
    );
  }
}

function byStage(text: string): void {
  const blocks = parseBlocks(text);
  const report = readReport(text, blocks);
  const { claims, mentions } = readClaims(report);
  const bibliography = readBibliography(report);
  const stages: readonly (readonly [string, () => unknown])[] = [
    ['blocks', () => parseBlocks(text)],
    ['figures (part of report)', () => findFigures(text)],
    ['report', () => readReport(text, blocks)],
    ['claims', () => readClaims(report)],
    ['bibliography', () => readBibliography(report)],
    ['rules', () => checkRules(new Reading(report, claims, mentions, bibliography, []), {})],
  ];
  console.log('\nStages on 1 MB');
  for (const [name, run] of stages) console.log(`${name.padEnd(28)}${milliseconds(fastest(run, 3))}`);
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

function ofSize(corpus: string, size: number): string {
  return corpus.repeat(Math.ceil(size / corpus.length)).slice(0, size);
}

/** The fastest of some runs, after a few that warm the engine up: what else the machine does only adds to a time. */
function fastest(run: () => unknown, times: number): number {
  for (let i = 0; i < Math.min(times, 2); i++) run();
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...taken);
}

function milliseconds(time: number): string {
  return `${time.toFixed(1).padStart(10)} ms`;
}

void main();
