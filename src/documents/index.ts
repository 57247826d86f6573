// Reads an attached document of any known format into Markdown text.
import type { SourceDocument } from '../core';
import { LIMITS, tooLarge } from './limits';
import { readMarkdown, readPlainText } from './plain';
import { type ReadResult, Unreadable } from './result';

export type { ReadResult, UnreadableDocument } from './result';

/**
 * Reads a document. Any bytes give a result; nothing is run, fetched or written.
 * @param path what the document is known by, with forward slashes
 */
export async function readDocument(bytes: Uint8Array, path: string): Promise<ReadResult> {
  try {
    if (bytes.length > LIMITS.bytes) throw tooLarge('is too large to be read');
    return { kind: 'read', document: read(bytes, path) };
  } catch (error) {
    return { kind: 'unreadable', path, reason: reasonOf(error) };
  }
}

function read(bytes: Uint8Array, path: string): SourceDocument {
  return /\.(?:md|markdown)$/i.test(path) ? readMarkdown(bytes, path) : readPlainText(bytes, path);
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  return `is damaged, or of a kind that is not known (${error instanceof Error ? error.message : String(error)})`;
}
