// Reads single files out of a zip archive, in memory. Names are only compared, so that one such as “../x” leads nowhere.
//
// The layout is that of PKWARE's APPNOTE.TXT, sections 4.3.6 to 4.3.16, without Zip64: what needs that is beyond our bounds.
import { Inflate } from 'fflate';
import { LIMITS, tooLarge } from './limits';
import { Unreadable } from './result';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;

const STORED = 0;
const DEFLATED = 8;

/** Compressed bytes handed over at a time: a piece can grow a thousandfold at most before the bound is looked at. */
const PIECE = 16 * 1024;

interface Entry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly compressedSize: number;
  readonly offset: number;
}

export class Zip {
  private readonly entries = new Map<string, Entry>();
  private readonly view: DataView;

  /** @throws Unreadable when the archive has no directory that can be read */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.readDirectory();
    } catch (error) {
      if (error instanceof RangeError) throw damaged();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  hasUnder(folder: string): boolean {
    return [...this.entries.keys()].some(name => name.startsWith(folder));
  }

  /**
   * The bytes of a file; undefined when there is none of that name.
   * @throws Unreadable when it is damaged, encrypted or too large
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name);
    if (!entry) return undefined;
    if (entry.isEncrypted) throw new Unreadable('is protected by a password');
    const { offset, compressedSize, method } = entry;
    if (offset + 30 > this.bytes.length || this.view.getUint32(offset, true) !== LOCAL_ENTRY) throw damaged();
    const start =
      offset + 30 + this.view.getUint16(offset + 26, true) + this.view.getUint16(offset + 28, true);
    if (start + compressedSize > this.bytes.length) throw damaged();
    const data = this.bytes.subarray(start, start + compressedSize);
    if (method === DEFLATED) return inflate(data);
    if (method === STORED) return data;
    throw damaged();
  }

  private readDirectory(): void {
    const { view } = this;
    const end = this.findEnd();
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(this.bytes.subarray(at + 46, at + 46 + nameLength));
      const entry = {
        isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
        method: view.getUint16(at + 10, true),
        compressedSize: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
      };
      if (!this.entries.has(name)) this.entries.set(name, entry);
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  }

  private findEnd(): number {
    const last = this.bytes.length - END_SIZE;
    for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
      if (this.view.getUint32(at, true) === END_OF_DIRECTORY) return at;
    throw damaged();
  }
}

function inflate(data: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate(piece => {
    pieces.push(piece);
    length += piece.length;
    if (length > LIMITS.unpackedBytes) throw tooLarge('is too large when it is unpacked');
  });
  for (let at = 0; at < data.length; at += PIECE) {
    const piece = data.subarray(at, at + PIECE);
    inflateOn(inflater, piece, at + PIECE >= data.length);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function inflateOn(inflater: Inflate, piece: Uint8Array, isLast: boolean): void {
  try {
    inflater.push(piece, isLast);
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged();
  }
}

function damaged(): Unreadable {
  return new Unreadable('is damaged');
}
