// Scanning by the kinds of characters finds what a regular expression with Unicode properties finds.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ALPHABETIC, APOSTROPHE, DIGIT, eachRun, inLowerCase, LETTER } from '../../../src/core/text/letters';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'B', 'é', 'あ', '億', '〇', '𝔸', '𠮷', '5', '½', "'", '’', '-', ' '),
    fc.string(),
  ),
});

function runsIn(text: string, first: number, further: number): string[] {
  const runs: string[] = [];
  eachRun(text, first, further, (start, end) => runs.push(text.slice(start, end)));
  return runs;
}

describe('letters', () => {
  it('are told from everything else, in any script', () => {
    fc.assert(
      fc.property(anyText, text => {
        assert.deepEqual(runsIn(text, LETTER, LETTER), text.match(/\p{L}+/gu) ?? []);
      }),
    );
  });

  it('make words that Chinese characters end', () => {
    fc.assert(
      fc.property(anyText, text => {
        assert.deepEqual(
          runsIn(text, ALPHABETIC, ALPHABETIC | DIGIT | APOSTROPHE),
          text.match(/(?!\p{Script=Han})\p{L}(?:(?!\p{Script=Han})[\p{L}\p{N}’'])*/gu) ?? [],
        );
      }),
    );
  });

  it('stay in their places in lower case', () => {
    assert.equal(inLowerCase('İSTANBUL’S Ørsted'), 'İstanbul’s ørsted');
  });
});
