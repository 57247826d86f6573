// The passages found for a figure: the same quantity however written, never another one.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze, indexDocument, type SourceDocument } from '../../../src/core';

function document(text: string, more: Partial<SourceDocument> = {}): SourceDocument {
  return { path: 'source.md', format: 'markdown', title: undefined, text, landmarks: [], ...more };
}

function check(report: string, ...sources: readonly (string | SourceDocument)[]): Analysis {
  const documents = sources.map((source, i) =>
    indexDocument(typeof source === 'string' ? document(source, { path: `source-${i}.md` }) : source),
  );
  return analyze(report, { sources: { documents, entries: [] } });
}

/** What the sources state for the first figure of a report. */
function stated(report: string, ...sources: readonly (string | SourceDocument)[]): readonly string[] {
  return check(report, ...sources).judged[0]?.evidence.same.map(passage => passage.stated) ?? [];
}

describe('the same quantity, however written', () => {
  const pairs: readonly (readonly [report: string, source: string])[] = [
    ['$30 billion', 'US$30bn'],
    ['$30 billion', '300亿美元'],
    ['$30 billion', '30,000 million dollars'],
    ['$30 billion', 'about $30.2 billion'],
    ['€1.35 billion', 'EUR 1,350m'],
    ['¥3 trillion', '3兆円'],
    ['5 GW', '5,000 megawatts'],
    ['900 GWh', '0.9 TWh'],
    ['1 in 8', '12.5 per cent'],
    ['22,300 people', '22,310 people'],
    ['more than 100,000 people', '118,000 people'],
    ['€1,450 per kilowatt', 'EUR 1,450/kW'],
  ];
  for (const [report, source] of pairs)
    it(`${report} is ${source}`, () => {
      const found = stated(
        `Norvik reported ${report} for its harbour.`,
        `Norvik reported ${source} for its harbour.`,
      );
      assert.equal(found.length, 1);
    });

  it('is found in a table whose header has the unit', () => {
    const table = '| Port | Tonnes 2025 |\n|---|---|\n| Gothenburg | 46500 |\n| Aarhus | 21800 |\n';
    assert.deepEqual(stated('Gothenburg handled 46,500 tonnes in 2025.', table), ['46500']);
  });
});

describe('another quantity', () => {
  const pairs: readonly (readonly [report: string, source: string])[] = [
    ['$30 billion', '$300 billion'],
    ['$30 billion', '$3 billion'],
    ['$30 billion', '€30 billion'],
    ['$30 billion', '$30 million'],
    ['$30.4 billion', '$34.0 billion'],
    ['up to $25 billion', '$20 billion'],
    ['5 GW', '5 GWh'],
    ['5%', '5 percentage points'],
    ['over 30,000 people', '60,000 people'],
  ];
  for (const [report, source] of pairs)
    it(`${report} is not ${source}`, () => {
      assert.deepEqual(
        stated(`Norvik reported ${report} for its harbour.`, `Norvik reported ${source} for its harbour.`),
        [],
      );
    });

  it('is any power of ten away, whatever the words have in common', () => {
    const amount = fc.record({
      digits: fc.integer({ min: 1, max: 999 }),
      power: fc.constantFrom(-3, -2, -1, 1, 2, 3),
    });
    fc.assert(
      fc.property(amount, ({ digits, power }) => {
        const sentence = (value: number) =>
          `Norvik's revenue was $${value.toLocaleString('en-US')} in 2025 in Europe.`;
        const value = digits * 1_000_000;
        assert.deepEqual(stated(sentence(value), sentence(value * 10 ** power)), []);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the ranking of passages', () => {
  it('puts the one of the same subject, measure and period first', () => {
    const source = [
      "Sundby's revenue was $4.1 billion in 2025.",
      "Norvik's order book was $4.1 billion in 2025.",
      "Norvik's revenue was $4.1 billion in 2025.",
      "Norvik's revenue was $4.1 billion in 2019.",
    ].join('\n\n');
    const [best] = check("Norvik's revenue reached $4.1 billion in 2025.", source).judged[0]!.evidence.same;
    assert.equal(best!.quote, "Norvik's revenue was $4.1 billion in 2025.");
  });

  it('knows who a sentence is about from the sentences before it', () => {
    const source =
      'Norvik had a good year. It paid a dividend of $75 million.\n\nSundby paid a dividend of $75 million.';
    const [best] = check('Norvik paid a dividend of $75 million.', source).judged[0]!.evidence.same;
    assert.equal(best!.quote, 'It paid a dividend of $75 million.');
  });

  it('finds nothing in texts that have nothing else in common', () => {
    assert.deepEqual(stated('Norvik employs 8,350 people.', 'The museum lent out 8,350 books.'), []);
  });
});

describe('a passage', () => {
  const text =
    "# Results\n\nThe year was **good**. Norvik's revenue was [$4.1 billion](https://a.example) in 2025. It grew.\n";
  const [passage] = check(
    "Norvik's revenue was $4.1 billion in 2025.",
    document(text, {
      title: 'Annual report',
      landmarks: [
        { kind: 'page', at: 0, page: 7 },
        { kind: 'heading', at: 0, title: 'Results' },
      ],
    }),
  ).judged[0]!.evidence.same;

  it('is quoted without marks, with its page and heading', () => {
    assert.equal(passage!.quote, "Norvik's revenue was $4.1 billion in 2025.");
    assert.deepEqual(passage!.place, { page: 7, heading: 'Results', row: undefined });
  });

  it('can be found again by its selector and by its position', () => {
    const { exact, prefix, suffix } = passage!.selector;
    assert.equal(text.slice(passage!.passage.start, passage!.passage.end), exact);
    assert.ok(text.includes(prefix + exact + suffix));
    assert.ok(prefix.length > 0 && suffix.length > 0);
  });

  it('of a page without full stops is cut around its figure', () => {
    const long = `${'quay and crane and '.repeat(60)} Norvik has 8,350 employees ${'and mole and pier '.repeat(60)}`;
    const [found] = check('Norvik has 8,350 employees.', long).judged[0]!.evidence.same;
    assert.ok(found!.quote.length < 500);
    assert.match(found!.quote, /Norvik has 8,350 employees/);
  });
});

describe('checking against sources', () => {
  it('gives a verdict for any report and any source', () => {
    const words = fc.constantFrom(
      'Norvik',
      '$30 billion',
      '300亿美元',
      '12%',
      '|',
      '\n',
      '\n\n',
      '# ',
      '- ',
      'revenue',
      '5 GW',
      '2025',
      '[a](b.md)',
    );
    const text = fc.array(words, { maxLength: 40 }).map(parts => parts.join(' '));
    fc.assert(
      fc.property(text, text, (report, source) => void check(report, source)),
      { numRuns: 200 },
    );
  });
});
