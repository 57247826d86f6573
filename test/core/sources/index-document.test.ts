import assert from 'node:assert/strict';
import { type IndexedDocument, indexDocument, type SourceDocument } from '../../../src/core';

function document(text: string): SourceDocument {
  return { path: 'a.md', format: 'markdown', title: 'Norvik annual report', text, landmarks: [] };
}

const TEXT = `# Results

Norvik's revenue was over $4.1 billion in 2025. Sundby employs 1,200 people.

| Company | Revenue ($ million) |
|---|---|
| Sundby | 820 |
`;

describe('the index of an attached document', () => {
  const index = indexDocument(document(TEXT));

  it('has every figure with what it says and the passage to quote', () => {
    const found = index.mentions.map(({ figure, passage }) => [
      TEXT.slice(figure.span.start, figure.span.end),
      figure.quantity.value,
      TEXT.slice(passage.start, passage.end),
    ]);
    assert.deepEqual(found, [
      ['over $4.1 billion', 4.1e9, "Norvik's revenue was over $4.1 billion in 2025."],
      ['1,200', 1200, 'Sundby employs 1,200 people.'],
      ['820', 820e6, '| Sundby | 820 |'],
    ]);
    assert.equal(index.mentions[0]!.measure, 'revenue');
    assert.deepEqual(index.mentions[0]!.periods, ['2025']);
  });

  it('is plain data that comes back from JSON as it was, open ends included', () => {
    const copy: IndexedDocument = JSON.parse(JSON.stringify(index));
    assert.deepEqual(copy.mentions[0]!.figure.quantity.range, { low: 4.1e9, high: Number.MAX_VALUE });
    assert.deepEqual(copy, JSON.parse(JSON.stringify(copy)));
    assert.deepEqual(structuredClone(index), index);
  });
});
