// The figures of several hundred sentences, by kind: what the grammar promises to find, and what it leaves alone.
import { deepEqual } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, readCases } from './cases';

const FOLDER = 'test/core/figures/cases';

describe('figures of sentences', () => {
  for (const file of readdirSync(FOLDER).filter(name => name.endsWith('.md') && name !== 'dates.md')) {
    const cases = readCases(readFileSync(join(FOLDER, file), 'utf8'));
    it(`reads the ${cases.length} sentences of ${file}`, () => {
      const wrong = cases.flatMap(each => compare(each).map(difference => `${each.text}\n    ${difference}`));
      deepEqual(wrong, []);
    });
  }
});
