// However often a text is edited, the changes since the beginning can be told as one set of edits.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core';
import { EditedText } from '../../../src/core/text/edited';

describe('an edited text', () => {
  it('is unchanged at first', () => {
    assert.deepEqual(new EditedText('abc').edits(), []);
  });

  it('tells two rounds of edits as one', () => {
    const edited = new EditedText('one two three');
    edited.apply([{ span: { start: 4, end: 7 }, newText: 'and' }]);
    edited.apply([
      { span: { start: 0, end: 4 }, newText: '' },
      { span: { start: 6, end: 7 }, newText: 'd then' },
    ]);
    assert.equal(edited.text, 'and then three');
    assert.deepEqual(edited.edits(), [{ span: { start: 0, end: 7 }, newText: 'and then' }]);
  });

  it('says exactly what changed, after any edits', () => {
    const round = fc.array(fc.tuple(fc.nat(30), fc.nat(5), fc.string({ maxLength: 4 })), { maxLength: 4 });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(round, { maxLength: 4 }), (text, rounds) => {
        const edited = new EditedText(text);
        for (const places of rounds) {
          let at = 0;
          const edits = places.map(([gap, length, newText]) => {
            const start = Math.min(at + gap, edited.text.length);
            at = Math.min(start + length, edited.text.length);
            return { span: { start, end: at }, newText };
          });
          edited.apply(edits);
        }
        assert.equal(applyEdits(text, edited.edits()), edited.text);
      }),
    );
  });
});
