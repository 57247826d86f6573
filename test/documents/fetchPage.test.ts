// Fetching one cited page: bounded in size, time and detours, stopped at will, and kept with where it is from.
import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { indexDocument } from '../../src/core';
import { attachDocuments } from '../../src/core/sources/attach';
import {
  type FetchOptions,
  fetchableUrl,
  fetchPage,
  fileStemFor,
  isPrivateHost,
} from '../../src/documents/fetchPage';
import { read } from './read';

const pages: Record<string, (response: ServerResponse) => void> = {
  '/ports--2026': response =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=windows-1252' })
      .end(
        Buffer.from('<!DOCTYPE html><title>Ports</title><p>It took \x8030 million \x96 in all.', 'latin1'),
      ),
  '/moved': response => response.writeHead(302, { location: '/ports--2026' }).end(),
  '/round': response => response.writeHead(302, { location: '/round' }).end(),
  '/to-file': response => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/picture': response => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
  '/gone': response => response.writeHead(404, { 'content-type': 'text/html' }).end('gone'),
  '/huge': response => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  },
  '/never': () => {},
};

describe('fetching a cited page', () => {
  let server: Server;
  let base = '';

  before(done => {
    server = createServer((request, response) => pages[request.url ?? '']?.(response));
    server.listen(0, '127.0.0.1', () => {
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      done();
    });
  });
  after(done => {
    server.closeAllConnections();
    server.close(done);
  });

  const get = (path: string, options: Partial<FetchOptions> = {}) =>
    fetchPage(base + path, { signal: new AbortController().signal, today: '2026-11-26', ...options });

  async function failure(path: string, options: Partial<FetchOptions> = {}): Promise<string> {
    const fetched = await get(path, options);
    assert.ok(fetched?.kind === 'failed', JSON.stringify(fetched));
    return fetched.reason;
  }

  it('keeps the page in UTF-8, with its address and the day', async () => {
    const fetched = await get('/moved');
    assert.ok(fetched?.kind === 'fetched');
    assert.equal(fetched.extension, 'html');
    const text = new TextDecoder().decode(fetched.bytes);
    assert.equal(text.split('\n')[0], `<!-- Fetched from ${base}/moved on 2026-11-26 -->`);
    assert.match(text, /€30 million – in all/);
  });

  it('gives a source that belongs to the entry with that address', async () => {
    const fetched = await get('/ports--2026');
    assert.ok(fetched?.kind === 'fetched');
    const document = await read(fetched.bytes, 'saved.html');
    assert.equal(document.title, 'Ports');
    assert.match(document.text, /It took €30 million – in all\./);
    assert.equal(indexDocument(document).mentions[0]?.figure.text, '€30 million');
    const canonical = await read(
      '<!-- Fetched from https://example.com/a on 2026-11-26 --><html><head><link rel="canonical" href="https://example.com/b"></head><body><p>x</p>',
      'saved.html',
    );
    for (const url of ['https://example.com/a', 'https://www.example.com/b']) {
      const entry = { file: undefined, url, doi: undefined, key: undefined, authors: [] } as never;
      assert.equal(attachDocuments([entry], [canonical]).get(entry), canonical);
    }
  });

  it('says why not', async () => {
    assert.equal(await failure('/gone'), 'was refused by its server (404)');
    assert.equal(await failure('/picture'), 'is no web page, PDF or text, but “image/png”');
    assert.equal(await failure('/round'), 'leads from one address to another too often');
    assert.equal(await failure('/to-file'), 'has no address that begins with http:// or https://');
    assert.equal(await failure('/huge', { limits: { bytes: 1e6 } }), 'is too large to be fetched');
    assert.equal(await failure('/never', { limits: { ms: 100 } }), 'took too long to come');
    const unreachable = await fetchPage('http://127.0.0.1:1/', {
      signal: new AbortController().signal,
      today: '2026-11-26',
    });
    assert.ok(unreachable?.kind === 'failed');
    assert.match(unreachable.reason, /^could not be reached/);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    assert.equal(await get('/huge', { signal: stop.signal, onProgress }), undefined);
  });
});

describe('an address', () => {
  it('is fetched only over http or https, and without a password', () => {
    assert.ok(fetchableUrl('https://example.com/a'));
    for (const url of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'ftp://a.b/c',
      'a.html',
      'https://me:pw@a.b/',
    ])
      assert.equal(fetchableUrl(url), undefined, url);
  });

  it('is known to be in the reader’s own network', () => {
    for (const url of [
      'http://localhost/',
      'http://router/',
      'http://printer.local/',
      'http://127.0.0.1/',
      'http://2130706433/',
      'http://0x7f.1/',
      'http://10.1.2.3/',
      'http://172.31.0.1/',
      'http://192.168.0.1/',
      'http://169.254.169.254/',
      'http://100.100.1.1/',
      'http://[::1]/',
      'http://[fd00::1]/',
      'http://[fe80::1]/',
      'http://[::ffff:10.0.0.1]/',
    ])
      assert.equal(isPrivateHost(new URL(url).hostname), true, url);
    for (const url of [
      'https://example.com/',
      'http://172.32.0.1/',
      'http://[2001:db8::1]/',
      'https://local.example/',
    ])
      assert.equal(isPrivateHost(new URL(url).hostname), false, url);
  });

  it('gives a plain file name', () => {
    const stem = (url: string) => fileStemFor(new URL(url));
    assert.equal(
      stem('https://www.example.com/ports/2026%20report.html?x=1'),
      'example.com-ports-2026-report',
    );
    assert.equal(stem('https://example.com/../../etc/passwd'), 'example.com-etc-passwd');
    assert.equal(stem('http://[::1]/'), '1');
    assert.ok(stem(`https://example.com/${'a'.repeat(500)}`).length <= 80);
  });
});
