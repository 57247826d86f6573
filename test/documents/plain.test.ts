// Markdown and text files: any encoding that people meet, and offsets that are those of the file.
import assert from 'node:assert/strict';
import { readDocument } from '../../src/documents';
import { read } from './read';

describe('a Markdown document', () => {
  it('is its own text, with its headings as landmarks and the first one as title', async () => {
    const text = '# Harbour *report*\r\n\r\nThe port took **$3 billion**.\r\n\r\n## Outlook\r\n';
    assert.deepEqual(await read(text, 'sources/a.md'), {
      path: 'sources/a.md',
      format: 'markdown',
      title: 'Harbour report',
      text,
      landmarks: [
        { kind: 'heading', at: 0, title: 'Harbour report' },
        { kind: 'heading', at: text.indexOf('## '), title: 'Outlook' },
      ],
    });
  });

  it('may be empty', async () => {
    assert.deepEqual((await read('', 'a.md')).landmarks, []);
  });
});

describe('a text document', () => {
  it('keeps offsets, and its indented lines are no code', async () => {
    const text = 'Results\n\n    Revenue was $3 billion.\n\tCosts were $2 billion.\n';
    const document = await read(text, 'notes.txt');
    assert.equal(document.format, 'text');
    assert.equal(document.text.indexOf('$3'), text.indexOf('$3'));
    assert.equal(document.text.replaceAll('\u00a0', ' '), text.replace('\t', ' '));
    assert.doesNotMatch(document.text, /^(?: {4}|\t)/m);
  });

  const euro = 'Zürich paid €30 million – “in cash”.';
  it('is read in UTF-8 with and without a mark', async () => {
    assert.equal((await read(euro, 'a.txt')).text, euro);
    assert.equal((await read(`\uFEFF${euro}`, 'a.txt')).text, euro);
  });

  it('is read in UTF-16 of both orders when a mark says so', async () => {
    const little = Buffer.from(`\uFEFF${euro}`, 'utf16le');
    assert.equal((await read(little, 'a.txt')).text, euro);
    assert.equal((await read(Buffer.from(little).swap16(), 'a.txt')).text, euro);
  });

  it('is read in Windows-1252 when it is no UTF-8', async () => {
    const bytes = Buffer.from('Z\xfcrich paid \x8030 million \x96 \x93in cash\x94.', 'latin1');
    assert.equal((await read(bytes, 'a.txt')).text, euro);
  });
});

describe('what is no text', () => {
  it('is called unreadable with the reason, and nothing is thrown', async () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, i) => i % 256);
    assert.deepEqual(await readDocument(bytes, 'a.txt'), {
      kind: 'unreadable',
      path: 'a.txt',
      reason: 'is not a text that can be read',
    });
  });

  it('is a file beyond the bound', async () => {
    const result = await readDocument(new Uint8Array(65 * 1024 * 1024), 'a.md');
    assert.ok(result.kind === 'unreadable');
    assert.match(result.reason, /^is too large to be read; divide it/);
  });
});
