// What reading a document gives.
import type { SourceDocument } from '../core';

export type ReadResult = { readonly kind: 'read'; readonly document: SourceDocument } | UnreadableDocument;

export interface UnreadableDocument {
  readonly kind: 'unreadable';
  readonly path: string;
  /** Words that follow the document's name: “is protected by a password”. */
  readonly reason: string;
}

/** Thrown by a reader for a document that it cannot read; the message is the reason, in words that follow its name. */
export class Unreadable extends Error {}
