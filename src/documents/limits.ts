// Bounds that keep one attached document from taking all memory or time.
import { Unreadable } from './result';

const MB = 1024 * 1024;

export const LIMITS = {
  /** Of the file as it is stored. */
  bytes: 64 * MB,
  /** Of one file within a zip archive, after it is unpacked. */
  unpackedBytes: 64 * MB,
  pages: 5000,
  /** Of the text that comes out, in UTF-16 code units. */
  textLength: 4 * MB,
  /** Without a sign of progress, and in all. */
  silenceMs: 60_000,
  readingMs: 300_000,
  /** Of the thread that reads, without the bytes of the file. */
  heapMb: 224,
  youngHeapMb: 16,
  /** By how much the whole process may grow meanwhile. */
  growthMb: 400,
} as const;

/** @throws Unreadable when a text is longer than is read */
export function boundedText(text: string): string {
  if (text.length > LIMITS.textLength) throw tooLarge('has too much text to be read');
  return text;
}

export function tooLarge(what: string): Unreadable {
  return new Unreadable(`${what}; divide it, or attach the part that you need`);
}
