// Measures what the sidebar's tree costs after an edit elsewhere in a long report, beyond its analysis.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/core';
import { GROUPINGS, sidebarNodes } from '../../src/extension/sidebarNodes';
import { SidebarTree, TOP } from '../../src/extension/sidebarTree';

const CORPUS = 'test/fixtures/corpus';
const SIZE = 1_000_000;
const TIMES = 10;

function main(): void {
  const corpus = readdirSync(CORPUS)
    .filter(name => name.endsWith('.md') && name !== 'README.md')
    .map(name => readFileSync(join(CORPUS, name), 'utf8'))
    .join('\n\n');
  const text = corpus.repeat(Math.ceil(SIZE / corpus.length)).slice(0, SIZE);
  const versions = [analyze(`Words.\n\n${text}`), analyze(`Other words.\n\n${text}`)] as const;
  console.log('\nThe tree of 1 MB        first    after an edit   items on the screen');
  for (const grouping of GROUPINGS) {
    const tree = new SidebarTree();
    const show = (i: number) => tree.update(sidebarNodes(versions[i % 2 ? 1 : 0], 'subject', grouping));
    const first = taken(() => {
      show(0);
      openGroups(tree);
    });
    const items = openGroups(tree);
    const edits = Array.from({ length: TIMES }, (_, i) => taken(() => show(i + 1)));
    console.log(
      `${grouping.padEnd(16)}${milliseconds(first)}${milliseconds(median(edits))}${String(items).padStart(18)}`,
    );
  }
}

/** Opens all that is at the top, as VS Code does at first, and counts what there is to see. */
function openGroups(tree: SidebarTree): number {
  return tree.childrenOf(TOP).reduce((sum, id) => sum + 1 + tree.childrenOf(id).length, 0);
}

function taken(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}

function milliseconds(time: number): string {
  return `${time.toFixed(1).padStart(10)} ms`;
}

main();
