// Whether bibliographies and sources are read in time that grows with their length alone: each against half of it.
import { analyze, indexDocument } from '../../src/core';
import { readBibliographyFile } from '../../src/core/sources/bibliography';

const SLIPS = [
  '\n@a{b,c={',
  '@a{b,c={',
  '@a{b,c="',
  '\n@string{a={',
  '@string(',
  '@a{b,c=x#',
  '{',
  '\\',
] as const;

function main(): void {
  console.log('\n400 KB of nothing but                   time   as against half of it');
  for (const slip of SLIPS)
    told(JSON.stringify(slip), 4e5 / slip.length, count => {
      const text = slip.repeat(count);
      return () => void readBibliographyFile(text, 'refs.bib');
    });
  console.log('\nA report and a source, each of          time   as against half of them');
  told('3,200 paragraphs', 3200, count => {
    const text = paragraphs(count);
    return () => {
      const source = { path: 'a.md', format: 'markdown', title: undefined, text, landmarks: [] } as const;
      analyze(text, { sources: { documents: [indexDocument(source)], entries: [] } });
    };
  });
}

function paragraphs(count: number): string {
  const paragraph = (i: number) =>
    `Port ${i % 97} of Norvik took $${(i % 900) + 100} million in fees from ${1000 + i} ships in 2025.`;
  return Array.from({ length: count }, (_, i) => paragraph(i)).join('\n\n');
}

function told(name: string, count: number, work: (count: number) => () => void): void {
  const half = fastest(work(Math.floor(count / 2)));
  const whole = fastest(work(count));
  console.log(
    `${name.padEnd(32)}${whole.toFixed(2).padStart(10)} ms${(whole / half).toFixed(1).padStart(9)} ×`,
  );
}

/** The fastest of some runs: what else the machine does only adds to a time. */
function fastest(run: () => void): number {
  const times = Array.from({ length: 4 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

main();
