// Bytes of a text file to text. Attached files come from anywhere, so that what is not UTF-8 is guessed, not refused.
import { Unreadable } from './result';

/** Control characters that no text has; a form feed parts pages. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/**
 * The text of bytes, without a byte-order mark: in the encoding that the mark or the file itself declares, else in
 * UTF-8, else in Windows-1252.
 * @throws Unreadable for bytes that are no text
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const text =
    decodeAs(bytes, markedEncoding(bytes) ?? 'utf-8') ??
    (declared ? decodeAs(bytes, declared) : undefined) ??
    decodeAs(bytes, 'windows-1252');
  if (text === undefined || NO_TEXT.test(text)) throw new Unreadable('is not a text that can be read');
  return text;
}

/** What Windows-1252 has at 0x80 to 0x9F. Node's own decoder gives control characters there. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Undefined when the bytes are none in that encoding, or there is no such encoding. */
function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? asWindows(text) : text;
  } catch {
    return undefined;
  }
}

function asWindows(text: string): string {
  return text.replace(/[\x80-\x9f]/g, character => WINDOWS[character.charCodeAt(0) - 0x80] ?? character);
}
