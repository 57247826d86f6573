import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze, type Entry, LineIndex, readBibliographyFile } from '../../../src/core';
import type { ReadEntries } from '../../../src/core/sources/bibliography-entry';

function bib(text: string): ReadEntries {
  const read = readBibliographyFile(text, 'refs.bib');
  assert.ok(read);
  return read;
}

function csl(text: string): ReadEntries {
  const read = readBibliographyFile(text, 'refs.json');
  assert.ok(read);
  return read;
}

function entriesOf(report: string): readonly Entry[] {
  return analyze(report).bibliography.entries;
}

/** What an entry says, without where it stands and without what it leaves open. */
function said({ place, ...entry }: Entry | undefined = {} as Entry): object {
  const known = Object.entries(entry).filter(([, value]) => value !== undefined && String(value) !== '');
  return { ...Object.fromEntries(known), kind: place.kind };
}

/** The problems as "line: message". */
function problemsOf(text: string, { problems }: ReadEntries): string[] {
  const lines = new LineIndex(text);
  return problems.map(({ span, message }) => `${lines.positionAt(span.start).line + 1}: ${message}`);
}

describe('a BibTeX file', () => {
  it('gives its entries with what can be known of each', () => {
    const text = `% Our sources
@string{reu = "Reuters"}
@article{stone2026,
  title  = {The {EU}'s Gr\\"{u}n Deal --- a Review},
  author = {Stone, Ada and van der Berg, Jan and {World Bank}},
  journal = reu,
  date = {2026-04-20},
  url = {https://example.org/a\\_b},
  doi = {https://doi.org/10.1000/ABC.1},
  file = {Full Text:papers/stone.pdf:application/pdf},
}
@techreport(iea, title = "Outlook " # 2026, institution = {IEA}, year = 2025, month = oct)
@misc{site, title={Filing}, howpublished={\\url{https://example.org/f}}, year={2024}}`;
    const { entries, problems } = bib(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(entries.map(said), [
      {
        key: 'stone2026',
        title: "The EU's Grün Deal — a Review",
        authors: ['Ada Stone', 'Jan van der Berg', 'World Bank'],
        publisher: 'Reuters',
        issued: '2026-04-20',
        url: 'https://example.org/a_b',
        doi: '10.1000/abc.1',
        file: 'papers/stone.pdf',
        kind: 'bibtex',
      },
      { key: 'iea', title: 'Outlook 2026', publisher: 'IEA', issued: '2025-10', kind: 'bibtex' },
      { key: 'site', title: 'Filing', issued: '2024', url: 'https://example.org/f', kind: 'bibtex' },
    ]);
    for (const { key, place } of entries)
      assert.equal(text.slice(place.keySpan?.start, place.keySpan?.end), key);
    assert.match(text.slice(entries[1]?.place.span.start, entries[1]?.place.span.end), /^@techreport\(.*\)$/);
  });

  const slips: readonly (readonly [slip: string, text: string, problem: string])[] = [
    ['an unclosed value', '@misc{a,\n title = {never closed,\n}', '1: This entry has no closing brace.'],
    [
      'an unclosed brace inside a value',
      '@misc{a,\n title = {never {closed,\n}',
      '2: The brace that opens here is never closed.',
    ],
    [
      'an unclosed quotation',
      '@misc{a,\n title = "never closed\n}',
      '2: The quotation mark that opens here is never closed.',
    ],
    [
      'a missing comma',
      '@misc{a,\n title = {A}\n year = 2020\n}',
      '3: A comma is missing after the field “title”.',
    ],
    ['a missing key', '@misc{,\n title = {A}}', '1: This entry has no key after its opening brace.'],
    ['a comma missing after the key', '@misc{a\n title = {A}}', '2: A comma is missing after the key “a”.'],
    ['a field without a value', '@misc{a,\n title,\n}', '2: The field “title” has no “=” and no value.'],
    ['a value left out', '@misc{a,\n title = ,\n}', '2: A value is missing here.'],
    ['an unclosed entry', '@misc{a,\n title = {A},\n', '1: This entry has no closing brace.'],
  ];
  for (const [slip, text, problem] of slips)
    it(`names ${slip} at its line and reads on at the next entry`, () => {
      const whole = `@misc{first, title={One}}\n${text}\n\n@misc{last, title={Two}}\n`;
      const read = bib(whole);
      const keys = read.entries.map(({ key }) => key);
      assert.ok(keys.includes('first') && keys.includes('last'), keys.join());
      const [found] = problemsOf(text, bib(text));
      assert.equal(found, problem);
      assert.equal(read.problems.length, 1);
    });

  it('leaves out what stands after a percent sign', () => {
    const text = '% @misc{a,\n%  title = {A}\n% }\n@misc{b, % @misc{c}\n  title = {B} % remark\n}\n';
    assert.deepEqual(
      bib(text).entries.map(({ key }) => key),
      ['b'],
    );
    assert.deepEqual(bib(text).problems, []);
  });

  it('says which key stands twice', () => {
    const text = '@misc{a, title={One}}\n@misc{a, title={Two}}';
    assert.deepEqual(problemsOf(text, bib(text)), [
      '2: The key “a” stands here a second time. Only its first entry is cited.',
    ]);
  });

  it('gives a result for any text, with every span inside it and every key where it says', () => {
    const piece = fc.oneof(
      fc.constantFrom('@article{', '@misc(', 'key', ',', '=', '{', '}', '"', '#', '\n', '\\', '%', ')', ' '),
      fc.constantFrom('title', '@string{a = "b"}', '\\"{u}', 'and', '2026', '\\url{https://e.org}'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('');
        const { entries, problems } = bib(text);
        for (const { key, place } of entries)
          assert.equal(text.slice(place.keySpan?.start, place.keySpan?.end), key);
        for (const { span } of [...problems, ...entries.map(({ place }) => place)])
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }),
      { numRuns: 400 },
    );
  });

  it('gives back any title, author and date that was written in braces', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9àéüößŁ.,:;()!?-]{1,9}$/).filter(w => !/--|^and$/i.test(w));
    const phrase = fc.array(word, { minLength: 1, maxLength: 6 }).map(words => words.join(' '));
    fc.assert(
      fc.property(phrase, fc.integer({ min: 1000, max: 9999 }), (title, year) => {
        const { entries } = bib(`@misc{k,\n  title = {${title}},\n  year = ${year}\n}`);
        assert.equal(entries[0]?.title, title.normalize('NFC'));
        assert.equal(entries[0]?.issued, String(year));
      }),
    );
  });

  it('is read whatever it holds, and however much of it', () => {
    for (const slip of ['\n@a{b,c={', '@a{b,c="', '@string(', '@a{b,c=x#', '{', '\\'])
      assert.deepEqual(bib(slip.repeat(400_000 / slip.length)).entries, [], JSON.stringify(slip));
  });
});

describe('a CSL-JSON file', () => {
  it('gives its entries with what can be known of each', () => {
    const text = `[
  {
    "id": "stone2026",
    "title": "The <i>Green</i> Deal",
    "author": [{ "family": "Stone", "given": "Ada" }, { "literal": "World Bank" }],
    "container-title": "Reuters",
    "issued": { "date-parts": [[2026, 4, 20]] },
    "URL": "https://example.org/a",
    "DOI": "10.1000/ABC.1",
    "file": "papers/stone.pdf"
  },
  { "id": 7, "title": "Range", "issued": { "date-parts": [[2026, 1], [2026, 3]] } },
  { "id": "raw", "title": "Raw", "issued": { "raw": "20 April 2026" } }
]`;
    const { entries, problems } = csl(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(entries.map(said), [
      {
        key: 'stone2026',
        title: 'The Green Deal',
        authors: ['Ada Stone', 'World Bank'],
        publisher: 'Reuters',
        issued: '2026-04-20',
        url: 'https://example.org/a',
        doi: '10.1000/abc.1',
        file: 'papers/stone.pdf',
        kind: 'csl-json',
      },
      { key: '7', title: 'Range', issued: '2026-01/2026-03', kind: 'csl-json' },
      { key: 'raw', title: 'Raw', issued: '2026-04-20', kind: 'csl-json' },
    ]);
    const [first] = entries;
    assert.equal(text.slice(first?.place.keySpan?.start, first?.place.keySpan?.end), 'stone2026');
  });

  it('leaves out a field of the wrong kind, and an entry without an id, and says so at its line', () => {
    const text = `[
  { "id": "a",
    "title": ["A"],
    "issued": true },
  { "title": "No id" },
  5,
  { "id": "b", "title": "B" }
]`;
    const read = csl(text);
    assert.deepEqual(read.entries.map(said), [
      { key: 'a', kind: 'csl-json' },
      { key: 'b', title: 'B', kind: 'csl-json' },
    ]);
    assert.deepEqual(problemsOf(text, read), [
      '3: “title” should be a text. It is left out.',
      '4: “issued” should be a date. It is left out.',
      '5: This entry has no “id”, so nothing can cite it.',
      '6: This is no entry: an entry stands in braces.',
    ]);
  });

  it('reads what it can of broken JSON', () => {
    const text = '[ { "id": "a", "title": "A" },\n { "id": "b" "title": "B" ]';
    const read = csl(text);
    assert.ok(read.entries.some(({ key }) => key === 'a'));
    assert.match(problemsOf(text, read)[0] ?? '', /^2: This is no JSON from here on/);
  });

  it('is not taken for a bibliography when it is something else', () => {
    for (const text of ['', '{}', '"x"', '{ "name": "package" }', '['.repeat(100_000)]) {
      const read = csl(text);
      assert.deepEqual(read.entries, []);
      assert.ok(read.problems.length > 0, text.slice(0, 20));
    }
  });

  it('gives a result for any JSON and any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(fc.jsonValue()).map(v => JSON.stringify(v)),
          fc.string(),
        ),
        text => {
          for (const { span } of csl(text).problems)
            assert.ok(span.start <= span.end && span.end <= text.length + 1);
        },
      ),
    );
  });
});

describe('the front matter of a report', () => {
  it('gives the fields of its references, in a list or by key', () => {
    const list = `---
references:
- id: amazon2026
  title: Amazon announcement
  author:
  - family: Doe
    given: Jane
  publisher: Amazon
  issued: 2026-04-20
  URL: https://example.org/a
  file: sources/a.pdf
- id: other
  issued:
    - year: 2025
      month: 3
---
Text.`;
    const expected = {
      key: 'amazon2026',
      title: 'Amazon announcement',
      authors: ['Jane Doe'],
      publisher: 'Amazon',
      issued: '2026-04-20',
      url: 'https://example.org/a',
      file: 'sources/a.pdf',
      kind: 'front-matter',
    };
    assert.deepEqual(entriesOf(list).map(said), [
      expected,
      { key: 'other', issued: '2025-03', kind: 'front-matter' },
    ]);
    const [first] = entriesOf(list);
    assert.equal(list.slice(first?.place.keySpan?.start, first?.place.keySpan?.end), 'amazon2026');
    const map = '---\nreferences:\n  amazon2026:\n    title: Amazon announcement\n---\nText.';
    assert.deepEqual(entriesOf(map).map(said), [
      { key: 'amazon2026', title: 'Amazon announcement', kind: 'front-matter' },
    ]);
  });

  it('names what is wrong in it', () => {
    const text = '---\nreferences:\n- id: a\n  author: 5\n- title: none\n---\nText.';
    const { bibliography } = analyze(text);
    assert.deepEqual(problemsOf(text, bibliography), [
      '4: “author” should be a list of names. It is left out.',
      '5: This entry has no “id”, so nothing can cite it.',
    ]);
    const broken = '---\nreferences:\n- id: "a\n---\nText.';
    assert.match(problemsOf(broken, analyze(broken).bibliography)[0] ?? '', /front matter cannot be read/);
  });

  it('never fails on odd YAML', () => {
    for (const yaml of [
      'references: &a [*a]',
      'references: [*x]',
      'bibliography: {a: 1}',
      '? [a]: b\nreferences: {? [x] : y}',
    ])
      assert.ok(analyze(`---\n${yaml}\n---\nText.`));
  });
});

describe('what a report names itself', () => {
  it('is an entry: a footnote, an item of the references, a source line, a link', () => {
    const text = `# Report

Revenue was $5 billion.[^1] Costs were $3 billion ([Annual report](https://example.org/annual)).

Source: Acme press release, 20 April 2026

[^1]: Reuters, 3 May 2026. <https://example.org/r>

## References

- [@bank] World Bank, Outlook 2025. https://example.org/w
- Eurostat, Energy balances
`;
    assert.deepEqual(entriesOf(text).map(said), [
      { title: 'Annual report', url: 'https://example.org/annual', kind: 'link' },
      { title: 'Acme press release, 20 April 2026', issued: '2026-04-20', kind: 'line' },
      {
        key: '1',
        title: 'Reuters, 3 May 2026',
        issued: '2026-05-03',
        url: 'https://example.org/r',
        kind: 'footnote',
      },
      {
        key: 'bank',
        title: 'World Bank, Outlook 2025',
        issued: '2025',
        url: 'https://example.org/w',
        kind: 'list',
      },
      { title: 'Eurostat, Energy balances', kind: 'list' },
    ]);
  });
});
