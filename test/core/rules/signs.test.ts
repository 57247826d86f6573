// What kinds of characters a text has: a rule that looks only where they are must miss none.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  CURRENCY,
  DASH,
  DIGIT,
  DOTS,
  OTHER_SCRIPT,
  PARTED,
  PERCENT,
  signsIn,
} from '../../../src/core/rules/signs';

const SIGNS: readonly (readonly [number, RegExp])[] = [
  [DIGIT, /\d/],
  [PARTED, /\d[.,'’]\d/],
  [DASH, /–/],
  [PERCENT, /%/],
  [DOTS, /[.,]{2}/],
  [CURRENCY, /[€£¥₹₩]/],
  [OTHER_SCRIPT, /[αл中ア한]/],
];

describe('the signs of a text', () => {
  it('are those that stand in it, and no others', () => {
    const text = fc.string({ unit: fc.constantFrom(..."059.,’'–%€₩$ aéαл中ア한".split('')) });
    fc.assert(
      fc.property(text, words => {
        for (const [sign, pattern] of SIGNS)
          assert.equal((signsIn(words) & sign) !== 0, pattern.test(words), words);
      }),
    );
  });
});
