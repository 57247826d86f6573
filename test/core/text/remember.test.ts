// What is worked out once of a word: it is known wherever the word stands, and never taken for that of another.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { once, onceOfWord } from '../../../src/core/text/remember';

describe('what is made of a word', () => {
  it('is made once, and is that of the word at the place', () => {
    const made: string[] = [];
    const of = onceOfWord(word => {
      made.push(word);
      return `<${word}>`;
    });
    fc.assert(
      fc.property(fc.string(), fc.nat(20), fc.nat(20), (text, a, b) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        assert.equal(of(text, start, end), `<${text.slice(start, end)}>`);
      }),
    );
    assert.equal(made.length, new Set(made).size);
  });
});

describe('what is made of a text', () => {
  it('is made once, even where it is nothing', () => {
    const made: string[] = [];
    const numberOf = once((text: string) => {
      made.push(text);
      return /\d+/.exec(text)?.[0];
    });
    assert.deepEqual(['a longer text with 12', 'none', 'a longer text with 12', 'none'].map(numberOf), [
      '12',
      undefined,
      '12',
      undefined,
    ]);
    assert.deepEqual(made, ['a longer text with 12', 'none']);
  });
});
