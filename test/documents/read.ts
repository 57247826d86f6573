// Reads documents for the tests.
import assert from 'node:assert/strict';
import type { SourceDocument } from '../../src/core';
import { readDocument } from '../../src/documents';

export async function read(content: Uint8Array | string, path: string): Promise<SourceDocument> {
  const result = await readDocument(typeof content === 'string' ? Buffer.from(content) : content, path);
  assert.ok(result.kind === 'read', JSON.stringify(result));
  return result.document;
}

/** Why a document cannot be read. */
export async function refusal(content: Uint8Array | string, path: string): Promise<string> {
  const result = await readDocument(typeof content === 'string' ? Buffer.from(content) : content, path);
  assert.ok(result.kind === 'unreadable', `${path} was read`);
  return result.reason;
}

/** A landmark's text: what follows it up to the end of its line. */
export function landmarks(document: SourceDocument): string[] {
  return document.landmarks.map(landmark => {
    const line = document.text.slice(landmark.at).split('\n', 1)[0];
    const name =
      landmark.kind === 'page' ? landmark.page : landmark.kind === 'row' ? landmark.row : landmark.title;
    return `${landmark.kind} ${name}: ${line}`;
  });
}
