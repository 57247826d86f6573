// Dates and periods as written, with their EDTF values.
import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findDates } from '../../../src/core/figures';

describe('dates', () => {
  const lines = readFileSync('test/core/figures/cases/dates.md', 'utf8')
    .split('\n')
    .filter(line => line.startsWith('- '));
  for (const line of lines) {
    const [text = '', answer = ''] = line.slice(2).split(' ⇒ ');
    it(`${text} → ${answer}`, () => {
      const found = findDates(text).map(date => `${date.text} = ${date.edtf} ${date.precision}`);
      deepEqual(found, answer === 'none' ? [] : [answer]);
    });
  }

  it('keeps the weekday as written, whether or not it is that date’s', () => {
    equal(findDates('Monday, 25 September 2025')[0]?.weekday, 'Monday');
  });

  it('knows the days that do not exist', () => {
    deepEqual(
      findDates('31 June 2025, 29 February 2024, 29 February 2025').map(date => date.exists),
      [false, true, false],
    );
  });
});
