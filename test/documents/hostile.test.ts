// Files that are damaged, locked, huge, misnamed or made to do harm: each gives a plain reason, or is read as what it is.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { readDocument } from '../../src/documents';
import { docx, longPdf, paragraph, pdf, zip } from '../support/documents';
import { read, refusal } from './read';

const MB = 1024 * 1024;
const word = docx('<w:p><w:r><w:t>The port took $3 billion.</w:t></w:r></w:p>');

/** A PDF file with the given objects, and entries of its trailer. */
function rawPdf(objects: readonly string[], trailer: string): Buffer {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

const CATALOG = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'];

describe('a damaged document', () => {
  it('is called damaged when it is cut off', async () => {
    assert.equal(await refusal(word.subarray(0, word.length / 2), 'a.docx'), 'is damaged');
    const damaged = await readDocument((await longPdf(2)).subarray(0, 900), 'a.pdf');
    assert.ok(damaged.kind === 'unreadable');
    assert.equal(damaged.reason, 'is damaged');
  });

  it('is called damaged when what it holds is not what it says', async () => {
    const bytes = word.slice();
    const at = Buffer.from(bytes).indexOf('word/document.xml') + 'word/document.xml'.length;
    bytes.fill(0xff, at, at + 40);
    assert.equal(await refusal(bytes, 'a.docx'), 'is damaged');
  });

  it('never makes anything throw, whatever the damage', async () => {
    const samples = [
      word,
      await pdf([paragraph(700, 'The port took $3 billion.')]),
      Buffer.from('a,b\n"1,2\n'),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        fc.constantFrom('a.pdf', 'a.docx', 'a.csv', 'a.html'),
        async (sample, changes, name) => {
          const bytes = Uint8Array.from(sample);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const result = await readDocument(bytes, name);
          assert.ok(result.kind === 'read' || result.reason.length > 0);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a document with a password', () => {
  it('is called so: PDF', async () => {
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00><00>]`;
    const locked = rawPdf([...CATALOG, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'], encrypt);
    assert.equal(await refusal(locked, 'a.pdf'), 'is protected by a password');
  });

  it('is called so: Word, which keeps it in another container', async () => {
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    assert.equal(await refusal(locked, 'a.docx'), 'is protected by a password');
  });

  it('is called so: an encrypted file in the archive', async () => {
    const bytes = word.slice();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 10; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    assert.equal(await refusal(bytes, 'a.docx'), 'is protected by a password');
  });
});

describe('a document of the wrong name', () => {
  it('is read as what it is', async () => {
    assert.equal((await read(word, 'a.pdf')).format, 'docx');
    assert.equal((await read(await pdf([paragraph(700, 'A $3 billion port.')]), 'a.docx')).format, 'pdf');
    assert.equal((await read('<!DOCTYPE html><html><body><p>$3 billion</p>', 'a.docx')).format, 'html');
    assert.equal((await read('The port took $3 billion.', 'a.pdf')).format, 'text');
    assert.equal((await read('The port took $3 billion.', 'a.html')).format, 'text');
  });

  it('is refused with what to do when it is of no format that is read', async () => {
    assert.equal(await refusal(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'a.pdf'), 'is a picture');
    assert.equal(
      await refusal(zip({ 'xl/workbook.xml': '' }), 'a.docx'),
      'is an Excel workbook; save its sheet as CSV',
    );
    assert.equal(
      await refusal(zip({ 'a.txt': 'x' }), 'a.docx'),
      'is a zip archive, not a document; unpack it',
    );
    assert.match(await refusal(Buffer.from('{\\rtf1 x}'), 'a.docx'), /^is a Rich Text file/);
    assert.match(
      await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'a.docx'),
      /^is a file of an old Office format/,
    );
  });
});

describe('a document that is made to do harm', () => {
  it('is refused when it would unpack to more than the bound, before it has', async () => {
    const bomb = docx('', { 'word/document.xml': new Uint8Array(400 * MB) });
    assert.ok(bomb.length < MB);
    const before = process.memoryUsage().arrayBuffers;
    assert.match(await refusal(bomb, 'a.docx'), /^is too large when it is unpacked/);
    assert.ok(process.memoryUsage().arrayBuffers - before < 200 * MB);
  });

  it('is refused the same when its directory says that it is small', async () => {
    const bomb = docx('', { 'word/document.xml': new Uint8Array(100 * MB) });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 30; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    assert.match(await refusal(bomb, 'a.docx'), /^is too large when it is unpacked/);
  });

  it('writes nothing, whatever the names in its archive', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'reading-sources-'));
    const before = process.cwd();
    process.chdir(folder);
    try {
      const names = ['../../outside.txt', '/tmp/outside.txt', 'word/../../outside.txt', 'C:\\outside.txt'];
      const files = Object.fromEntries(names.map(name => [name, 'x']));
      const document = await read(docx('<w:p><w:r><w:t>$3 billion</w:t></w:r></w:p>', files), 'a.docx');
      assert.equal(document.text, '$3 billion');
      const pointing =
        '<Relationships><Relationship Type="x/officeDocument" Target="../../etc/passwd"/></Relationships>';
      assert.equal(
        await refusal(docx('', { '_rels/.rels': pointing }), 'a.docx'),
        'is damaged: its text is missing',
      );
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      process.chdir(before);
    }
  });

  it('is refused when it has too much text', async () => {
    const rows = `${'a'.repeat(100)},b\n`.repeat(170_000);
    assert.match(await refusal(rows, 'a.csv'), /^has too much text to be read; divide it/);
  });

  it('has its entities left as they are: Word documents and pages', async () => {
    const bomb = docx('', {
      'word/document.xml':
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>',
    });
    assert.equal((await read(bomb, 'a.docx')).text, '\\&b;');
  });
});

describe('a PDF without text', () => {
  it('is called a scan, with what to do', async () => {
    assert.match(
      await refusal(await pdf([[]]), 'a.pdf'),
      /^has no text, only pictures of its pages; run text recognition/,
    );
  });
});
