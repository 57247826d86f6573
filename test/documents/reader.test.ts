// Reading on another thread: progress, stopping, bounds, and a fresh start after whatever went wrong.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { DocumentReader, type StartThread, type ThreadEvents } from '../../src/documents/reader';
import { workerThreads } from '../../src/documents/startWorker';
import { longPdf, pdfBomb } from '../support/documents';

const bundle = path.resolve('dist/documents.js');
const inWorker = workerThreads(bundle);
const markdown = { bytes: Buffer.from('# Harbour\n\nThe port took $3 billion.\n'), path: 'a.md' };

async function using<T>(start: StartThread, run: (reader: DocumentReader) => Promise<T>, silenceMs = 20_000) {
  const reader = new DocumentReader(start, { silenceMs, readingMs: 60_000 });
  try {
    return await run(reader);
  } finally {
    reader.dispose();
  }
}

/** A thread that does as it is told by the test, and how often it was started and stopped. */
function scripted(onPost: (events: ThreadEvents, nth: number) => void) {
  const counts = { started: 0, stopped: 0 };
  const start: StartThread = events => {
    counts.started++;
    const nth = counts.started;
    return { post: () => onPost(events, nth), stop: () => void counts.stopped++ };
  };
  return { start, counts };
}

const empty = { kind: 'unreadable', path: 'a', reason: 'is a picture' } as const;

describe('a reader of documents', () => {
  it('gives the document with its figures', async () => {
    const result = await using(inWorker, reader => reader.read(markdown));
    assert.ok(result?.kind === 'indexed');
    assert.equal(result.index.document.title, 'Harbour');
    assert.deepEqual(
      result.index.mentions.map(({ figure }) => figure.text),
      ['$3 billion'],
    );
  });

  it('reads one document after the other, and tells of each page', async () => {
    const bytes = await longPdf(12);
    await using(inWorker, async reader => {
      const seen: string[] = [];
      const [long, short] = await Promise.all([
        reader.read({ bytes, path: 'a.pdf' }, { onProgress: (done, pages) => seen.push(`${done}/${pages}`) }),
        reader.read(markdown),
      ]);
      assert.deepEqual([long?.kind, short?.kind], ['indexed', 'indexed']);
      assert.deepEqual(
        seen,
        Array.from({ length: 12 }, (_, i) => `${i + 1}/12`),
      );
    });
  });

  it('stops when it is told to, and reads the next document', async () => {
    const bytes = await longPdf(60);
    await using(inWorker, async reader => {
      const stop = new AbortController();
      let pages = 0;
      const onProgress = (done: number) => {
        pages = done;
        if (done === 3) stop.abort();
      };
      assert.equal(
        await reader.read({ bytes, path: 'a.pdf' }, { onProgress, signal: stop.signal }),
        undefined,
      );
      assert.ok(pages < 60, `stopped only after ${pages} pages`);
      assert.equal(await reader.read(markdown, { signal: stop.signal }), undefined);
      assert.equal((await reader.read(markdown))?.kind, 'indexed');
    });
  });

  it('leaves the thread that it serves free: a timer goes on while it reads', async () => {
    const bytes = await longPdf(30);
    await using(inWorker, async reader => {
      let longest = 0;
      let last = performance.now();
      const timer = setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }, 5);
      const begin = performance.now();
      await reader.read({ bytes, path: 'a.pdf' });
      clearInterval(timer);
      const whole = performance.now() - begin;
      assert.ok(longest < whole / 2, `held up for ${longest} of ${whole} ms`);
    });
  });

  it('says why when the thread breaks, and starts another for the next document', async () => {
    const { start, counts } = scripted((events, nth) => {
      if (nth === 1) events.onEnd('memory');
      else if (nth === 2) events.onEnd(new Error('code 7'));
      else events.onReply({ kind: 'result', result: empty });
    });
    await using(start, async reader => {
      const reasons = [
        await reader.read(markdown),
        await reader.read(markdown),
        await reader.read(markdown),
      ].map(result => result?.kind === 'unreadable' && result.reason);
      assert.deepEqual(reasons, [
        'needs too much memory to be read',
        'could not be read: reading it ended unexpectedly (code 7)',
        'is a picture',
      ]);
      assert.deepEqual(counts, { started: 3, stopped: 2 });
    });
  });

  it('gives up on a document that gives no sign of life', async () => {
    const { start, counts } = scripted((events, nth) => {
      if (nth > 1) events.onReply({ kind: 'result', result: empty });
    });
    await using(
      start,
      async reader => {
        const first = await reader.read(markdown);
        assert.ok(first?.kind === 'unreadable');
        assert.equal(first.reason, 'takes too long to be read');
        assert.equal((await reader.read(markdown))?.kind, 'unreadable');
        assert.deepEqual(counts, { started: 2, stopped: 1 });
      },
      30,
    );
  });

  it('says so when there can be no thread', async () => {
    const start: StartThread = () => {
      throw new Error('no threads here');
    };
    const result = await using(start, reader => reader.read(markdown));
    assert.ok(result?.kind === 'unreadable');
    assert.match(result.reason, /no threads here/);
  });

  it('keeps a document that needs too much memory from taking the program along', async () => {
    const text = 'It rose from $1 to $2 and 3%. '.repeat(30_000);
    const bytes = Buffer.from(text);
    const result = await using(workerThreads(bundle, 48), reader => reader.read({ bytes, path: 'a.txt' }));
    assert.ok(result?.kind === 'unreadable');
    assert.equal(result.reason, 'needs too much memory to be read');
  });

  it('does the same with a PDF that unpacks to gigabytes', async () => {
    const result = await using(inWorker, async reader =>
      reader.read({ bytes: await pdfBomb(), path: 'a.pdf' }),
    );
    assert.ok(result?.kind === 'unreadable');
    assert.equal(result.reason, 'needs too much memory to be read');
  });

  it('reads a PDF of more than 200 pages in less than 300 MB, the whole process counted', () => {
    const measured = execFileSync(process.execPath, ['out/bench/documents.js'], { encoding: 'utf8' });
    const { pages, peakMB, figures } = JSON.parse(measured.slice(measured.indexOf('{')));
    assert.ok(pages > 200 && figures > pages);
    assert.ok(peakMB < 300, `took ${peakMB} MB`);
  });
});
