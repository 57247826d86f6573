// The project file decides on the command line what is checked and how serious it is.
import assert from 'node:assert/strict';
import path from 'node:path';
import { cli, SLIP } from './cli';

const FILE = '.annotated-reading.jsonc';

/** The severity of the slip in a file, among files of the given names and contents. */
async function slip(files: Record<string, string>, name = 'sub/r.md') {
  const { code, out, err } = await cli(['check', '--format', 'json', name], {
    files: { [name]: SLIP, ...files },
  });
  const found: { rule: string; severity: string }[] = JSON.parse(out)[0]?.findings ?? [];
  return { code, err, severity: found.find(({ rule }) => rule === 'magnitude-conflict')?.severity };
}

const level = (severity: string) => JSON.stringify({ rules: { 'magnitude-conflict': severity } });

describe('the project file on the command line', () => {
  it('sets severities, and with them the exit code', async () => {
    assert.deepEqual(await slip({}), { code: 1, err: '', severity: 'error' });
    assert.deepEqual(await slip({ [FILE]: level('hint') }), { code: 0, err: '', severity: 'hint' });
    assert.deepEqual(await slip({ [FILE]: level('off') }), { code: 0, err: '', severity: undefined });
  });

  it('is the nearest one', async () => {
    const files = { [FILE]: level('hint'), [`sub/${FILE}`]: level('warning') };
    assert.equal((await slip(files)).severity, 'warning');
    assert.equal((await slip({ [`other/${FILE}`]: level('hint') })).severity, 'error');
  });

  it('is never sought above the working folder', async () => {
    const { code } = await cli(['check', 'r.md'], {
      files: { [FILE]: level('hint'), 'inner/r.md': SLIP },
      within: 'inner',
    });
    assert.equal(code, 1);
  });

  it('counts for a report outside the working folder when it lies beside it', async () => {
    const files = { 'beside/r.md': SLIP, [`beside/${FILE}`]: level('hint'), 'inner/a.md': '' };
    const { code } = await cli(['check', path.join('..', 'beside', 'r.md')], { files, within: 'inner' });
    assert.equal(code, 0);
  });

  it('may speak of some files alone', async () => {
    const project = JSON.stringify({
      overrides: [{ files: ['sub/**'], rules: { 'magnitude-conflict': 'hint' } }],
    });
    assert.equal((await slip({ [FILE]: project })).severity, 'hint');
    assert.equal((await slip({ [FILE]: project }, 'r.md')).severity, 'error');
  });

  it('leaves files out, and says so', async () => {
    const { code, err } = await slip({ [FILE]: '{ "exclude": ["sub/**"] }' });
    assert.equal(code, 0);
    assert.equal(err, `annotated-reading: sub/r.md is left out by ${FILE}\n`);
  });

  it('holds for standard input too', async () => {
    const { code } = await cli(['check', '-'], { stdin: SLIP, files: { [FILE]: level('hint') } });
    assert.equal(code, 0);
  });

  it('has its problems named once, with line and column, while the rest applies', async () => {
    const project = '{\n  "rules": {\n    "no-such": "off",\n    "magnitude-conflict": "hint"\n  }\n}\n';
    const { code, err } = await cli(['check', 'r.md', 's.md'], {
      files: { 'r.md': SLIP, 's.md': SLIP, [FILE]: project },
    });
    assert.equal(err, `annotated-reading: ${FILE}:3:5: There is no rule “no-such”.\n`);
    assert.equal(code, 0);
  });

  it('ends the command with 2 when nothing in it can be applied', async () => {
    for (const content of ['', '[]', '{ "profile": "lax" }', '\0']) {
      const { code, err } = await slip({ [FILE]: content });
      assert.equal(code, 2);
      assert.match(err, new RegExp(`^annotated-reading: ${FILE.replaceAll('.', '\\.')}:`));
    }
  });

  it('may have a byte-order mark', async () => {
    assert.deepEqual(await slip({ [FILE]: `\uFEFF${level('hint')}` }), {
      code: 0,
      err: '',
      severity: 'hint',
    });
  });

  it('names players that the outline then has', async () => {
    const report = 'Acme bought a mill. The Helvetian house of Bolt & Sons looked on.\n';
    const project = JSON.stringify({ players: [{ name: 'Bolt', aliases: ['Bolt & Sons', 'BLT'] }] });
    const { out } = await cli(['outline', '--format', 'json', 'r.md'], {
      files: { 'r.md': report, [FILE]: project },
    });
    const [bolt] = JSON.parse(out).players;
    assert.equal(bolt.name, 'Bolt');
    assert.equal(report.slice(bolt.start, bolt.end), 'Bolt & Sons');
  });
});
