import assert from 'node:assert/strict';
import { analyze, describeFigure } from '../../src/core';

function describeIn(text: string, quote: string) {
  const analysis = analyze(text);
  const figure = analysis.report.figures.find(one => one.text.includes(quote));
  assert.ok(figure, `no figure ${quote}`);
  return describeFigure(analysis, figure);
}

const TEXT = `## Key Events

- **Norvik buys a harbour (12 March 2026)** Facts: Norvik's revenue was $30 billion in 2025. Source: Harbour Post

- **Norvik sells a ship (14 March 2026)** ⚠️ not confirmed Facts: The price was about $5 million. Source: Quay News

In 2025, Norvik's revenue was $300 billion.
`;

describe('describing a figure', () => {
  it('says what it means, in words', () => {
    assert.match(describeIn(TEXT, '$5 million').meaning, /about .*5 million/i);
  });

  it('says of whom and of when it speaks, where the text tells', () => {
    assert.match(describeIn(TEXT, '$30 billion').about ?? '', /^revenue of Norvik.*, 2025$/);
  });

  it('says which of several amounts it takes it for', () => {
    const text = 'The group paid $5 million in all for Norvik in 2025, and sales rose by $3 million in 2024.';
    assert.match(describeIn(text, '$5 million').about ?? '', /, 2025, the total$/);
    assert.match(describeIn(text, '$3 million').about ?? '', /, 2024, a change$/);
  });

  it('names the source that it rests on', () => {
    assert.match(describeIn(TEXT, '$30 billion').basis ?? '', /^Source: Harbour Post/);
  });

  it('gives the caveat that it stands under, before any source', () => {
    assert.match(
      describeIn(TEXT, '$5 million').basis ?? '',
      /^Not confirmed: the report says “.*not confirmed.*”\.$/,
    );
  });

  it('lists the other mentions of the claim with their values', () => {
    const { mentions } = describeIn(TEXT, '$30 billion');
    assert.deepEqual(
      mentions.map(({ text }) => text),
      ['$300 billion'],
    );
    assert.match(mentions[0]?.meaning ?? '', /300 billion/);
    assert.equal(TEXT.slice(mentions[0]?.span.start, mentions[0]?.span.end), '$300 billion');
  });

  it('leaves out what the report gives for another time or in another unit', () => {
    const text = "Norvik's revenue was $30 billion in 2025.\n\nNorvik's revenue was $20 billion in 2024.\n";
    assert.deepEqual(describeIn(text, '$30 billion').mentions, []);
  });
});
