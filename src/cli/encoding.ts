// Bytes to text and back, with nothing lost: encoding and byte-order mark stay what they were.

export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly hasMark: boolean;
}

/** The bytes are no text in a known encoding; the message says so of a file. */
export class NotText extends Error {}

/** UTF-8, or UTF-16 when a byte-order mark says so; the mark is no part of the text. @throws NotText for anything else */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, { name: 'utf-16le', hasMark: true });
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, { name: 'utf-16be', hasMark: true });
  if (bytes.includes(0)) throw new NotText('is not a text file');
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return decodeAs(bytes, { name: 'utf-8', hasMark });
  } catch {
    throw new NotText('is not a text in UTF-8; save it with that encoding');
  }
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): { text: string; encoding: Encoding } {
  const decoder = new TextDecoder(encoding.name, { fatal: encoding.name === 'utf-8' });
  return { text: decoder.decode(bytes), encoding };
}

export function encode(text: string, { name, hasMark }: Encoding): Uint8Array {
  const whole = hasMark ? `\uFEFF${text}` : text;
  if (name === 'utf-8') return Buffer.from(whole, 'utf8');
  const bytes = Buffer.from(whole, 'utf16le');
  return name === 'utf-16le' ? bytes : bytes.swap16();
}
