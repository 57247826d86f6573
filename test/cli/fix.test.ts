// fix: what is certain is mended, and the file is otherwise what it was.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { applyPatch } from 'diff';
import { cli, type Outcome, type Setting, SLIP } from './cli';

const DRAFT = '# Deals\n\nIt cost 30亿 dollars in 2024.\n\nThe end.\n';
const MENDED = DRAFT.replace('30亿', '3 billion');
const BOM = '\uFEFF';

/** Runs fix on one file, and gives what it left behind. */
async function fixed(
  content: string | Uint8Array,
  args: readonly string[] = [],
  more: Setting = {},
): Promise<Outcome & { after: Buffer; names: string[] }> {
  let after = Buffer.alloc(0);
  let names: string[] = [];
  const outcome = await cli(['fix', ...args, 'r.md'], {
    ...more,
    files: { 'r.md': content, ...more.files },
    look: folder => {
      after = fs.readFileSync(path.join(folder, 'r.md'));
      names = fs.readdirSync(folder).sort();
      more.look?.(folder);
    },
  });
  return { ...outcome, after, names };
}

describe('fix', () => {
  it('applies what is certain, says what it did and leaves nothing beside the file', async () => {
    const { code, out, err, after, names } = await fixed(DRAFT);
    assert.equal(after.toString(), MENDED);
    assert.equal(out, 'r.md: 1 finding fixed (untranslated-unit 1)\n');
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.deepEqual(names, ['r.md']);
  });

  it('leaves to the author what is not certain, and ends with 1 while errors are left', async () => {
    const { code, out, after } = await fixed(SLIP);
    assert.equal(after.toString(), SLIP);
    assert.equal(out, 'r.md: nothing to fix\n');
    assert.equal(code, 1);
  });

  it('applies the first fix of a rule that is asked for', async () => {
    const { code, out, after } = await fixed(SLIP, ['--rule', 'magnitude-conflict']);
    assert.notEqual(after.toString(), SLIP);
    assert.match(out, /^r\.md: 1 finding fixed \(magnitude-conflict 1\)\n$/);
    assert.equal(code, 0);
  });

  it('shows on a dry run the diff that would make the change, and changes nothing', async () => {
    const { code, out, err, after } = await fixed(DRAFT, ['--dry-run']);
    assert.equal(after.toString(), DRAFT);
    assert.match(out, /^--- r\.md.*\n\+\+\+ r\.md.*\n@@ -1,5 \+1,5 @@\n/);
    assert.equal(applyPatch(DRAFT, out), MENDED);
    assert.equal(err, 'r.md: 1 finding would be fixed (untranslated-unit 1)\n');
    assert.equal(code, 0);
    assert.equal((await fixed('Calm.\n', ['--dry-run'])).out, '');
  });

  it('prints nothing that could steer the terminal', async () => {
    const { out } = await fixed(DRAFT.replace('cost', '\u001b[2Jcost'), ['--dry-run']);
    assert.ok(!out.includes('\u001b'));
    assert.match(out, /\uFFFD\[2Jcost/);
  });

  it('keeps the byte-order mark, the encoding and the line endings', async () => {
    const windows = (text: string) => BOM + text.replaceAll('\n', '\r\n');
    assert.equal((await fixed(windows(DRAFT))).after.toString(), windows(MENDED));
    const wide = (text: string) => Buffer.from(BOM + text, 'utf16le');
    assert.deepEqual((await fixed(wide(DRAFT))).after, wide(MENDED));
    assert.deepEqual((await fixed(wide(DRAFT).swap16())).after, wide(MENDED).swap16());
  });

  it('refuses a file that it could not write again as it was', async () => {
    const odd = Buffer.concat([Buffer.from(BOM + DRAFT, 'utf16le'), Buffer.from([0x00, 0xd8])]);
    const { code, err, after } = await fixed(odd);
    assert.equal(code, 2);
    assert.equal(
      err,
      'annotated-reading: r.md: holds characters that would be lost if it were written again\n',
    );
    assert.deepEqual(after, odd);
  });

  it('keeps the mode of the file', async () => {
    const modes: number[] = [];
    await fixed(DRAFT, [], {
      prepare: folder => fs.chmodSync(path.join(folder, 'r.md'), 0o666),
      look: folder => modes.push(fs.statSync(path.join(folder, 'r.md')).mode & 0o777),
    });
    assert.deepEqual(modes, [0o666]);
  });

  it('writes the file that a link leads to, and keeps the link', async () => {
    let isLink = false;
    let real = '';
    await cli(['fix', 'link.md'], {
      files: { 'sub/r.md': DRAFT },
      prepare: folder => fs.symlinkSync(path.join('sub', 'r.md'), path.join(folder, 'link.md')),
      look: folder => {
        isLink = fs.lstatSync(path.join(folder, 'link.md')).isSymbolicLink();
        real = fs.readFileSync(path.join(folder, 'sub', 'r.md'), 'utf8');
      },
    });
    assert.ok(isLink);
    assert.equal(real, MENDED);
  });

  it('does not touch a file in which nothing changes', async () => {
    const past = new Date('2020-01-01');
    const times: number[] = [];
    await fixed(MENDED, [], {
      prepare: folder => fs.utimesSync(path.join(folder, 'r.md'), past, past),
      look: folder => times.push(fs.statSync(path.join(folder, 'r.md')).mtimeMs),
    });
    assert.deepEqual(times, [past.getTime()]);
  });

  it('goes on after a file that it cannot read, and ends with 2', async () => {
    let after = '';
    const { code, out, err } = await cli(['fix', 'gone.md', 'r.md'], {
      files: { 'r.md': DRAFT },
      look: folder => {
        after = fs.readFileSync(path.join(folder, 'r.md'), 'utf8');
      },
    });
    assert.equal(code, 2);
    assert.equal(err, 'annotated-reading: gone.md: there is no such file\n');
    assert.match(out, /^r\.md: 1 finding fixed/);
    assert.equal(after, MENDED);
  });

  it('leaves alone what the project file switches off or leaves out', async () => {
    const off = { '.annotated-reading.jsonc': '{ "rules": { "untranslated-unit": "off" } }' };
    assert.equal((await fixed(DRAFT, [], { files: off })).after.toString(), DRAFT);
    const out = { '.annotated-reading.jsonc': '{ "exclude": ["r.md"] }' };
    assert.equal((await fixed(DRAFT, [], { files: out })).after.toString(), DRAFT);
  });

  it('writes nothing when no part of the project file can be applied', async () => {
    const { code, err, after } = await fixed(DRAFT, [], { files: { '.annotated-reading.jsonc': 'oops' } });
    assert.equal(code, 2);
    assert.match(err, /nothing in it can be applied/);
    assert.equal(after.toString(), DRAFT);
  });
});
