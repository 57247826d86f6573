// Patterns that are looked for from the end of a text: they tell what the same patterns tell from its start.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atEnd, ofLastWord } from '../../../src/core/text/at-end';

const PATTERNS = [
  /\bfrom\s+(?:(?:an?\s+)?(?:\p{L}+\s+){1,3}of\s+)?(?:about |some )?/iu,
  /\b(?:of|up to)\s+(?:the\s+)*|[([]\s*/i,
  /(?:^|[^\p{L}])(?:the|all|[\p{L}\p{N}]+['’]s)\s+/iu,
];

describe('patterns for what a text ends in', () => {
  it('are found wherever they start', () => {
    const words = fc.constantFrom(
      'from',
      'of',
      'the',
      'up',
      'to',
      'a',
      'some',
      'about',
      'Élan’s',
      '(',
      '.',
      '5',
    );
    const text = fc.array(fc.tuple(words, fc.constantFrom(' ', '  ', '', '\n')), { maxLength: 8 });
    fc.assert(
      fc.property(text, fc.constantFrom(...PATTERNS), (parts, pattern) => {
        const words = parts.flat().join('');
        const whole = new RegExp(`(?:${pattern.source})$`, pattern.flags);
        assert.equal(atEnd(pattern).test(words), whole.test(words), words);
      }),
    );
  });
});

describe('what the last word of a text tells', () => {
  it('is told of the word, whatever marks and spaces stand behind it', () => {
    const last = ofLastWord(word => `<${word}>`);
    assert.equal(last('compared with the '), '<the>');
    assert.equal(last('12 GWh vs. '), '<vs>');
    assert.equal(last('“Up” ('), '<Up>');
    assert.equal(last(' 7% '), '<>');
  });
});
