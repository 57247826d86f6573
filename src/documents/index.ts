// Reads an attached document of any known format into Markdown text.
import type { SourceDocument } from '../core';
import { readCsv } from './csv';
import { readDocx } from './docx';
import { recognise } from './format';
import { readHtml } from './html';
import { LIMITS, tooLarge } from './limits';
import { readPdf } from './pdf';
import { readMarkdown, readPlainText } from './plain';
import { type OnProgress, type ReadResult, Unreadable } from './result';

export type { IndexResult, OnProgress, ReadResult, UnreadableDocument } from './result';

/**
 * Reads a document. Any bytes give a result; nothing is run, fetched or written.
 * @param path what the document is known by, with forward slashes
 * @param onProgress told after each page of a document that has pages
 */
export async function readDocument(
  bytes: Uint8Array,
  path: string,
  onProgress: OnProgress = () => {},
): Promise<ReadResult> {
  try {
    if (bytes.length > LIMITS.bytes) throw tooLarge('is too large to be read');
    return { kind: 'read', document: await read(bytes, path, onProgress) };
  } catch (error) {
    return { kind: 'unreadable', path, reason: reasonOf(error) };
  }
}

async function read(bytes: Uint8Array, path: string, onProgress: OnProgress): Promise<SourceDocument> {
  const recognised = recognise(bytes, path);
  switch (recognised.format) {
    case 'markdown':
      return readMarkdown(bytes, path);
    case 'text':
      return readPlainText(bytes, path);
    case 'html':
      return readHtml(bytes, path);
    case 'csv':
      return readCsv(bytes, path);
    case 'docx':
      return readDocx(recognised.zip, path);
    case 'pdf':
      return readPdf(bytes, path, onProgress);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  return `could not be read (${error instanceof Error ? error.message : String(error)})`;
}
