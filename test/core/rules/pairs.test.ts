import assert from 'node:assert/strict';
import { analyze } from '../../../src/core';

/** A long report that says one thing again and again, in other places each time. */
function repeated(saying: (value: string) => string, times: number, value: string): string {
  const said = Array.from(
    { length: times },
    (_, i) => `${saying(value)}\n\nThe harbour has pier ${'I'.repeat((i % 9) + 1)}.`,
  );
  return said.join('\n\n');
}

const saying = (value: string) =>
  `Norvik’s freight revenue from the northern harbour terminal was ${value} in 2025, according to the Harbour Register.`;

describe('A claim that a report states very often', () => {
  for (const [rule, usual, other] of [
    ['magnitude-conflict', '$323 million', '$3.23 billion'],
    ['value-conflict', '$323 million', '$341 million'],
  ] as const) {
    it(`is compared at its last place too (${rule})`, () => {
      const text = `# Norvik\n\n${repeated(saying, 70, usual)}\n\n${saying(other)}\n`;
      const found = analyze(text).findings.filter(finding => finding.rule === rule);
      assert.deepEqual(
        found.map(({ span }) => text.slice(span.start, span.end)),
        [other],
      );
    });
  }
});
