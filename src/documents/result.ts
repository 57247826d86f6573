// What reading a document gives.
import type { IndexedDocument, SourceDocument } from '../core';

export type ReadResult = { readonly kind: 'read'; readonly document: SourceDocument } | UnreadableDocument;

/** The same with the document's figures found. */
export type IndexResult = { readonly kind: 'indexed'; readonly index: IndexedDocument } | UnreadableDocument;

export interface UnreadableDocument {
  readonly kind: 'unreadable';
  readonly path: string;
  /** Words that follow the document's name: “is protected by a password”. */
  readonly reason: string;
}

/** Told after each page of a document that has pages: how many are done, of how many. */
export type OnProgress = (done: number, pages: number) => void;

/** Thrown by a reader for a document that it cannot read; the message is the reason, in words that follow its name. */
export class Unreadable extends Error {}
