import assert from 'node:assert/strict';
import { attachDocuments, type Entry, readBibliographyFile } from '../../../src/core';

const DOCUMENTS = [
  {
    path: 'annual-report-2025.pdf',
    title: 'Acme Annual Report',
    text: 'Acme\n\ndoi:10.1000/acme.25\n\nSee 10.1/x',
  },
  {
    path: 'web/press.html',
    title: 'Acme opens a plant',
    text: '<https://www.example.org/News/plant?id=7&utm_source=x>',
  },
  { path: 'stone2026.md', title: undefined, text: '# Something else' },
  { path: 'a/data.csv', title: undefined, text: 'x' },
  { path: 'b/data.csv', title: undefined, text: 'y' },
  { path: 'acme-announcement.txt', title: undefined, text: 'z' },
];

function entry(fields: string): Entry {
  const read = readBibliographyFile(`@misc{k, ${fields}}`, 'a.bib')?.entries[0];
  assert.ok(read, fields);
  return read;
}

function attachedTo(one: Entry): string | undefined {
  return attachDocuments([one], DOCUMENTS).get(one)?.path;
}

describe('the document that belongs to an entry', () => {
  const cases: readonly (readonly [fields: string, path: string | undefined])[] = [
    ['file = {annual-report-2025.pdf}', 'annual-report-2025.pdf'],
    ['file = {sources/web/Press.html}', 'web/press.html'],
    ['file = {:C\\:\\\\papers\\\\stone2026.md:md}', 'stone2026.md'],
    ['file = {a/data.csv}', 'a/data.csv'],
    ['file = {elsewhere/data.csv}', undefined],
    ['url = {http://example.org/News/plant/?id=7}', 'web/press.html'],
    ['url = {https://example.org/News/plant?id=8}', undefined],
    ['url = {https://example.org/News}', undefined],
    ['doi = {10.1000/ACME.25}', 'annual-report-2025.pdf'],
    ['doi = {10.1000/acme.2}', undefined],
    ['title = {Acme annual report}', 'annual-report-2025.pdf'],
    ['title = {Acme: annual reports}', undefined],
    ['title = {Official announcement (20 April 2026)}, publisher = {Acme}', 'acme-announcement.txt'],
    ['title = {Data}', undefined],
    ['title = {Nothing of the kind}', undefined],
  ];
  for (const [fields, path] of cases)
    it(`${fields} → ${path ?? 'none'}`, () => assert.equal(attachedTo(entry(fields)), path));

  it('is named by the key', () => {
    const one = readBibliographyFile('@misc{Stone2026, title={T}}', 'a.bib')?.entries[0];
    assert.ok(one);
    assert.equal(attachedTo(one), 'stone2026.md');
  });
});
