import assert from 'node:assert/strict';
import { analyze } from '../../src/core';
import { sourceNodes } from '../../src/extension/sourceNodes';

const TEXT = `---
references:
- id: lost
  title: Never cited
- id: annual
  title: Annual report 2025
  publisher: Norvik
  issued: 2026-03-01
  URL: https://example.org/annual
---

# Norvik

Revenue was $30 billion [@annual, p. 4]. Costs were $20 billion [@annual].[^1]

It has 400 stores ([Harbour Post](https://example.org/post)).

[^1]: Estimate of the bank
`;

describe('the Sources view', () => {
  const nodes = sourceNodes(analyze(TEXT));

  it('has the sources that are cited most first, and marks those that are not cited', () => {
    assert.deepEqual(
      nodes.map(({ label, description, isCited }) => [label, description, isCited]),
      [
        ['Annual report 2025', 'cited 2 times · @annual, Norvik, 2026-03-01', true],
        ['Harbour Post', 'cited once', true],
        ['Estimate of the bank', 'cited once · [^1]', true],
        ['Never cited', 'not cited · @lost', false],
      ],
    );
  });

  it('has below each source the figures that rest on it', () => {
    const figures = nodes.map(({ children }) => children.map(({ label }) => label).join(', '));
    assert.deepEqual(figures, ['$30 billion, $20 billion', '400', '$20 billion', '']);
    const [first] = nodes[0]?.children ?? [];
    assert.equal(TEXT.slice(first?.span?.start, first?.span?.end), '$30 billion');
    assert.match(first?.description ?? '', /^Revenue was \$30 billion/);
  });

  it('knows a source again in the next version of the report', () => {
    const ids = (text: string) => sourceNodes(analyze(text)).map(({ id }) => id);
    assert.deepEqual(ids(TEXT.replace('Revenue', 'In 2025, revenue')), ids(TEXT));
    assert.equal(new Set(ids(`${TEXT}\n[^1]: Estimate of the bank\n`)).size, 5);
  });

  it('is empty for a report without sources', () => assert.deepEqual(sourceNodes(analyze('Text.')), []));
});
