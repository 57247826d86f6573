import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/text/edits';
import { LineIndex } from '../../../src/core/text/lines';

describe('text edits', () => {
  it('apply together, whatever their order', () => {
    const edits = [
      { span: { start: 6, end: 11 }, newText: 'there' },
      { span: { start: 0, end: 0 }, newText: '> ' },
    ];
    assert.equal(applyEdits('hello world', edits), '> hello there');
  });

  it('keep the order of insertions at one place', () => {
    const at = { start: 1, end: 1 };
    assert.equal(
      applyEdits('ab', [
        { span: at, newText: '1' },
        { span: at, newText: '2' },
      ]),
      'a12b',
    );
  });

  it('are refused when they overlap or lie outside, rather than losing text', () => {
    const edit = (start: number, end: number) => ({ span: { start, end }, newText: '' });
    assert.throws(() => applyEdits('abcdef', [edit(0, 3), edit(2, 4)]), RangeError);
    assert.throws(() => applyEdits('abc', [edit(2, 5)]), RangeError);
  });
});

describe('line index', () => {
  it('knows all three line endings', () => {
    const lines = new LineIndex('a\nb\r\nc\rd');
    assert.equal(lines.lineCount, 4);
    assert.deepEqual(lines.positionAt(5), { line: 2, column: 0 });
    assert.deepEqual(lines.positionAt(99), { line: 3, column: 1 });
  });

  it('gives every offset the line on which it stands', () => {
    const text = fc
      .array(fc.constantFrom('a', '亿', '\n', '\r\n', '\r', '😀'), { maxLength: 60 })
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(80), (value, at) => {
        const offset = Math.min(at, value.length);
        const lines = new LineIndex(value);
        const { line, column } = lines.positionAt(offset);
        assert.equal(lines.startOf(line) + column, offset);
        assert.equal(
          line,
          value
            .slice(0, offset)
            .replace(/\r$/, value[offset] === '\n' ? '' : '\r')
            .split(/\r\n|\r|\n/).length - 1,
        );
      }),
    );
  });
});
