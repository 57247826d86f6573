// The bibliography files of a project decide on the command line which citations are known.
import assert from 'node:assert/strict';
import { cli } from './cli';

const REPORT = 'Revenue was $5 billion [@stone] and costs were $3 billion [@lost].\n';
const BIB = '@misc{stone, title={Stone}}\n';
const CSL = JSON.stringify([{ id: 'stone', title: 'Stone', URL: 'https://example.org' }]);

/** The keys that `check` calls unknown in a report, among files of the given names and contents. */
async function unknown(files: Record<string, string>, name = 'r.md', report = REPORT) {
  const { out, err } = await cli(['check', '--format', 'json', name], {
    files: { [name]: report, ...files },
  });
  const found: { rule: string; message: string }[] = JSON.parse(out)[0]?.findings ?? [];
  const keys = found
    .filter(({ rule }) => rule === 'unknown-citation')
    .map(({ message }) => /“(.*?)”/.exec(message)?.[1]);
  return { keys, err };
}

const named = (files: string) => `---\nbibliography: ${files}\n---\n\n${REPORT}`;
const project = (files: readonly string[]) => ({
  '.annotated-reading.jsonc': JSON.stringify({ bibliography: files }),
});

describe('bibliography files on the command line', () => {
  it('are those beside the report when none is named', async () => {
    assert.deepEqual(await unknown({ 'refs.bib': BIB }), { keys: ['lost'], err: '' });
    assert.deepEqual(await unknown({ 'refs.json': CSL }), { keys: ['lost'], err: '' });
    assert.deepEqual(await unknown({ 'other/refs.bib': BIB }), { keys: [], err: '' });
  });

  it('are those that the report names, relative to itself', async () => {
    const files = { 'lib/refs.bib': BIB, 'sub/x.bib': '@misc{lost, title={Lost}}' };
    assert.deepEqual((await unknown(files, 'sub/r.md', named('../lib/refs.bib'))).keys, ['lost']);
    assert.deepEqual((await unknown(files, 'sub/r.md', named('[../lib/refs.bib, x.bib]'))).keys, []);
  });

  it('are those that the project file names, relative to itself', async () => {
    const files = { 'lib/refs.bib': BIB, ...project(['lib/refs.bib']) };
    assert.deepEqual((await unknown(files, 'sub/r.md')).keys, ['lost']);
  });

  it('count together with the front matter', async () => {
    const report = `---\nreferences:\n- id: lost\n  title: Lost\n---\n\n${REPORT}`;
    assert.deepEqual((await unknown({}, 'r.md', report)).keys, ['stone']);
    assert.deepEqual((await unknown({ 'refs.bib': BIB }, 'r.md', report)).keys, []);
  });

  it('leave nothing unknown where none is found', async () => {
    assert.deepEqual((await unknown({})).keys, []);
    const missing = await unknown({}, 'r.md', named('gone.bib'));
    assert.deepEqual(missing, { keys: [], err: 'annotated-reading: gone.bib: there is no such file\n' });
  });

  it('are no other JSON that happens to stand beside the report', async () => {
    for (const json of [
      '{ "name": "x" }',
      '[{ "id": 1, "title": "Row" }]',
      '[1, 2]',
      '{ broken',
      CSL.slice(0, -2),
    ])
      assert.deepEqual(await unknown({ 'data.json': json }), { keys: [], err: '' }, json);
  });

  it('are never read outside the working folder', async () => {
    for (const file of ['../../refs.bib', '/etc/refs.bib', 'https://example.org/refs.bib'])
      assert.deepEqual((await unknown({ 'refs.bib': BIB }, 'r.md', named(file))).keys, []);
  });

  it('name what is wrong in them once, and the rest counts', async () => {
    const bib = `${BIB}@misc{bad, title={A} year=2}\n@misc{lost, title={Lost}}\n`;
    const { out, err } = await cli(['check', '--format', 'json', 'r.md', 's.md'], {
      files: { 'r.md': REPORT, 's.md': REPORT, 'refs.bib': bib },
    });
    assert.equal(err, 'annotated-reading: refs.bib:2:22: A comma is missing after the field “title”.\n');
    assert.doesNotMatch(out, /unknown-citation/);
  });
});
