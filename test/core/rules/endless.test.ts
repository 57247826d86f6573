// A text may be one endless sentence of figures: what the rules look at must grow no faster than the text does. It is
// counted, since a clock tells little: the characters that patterns are given, and the items of the lists gone through.
import assert from 'node:assert/strict';
import { readClaims } from '../../../src/core/claims';
import { parseBlocks } from '../../../src/core/markdown/parse';
import { readReport } from '../../../src/core/report';
import { rules } from '../../../src/core/rules';
import { Reading } from '../../../src/core/rules/reading';
import { readBibliography } from '../../../src/core/sources/bibliography';

const PIECES: readonly string[] = [
  'it had 5 million last year and 6 million a year earlier, up 40%, ',
  'it came to 487 million and 24.6% more than the 391 million of 2024, ',
  'Norvik revenue was $30 billion in 2025, Norvik revenue was $300 billion in 2025, ',
  'of the 9.9 billion in debt 5.4 billion, or 30%, ',
  'of these 9.9 billion, 5.4 billion, or 30% of them, ',
  'it pays 310 million and 85 million, 405 million in all, ',
  'it pays 310 million, 85 million, 40 million, ',
  'the €13.8m break down as follows: works €7.9m, turbines €4.3m, grid €1.6m, ',
  'it has 3% and 5 cats in all, 4% and 6 dogs in all, 7% and 8 birds in all, ',
  'it is worth 1.9 billion or 22 times EBITDA of 105 million, ',
  'a value of $7.2 billion against EBITDA of $480 million, a multiple of 12, ',
  'it pays $42.50 for each share, a premium of 70% to the last price of $0.25, ',
  'it rose from 40 to 50, 25% since May, and from 4% to 6%, up 2%, ',
  'it was 40 after 30 in 2024, a rise of 22% since October, ',
  'it came to 40 tonnes in May and fell to 30 tonnes in June, ',
  'it fell 20% down from 60 to 50 tonnes, ',
  'one has 30%, another has 40% and bought the remaining 80%, ',
  'it got $736 million (40%), $552 million (30%), ',
  'it made 5 GW in May, 6 GWh in June, 7 GW in July, ',
  'it went from 350 GW to 322 GWh, a capacity of 5 GWh, and used 6 GW in 2024, ',
  'the sown area shrank from 1.36 million hectares to 1.21 million tonnes, ',
  '€336 million for 14 aircraft, or €24 million apiece, and 1.9 tenants a tower, ',
  'between 40 and 30 GW, 5–3 million, ',
  'from 5 May 2024 to 3 May 2023, for 60 days, 90 days after Monday 1 May 2024, ',
  '€5 5 EUR, $5 million billion, 5 kr 6 SEK, 30亿, 5 Mrd, ',
  'of the 2,900 households 3,016 people, including 4,000, 702 of them, ',
  'reportedly 5 million, it will be 6 million, ⚠️ 7 million, ',
];
const LEAST = 8_000;
/** Twice the text, and a little for what a report has once. */
const MOST_GROWTH = 2.3;

function endless(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

function readingOf(text: string): Reading {
  const report = readReport(text, parseBlocks(text));
  const { claims, mentions } = readClaims(report);
  return new Reading(report, claims, mentions, readBibliography(report), []);
}

/** How much each rule looks at in a text: characters that patterns are given, and items of lists. */
function workOn(text: string): ReadonlyMap<string, number> {
  const reading = readingOf(text);
  let work = 0;
  const { exec } = RegExp.prototype;
  const { filter, slice, some } = Array.prototype;
  RegExp.prototype.exec = function (this: RegExp, words) {
    const from = this.lastIndex;
    const match = exec.call(this, words);
    // A pattern that goes on from its last match has looked at what lies between the two.
    work += (match && this.global ? this.lastIndex : words.length) - (this.global ? from : 0);
    return match;
  };
  Array.prototype.slice = function (this: unknown[], ...range) {
    const items = slice.apply(this, range);
    work += items.length;
    return items;
  };
  Array.prototype.filter = function (this: unknown[], ...asked: Parameters<typeof filter>) {
    work += this.length;
    return filter.apply(this, asked);
  } as typeof filter;
  Array.prototype.some = function (
    this: unknown[],
    is: (item: unknown, at: number, all: unknown[]) => unknown,
  ) {
    return some.call(this, (item, at, all) => {
      work++;
      return is(item, at, all);
    });
  };
  try {
    return new Map(
      rules.map(rule => {
        work = 0;
        for (const _ of rule.check(reading));
        return [rule.id, work];
      }),
    );
  } finally {
    Object.assign(RegExp.prototype, { exec });
    Object.assign(Array.prototype, { filter, slice, some });
  }
}

describe('an endless sentence', () => {
  for (const piece of PIECES)
    it(`takes no rule more than twice the work when it is twice as long: “${piece.trim()}”`, () => {
      const once = workOn(endless(piece, LEAST));
      const twice = workOn(endless(piece, 2 * LEAST));
      for (const [rule, work] of twice)
        assert.ok(
          work < MOST_GROWTH * (once.get(rule) ?? 0) + LEAST,
          `${rule}: ${work} instead of ${once.get(rule)}`,
        );
    });
});
