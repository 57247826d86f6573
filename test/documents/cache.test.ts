// The cache: a document is read once, and nothing that is wrong in the cache is ever believed.
import assert from 'node:assert/strict';
import { indexDocument } from '../../src/core';
import { type CacheFolder, DocumentCache, hashOf } from '../../src/documents/cache';

function memoryFolder() {
  const files = new Map<string, { bytes: Uint8Array; written: number }>();
  let clock = 0;
  const folder: CacheFolder = {
    read: async name => files.get(name)?.bytes,
    write: async (name, bytes) => void files.set(name, { bytes, written: ++clock }),
    remove: async name => void files.delete(name),
    list: async () => [...files].map(([name, { bytes, written }]) => ({ name, size: bytes.length, written })),
  };
  return { files, folder };
}

const indexOf = (text: string) =>
  indexDocument({ path: 'a.md', format: 'markdown', title: undefined, text, landmarks: [] });
const index = indexOf('The port took between $3 billion and $5 billion, or over 40%.');
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('the cache of documents', () => {
  it('gives back what it was given, under the path that is asked for', async () => {
    const cache = new DocumentCache(memoryFolder().folder, '1.0.0');
    await cache.put('abc', index);
    const found = await cache.get('abc', 'b/other.md');
    assert.deepEqual(
      asJson(found),
      asJson({ ...index, document: { ...index.document, path: 'b/other.md' } }),
    );

    assert.equal(await cache.get('abd', 'a.md'), undefined);
  });

  it('ignores an entry that is damaged in any place, and writes it anew', async () => {
    const { files, folder } = memoryFolder();
    const cache = new DocumentCache(folder, '1.0.0');
    await cache.put('abc', index);
    const [name = '', entry] = [...files][0] ?? [];
    assert.ok(entry);
    for (const bytes of [
      entry.bytes.subarray(0, entry.bytes.length - 5),
      new Uint8Array(0),
      entry.bytes.map((byte, at) => (at === 200 ? byte ^ 1 : byte)),
      entry.bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte)),
    ]) {
      files.set(name, { bytes, written: 0 });
      assert.equal(await cache.get('abc', 'a.md'), undefined);
    }
    await cache.put('abc', index);
    assert.ok(await cache.get('abc', 'a.md'));
  });

  it('does not take over what another version has written, and removes it', async () => {
    const { files, folder } = memoryFolder();
    await new DocumentCache(folder, '1.0.0').put('abc', index);
    const next = new DocumentCache(folder, '1.1.0');
    assert.equal(await next.get('abc', 'a.md'), undefined);
    await next.put('def', index);
    assert.equal(files.size, 1);
  });

  it('stays within its bound, and keeps the newest', async () => {
    const { files, folder } = memoryFolder();
    const cache = new DocumentCache(folder, '1.0.0', 6000);
    for (let i = 0; i < 20; i++) await cache.put(`entry-${i}`, index);
    const size = [...files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
    assert.ok(size <= 6000 && size > 0, `${size} bytes`);
    assert.ok(await cache.get('entry-19', 'a.md'));
    assert.equal(await cache.get('entry-0', 'a.md'), undefined);
    await cache.put('huge', indexOf('$3 billion. '.repeat(2000)));
    assert.equal(await cache.get('huge', 'a.md'), undefined);
  });

  it('knows content by its SHA-256', async () => {
    assert.equal(
      await hashOf(Buffer.from('abc')),
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
