// Keeps what reading documents gave, by their content, so that a document is read once.
import type { IndexedDocument } from '../core';

/** A folder for the cache alone. */
export interface CacheFolder {
  /** Undefined when there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  list(): Promise<readonly CachedFile[]>;
}

export interface CachedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** When it was written, in milliseconds. */
  readonly written: number;
}

/** Changes whenever a document could be read otherwise than before. */
const VERSION = 1;
const MOST_BYTES = 200 * 1024 * 1024;

export class DocumentCache {
  private readonly prefix: string;

  /** @param program the version of the program: another one may read a document otherwise */
  constructor(
    private readonly folder: CacheFolder,
    program: string,
    private readonly mostBytes = MOST_BYTES,
  ) {
    this.prefix = `${VERSION}-${program}-`;
  }

  /** What is known of a document of this content; an entry that is damaged counts as none. */
  async get(content: string, path: string): Promise<IndexedDocument | undefined> {
    const bytes = await this.folder.read(this.nameOf(content));
    if (!bytes) return undefined;
    const body = bytes.subarray(HASH_LENGTH);
    const hash = new TextDecoder().decode(bytes.subarray(0, HASH_LENGTH));
    if (hash !== (await hashOf(body))) return undefined;
    const index: IndexedDocument = JSON.parse(new TextDecoder().decode(body));
    return { ...index, document: { ...index.document, path } };
  }

  /** Keeps an entry, and removes the oldest ones, and those of other versions, where they are too many. */
  async put(content: string, index: IndexedDocument): Promise<void> {
    const body = new TextEncoder().encode(JSON.stringify(index));
    const bytes = new Uint8Array(HASH_LENGTH + body.length);
    bytes.set(new TextEncoder().encode(await hashOf(body)));
    bytes.set(body, HASH_LENGTH);
    if (bytes.length > this.mostBytes) return;
    await this.folder.write(this.nameOf(content), bytes);
    await this.trim();
  }

  private async trim(): Promise<void> {
    let left = this.mostBytes;
    const files = [...(await this.folder.list())].sort((a, b) => b.written - a.written);
    for (const { name, size } of files) {
      left -= size;
      if (left < 0 || !name.startsWith(this.prefix)) await this.folder.remove(name);
    }
  }

  private nameOf(content: string): string {
    return `${this.prefix}${content}.json`;
  }
}

const HASH_LENGTH = 64;

/** SHA-256 in hexadecimal digits: what content is known by. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), byte => byte.toString(16).padStart(2, '0')).join('');
}
