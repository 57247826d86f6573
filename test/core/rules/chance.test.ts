// A report with many values of one kind has some that are alike by chance.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core';

const CONFLICTS = ['magnitude-conflict', 'value-conflict'];
const FEW = 10;
const MANY = 1500;

/** How many conflicts a report has where two costs stand beside so many other sums of money. */
function conflictsAmong(others: number, one: string, other: string): number {
  const rows = Array.from({ length: others }, (_, i) => `| Lot ${i + 1} | £${3001 + 37 * i} |`);
  const text = `Harbour pilots cost Norvik £${one} million in 2025.

## Pilots

The pilots got £${other} million.

## Lots

| Lot | Price |
|---|--:|
${rows.join('\n')}
`;
  return analyze(text).findings.filter(({ rule }) => CONFLICTS.includes(rule)).length;
}

describe('two values with like digits', () => {
  for (const [how, one, other] of [
    ['a power of ten apart', '1.42', '14.2'],
    ['with two digits that changed places', '4.3', '3.4'],
  ] as const) {
    it(`are a conflict among few: ${how}`, () => assert.equal(conflictsAmong(FEW, one, other), 1));
    it(`are alike by chance among many: ${how}`, () => assert.equal(conflictsAmong(MANY, one, other), 0));
  }
});
