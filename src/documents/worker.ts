// The thread that reads documents: one after the other, as they are asked for. It carries the heavy libraries.
import { parentPort } from 'node:worker_threads';
import { indexDocument } from '../core';
import { readDocument } from '.';
import type { Reply, Request } from './protocol';
import type { IndexResult } from './result';

function reply(message: Reply): void {
  parentPort?.postMessage(message);
}

async function read({ bytes, path }: Request): Promise<IndexResult> {
  const read = await readDocument(bytes, path, (done, pages) => reply({ kind: 'progress', done, pages }));
  return read.kind === 'read' ? { kind: 'indexed', index: indexDocument(read.document) } : read;
}

parentPort?.on('message', async (request: Request) => {
  reply({ kind: 'result', result: await read(request) });
});
