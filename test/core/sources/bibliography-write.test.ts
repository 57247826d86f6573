import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze, applyEdits, type Entry, readBibliographyFile } from '../../../src/core';
import { addEntryEdit, newKey, type SourceDetails } from '../../../src/core/sources/bibliography-write';

const DETAILS: SourceDetails = {
  title: 'R&D: 50% up',
  publisher: 'Norvik',
  issued: '2026-04-20',
  url: 'https://example.org/a',
};

type Kind = 'front-matter' | 'bibtex' | 'csl-json';

function added(kind: Kind, text: string, key = 'new', details = DETAILS): string {
  const edit = addEntryEdit(text, kind, key, details);
  assert.ok(edit, text);
  return applyEdits(text, [edit]);
}

function read(kind: Kind, text: string): readonly Entry[] {
  if (kind === 'front-matter')
    return analyze(text).bibliography.entries.filter(({ place }) => place.kind === kind);
  const found = readBibliographyFile(text, kind === 'bibtex' ? 'a.bib' : 'a.json');
  assert.deepEqual(found?.problems, []);
  return found?.entries ?? [];
}

function detailsOf(entry: Entry | undefined): SourceDetails | undefined {
  return (
    entry && { title: entry.title ?? '', publisher: entry.publisher, issued: entry.issued, url: entry.url }
  );
}

describe('a new entry', () => {
  const places: readonly (readonly [kind: Kind, before: string, after: string])[] = [
    [
      'bibtex',
      '@book{a,\n\ttitle = {A},\n\tdate = {2020}\n}\n',
      '@book{a,\n\ttitle = {A},\n\tdate = {2020}\n}\n\n@online{new,\n\ttitle = {R\\&D: 50\\% up},\n\torganization = {Norvik},\n\tdate = {2026-04-20},\n\turl = {https://example.org/a},\n}\n',
    ],
    [
      'bibtex',
      '@book{a,\r\n    title = {A},\r\n    year = 2020\r\n}',
      '@book{a,\r\n    title = {A},\r\n    year = 2020\r\n}\r\n\r\n@online{new,\r\n    title = {R\\&D: 50\\% up},\r\n    organization = {Norvik},\r\n    year = {2026},\r\n    month = {4},\r\n    url = {https://example.org/a},\r\n}\r\n',
    ],
    [
      'csl-json',
      '[\n    {\n        "id": "a",\n        "title": "A"\n    }\n]\n',
      '[\n    {\n        "id": "a",\n        "title": "A"\n    },\n    {\n        "id": "new",\n        "type": "webpage",\n        "title": "R&D: 50% up",\n        "publisher": "Norvik",\n        "issued": {\n            "date-parts": [\n                [\n                    2026,\n                    4,\n                    20\n                ]\n            ]\n        },\n        "URL": "https://example.org/a"\n    }\n]\n',
    ],
    [
      'csl-json',
      '[\n  {"id":"a","title":"A"}\n]',
      '[\n  {"id":"a","title":"A"},\n  {"id":"new","type":"webpage","title":"R&D: 50% up","publisher":"Norvik","issued":{"date-parts":[[2026,4,20]]},"URL":"https://example.org/a"}\n]',
    ],
    [
      'csl-json',
      '[{"id":"a","title":"A"}]',
      '[{"id":"a","title":"A"}, {"id":"new","type":"webpage","title":"R&D: 50% up","publisher":"Norvik","issued":{"date-parts":[[2026,4,20]]},"URL":"https://example.org/a"}]',
    ],
    [
      'front-matter',
      '---\ntitle: T\nreferences:\n  - id: a\n    title: A\n---\n\nText.',
      '---\ntitle: T\nreferences:\n  - id: a\n    title: A\n  - id: new\n    title: "R&D: 50% up"\n    publisher: Norvik\n    issued: 2026-04-20\n    URL: https://example.org/a\n---\n\nText.',
    ],
    [
      'front-matter',
      '---\ntitle: T\n---\n\nText.',
      '---\ntitle: T\nreferences:\n- id: new\n  title: "R&D: 50% up"\n  publisher: Norvik\n  issued: 2026-04-20\n  URL: https://example.org/a\n---\n\nText.',
    ],
    [
      'front-matter',
      '# Text\n',
      '---\nreferences:\n- id: new\n  title: "R&D: 50% up"\n  publisher: Norvik\n  issued: 2026-04-20\n  URL: https://example.org/a\n---\n\n# Text\n',
    ],
  ];
  places.forEach(([kind, before, after], i) => {
    it(`keeps the form of the ${kind} around it (${i + 1})`, () => {
      assert.equal(added(kind, before), after);
      const [first] = read(kind, before);
      const entries = read(kind, after);
      assert.deepEqual(detailsOf(entries.at(-1)), {
        ...DETAILS,
        issued: after.includes('year = {2026}') ? '2026-04' : DETAILS.issued,
      });
      if (first) assert.equal(entries[0]?.title, first.title);
    });
  });

  it('begins an empty file', () => {
    for (const kind of ['bibtex', 'csl-json'] as const)
      for (const text of ['', '\n']) assert.deepEqual(detailsOf(read(kind, added(kind, text))[0]), DETAILS);
    assert.deepEqual(detailsOf(read('csl-json', added('csl-json', '[]'))[0]), DETAILS);
  });

  it('is written nowhere where it has no place', () => {
    assert.equal(addEntryEdit('{ "name": "x" }', 'csl-json', 'new', DETAILS), undefined);
    for (const references of ['{a: {title: A}}', '\n  a:\n    title: A', '[{id: a}]', '"x'])
      assert.equal(
        addEntryEdit(`---\nreferences: ${references}\n---\n`, 'front-matter', 'new', DETAILS),
        undefined,
        references,
      );
  });

  it('is read back as it was given, whatever its words', () => {
    const words = fc
      .array(fc.stringMatching(/^[A-Za-z0-9é:#&%$_'"!?,.()-]{1,8}$/), { minLength: 1, maxLength: 5 })
      .map(parts => parts.join(' '))
      .filter(text => !/--|''|``/.test(text));
    const before: Readonly<Record<Kind, string>> = {
      bibtex: '@misc{a, title={A}}\n',
      'csl-json': '[{"id": "a", "title": "A"}]',
      'front-matter': '---\nreferences:\n- id: a\n  title: A\n---\nText.',
    };
    fc.assert(
      fc.property(
        fc.constantFrom<Kind>('bibtex', 'csl-json', 'front-matter'),
        words,
        words,
        (kind, title, publisher) => {
          const details = { title, publisher, issued: '2026', url: undefined };
          const entries = read(kind, added(kind, before[kind], 'new', details));
          assert.deepEqual(
            entries.map(({ key }) => key),
            ['a', 'new'],
          );
          assert.deepEqual(detailsOf(entries[1]), details);
        },
      ),
    );
  });
});

describe('the key of a new entry', () => {
  it('names its publisher, or its title, and the year, and is not taken', () => {
    const key = (details: Partial<SourceDetails>, ...taken: string[]) =>
      newKey({ ...DETAILS, ...details }, new Set(taken));
    assert.equal(key({}), 'norvik2026');
    assert.equal(key({}, 'norvik2026'), 'norvik2026b');
    assert.equal(key({}, 'norvik2026', 'norvik2026b'), 'norvik2026c');
    assert.equal(key({ publisher: 'The Économist', issued: undefined }), 'economist');
    assert.equal(key({ publisher: undefined, title: '彭博社' }), '彭博社2026');
    assert.equal(key({ publisher: '—', issued: undefined }), 'source');
  });
});
