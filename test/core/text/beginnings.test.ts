// What is looked for by how words begin: no text that has one of the words may be turned away.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { eachSought, mayHave, seek, soughtWithin } from '../../../src/core/text/beginnings';
import { Wording } from '../../../src/core/text/wording';

const WORDS = ['say', 'according', 'estimate', 'un', 'verif'];
const sought = seek(WORDS.join(' '));

describe('words looked for by how they begin', () => {
  it('are never missed, in any case and between any marks', () => {
    const around = fc.string({ unit: fc.constantFrom(' ', 'x', 'é', '5', '-', '“', '\n', '中', '_') });
    fc.assert(
      fc.property(around, fc.constantFrom(...WORDS), fc.boolean(), around, (before, word, isUpper, after) => {
        fc.pre(!/[a-z]$/i.test(before));
        fc.pre(word.length >= 5 || !/^[a-z]/i.test(after));
        const text = before + (isUpper ? word.toUpperCase() : word) + after;
        assert.ok(mayHave(sought, new Wording(text)), text);
      }),
    );
  });

  it('turn a text away that has none of them, nor a longer word for a short one', () => {
    for (const text of ['', 'The port was sold.', 'essay saying under 中', 'resay'])
      assert.ok(!mayHave(sought, new Wording(text)), text);
  });

  it('are told by where they start', () => {
    const text = new Wording('They say it is verified.');
    assert.equal(soughtWithin(text, 5, 8), sought);
    assert.equal(soughtWithin(text, 6, 15), 0);
    assert.equal(soughtWithin(text, 6, 16), sought);
  });

  it('are found one after another, in all of the text or in a stretch of it', () => {
    const text = new Wording('They say it is verified, according to estimates.');
    const startsIn = (from?: number, end?: number) => {
      const starts: number[] = [];
      eachSought(sought, text, start => starts.push(start), from, end);
      return starts;
    };
    assert.deepEqual(startsIn(), [5, 15, 25, 38]);
    assert.deepEqual(startsIn(6, 38), [15, 25]);
  });
});
