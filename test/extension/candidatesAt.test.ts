import assert from 'node:assert/strict';
import {
  analyze,
  applyEdits,
  citeEdits,
  type Entry,
  indexDocument,
  readBibliographyFile,
} from '../../src/core';
import { candidatesAt } from '../../src/extension/candidatesAt';

const REPORT = `# Norvik

## Key Events

- **Norvik buys a harbour (12 March 2026)**
  Facts: Norvik's revenue was $31.4 billion in 2025, its costs $20 billion.
  Source: Harbour Post
`;

const PAGES = `Norvik annual report

Norvik employs many people.

Norvik's revenue was over $30 billion in 2025.

In 2025 Norvik's revenue was $31.4 billion, up from $29 billion.
`;

const document = indexDocument({
  path: 'annual.pdf',
  format: 'pdf',
  title: 'Norvik annual report',
  text: PAGES,
  landmarks: [
    { kind: 'page', at: 0, page: 1 },
    { kind: 'page', at: PAGES.indexOf('In 2025'), page: 2 },
  ],
});

const ENTRIES: readonly Entry[] =
  readBibliographyFile(
    '@misc{other, title={Other}}\n@misc{annual, title={Annual report 2025}, file={annual.pdf}}',
    'refs.bib',
  )?.entries ?? [];

/** The candidates for the words of the report, and the report with the first one cited. */
function candidates(words: string, entries = ENTRIES) {
  const options = { sources: { entries, documents: [document] } };
  const analysis = analyze(REPORT, options);
  const figure = analysis.report.figures.find(({ text }) => text === words);
  assert.ok(figure);
  const sources = analysis.report.sources.flatMap(({ names }) => names);
  const found = candidatesAt({ analysis, options }, { at: figure.span, sources });
  const [first] = found;
  return {
    labels: found.map(({ label }) => label),
    quote: first?.quote,
    cited: first ? applyEdits(REPORT, citeEdits(analysis.report, figure.span, first.source)) : '',
  };
}

describe('the sources that are offered for a figure', () => {
  it('begin with the one that states it, with its quote and its page', () => {
    const { labels, quote, cited } = candidates('$31.4 billion');
    assert.deepEqual(labels, ['Annual report 2025, p. 2', 'Harbour Post', 'Other']);
    assert.equal(quote, "In 2025 Norvik's revenue was $31.4 billion, up from $29 billion.");
    assert.match(cited, /\$31\.4 billion in 2025 \[@annual, p\. 2\], its costs/);
  });

  it('take an attached document that no bibliography lists by its title', () => {
    const { labels, cited } = candidates('$31.4 billion', []);
    assert.deepEqual(labels, ['Norvik annual report, p. 2', 'Harbour Post']);
    assert.match(cited, /in 2025 \(Source: Norvik annual report, p\. 2\), its costs/);
  });

  it('are those that the report names where no document states the figure', () => {
    const { labels, quote } = candidates('$20 billion');
    assert.deepEqual(labels, ['Harbour Post', 'Other', 'Annual report 2025']);
    assert.equal(quote, undefined);
  });
});
