import assert from 'node:assert/strict';
import { analyze, indexDocument } from '../../src/core';
import { evidenceTable } from '../../src/extension/evidenceTable';

const REPORT = `# Harbours

Norvik's revenue was $41 billion in 2025. Norvik employs 8,350 people. Sundby paid a dividend of $75 million.

It runs 14 harbours ([Annual report](annual.md)).
`;
const SOURCE = `# Annual report

In 2025 Norvik's revenue came to US$4.1bn | Norvik had 8,350 employees.
`;

const documents = [
  indexDocument({
    path: 'annual.md',
    format: 'markdown',
    title: 'Annual report',
    text: SOURCE,
    landmarks: [],
  }),
];
const analysis = analyze(REPORT, { sources: { documents, entries: [] } });

describe('the table of figures against sources', () => {
  const { text, links } = evidenceTable('report.md', analysis);
  const rows = text.split('\n').filter(line => line.startsWith('| line'));

  it('has a part for each verdict, what calls for the reader first, and counts them', () => {
    const parts = [...text.matchAll(/^## (.*)$/gm)].map(match => match[1]);
    assert.deepEqual(parts, [
      'Contradicted (1)',
      'Not found in its source (1)',
      'No source (1)',
      'Backed (1)',
    ]);
    assert.match(text, /^1 contradicted, 1 not found in its source, 1 no source, 1 backed\.$/m);
  });

  it('quotes the passage in one cell, whatever stands in it', () => {
    assert.match(rows[0]!, /^\| line 3 \| \$41 billion \| Annual report \| .*US\$4\.1bn.* \|$/);
    for (const row of rows) assert.equal(row.split('|').length, 6, row);
  });

  it('links each line to its figure and each source to its passage', () => {
    const shown = links.map(({ span, to }) => [
      text.slice(span.start, span.end),
      to.kind === 'figure'
        ? REPORT.slice(to.figure.start, to.figure.end)
        : SOURCE.slice(to.evidence.figure.start, to.evidence.figure.end),
    ]);
    assert.deepEqual(shown.slice(0, 3), [
      ['line 3', '$41 billion'],
      ['Annual report', 'US$4.1bn'],
      ['line 5', '14'],
    ]);
    assert.deepEqual(shown.at(-1), ['Annual report', '8,350']);
  });
});
