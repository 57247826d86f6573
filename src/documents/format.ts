// Tells what a document is by its content, and by its name only where the content leaves it open.
import type { DocumentFormat } from '../core';
import { Unreadable } from './result';
import { Zip } from './zip';

export type Recognised =
  | { readonly format: Exclude<DocumentFormat, 'docx'> }
  | { readonly format: 'docx'; readonly zip: Zip };

/** First bytes of files that hold no text to read, and what is said of them. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'is a picture'],
  ['\xff\xd8\xff', 'is a picture'],
  ['GIF8', 'is a picture'],
  ['II*\0', 'is a picture'],
  ['MM\0*', 'is a picture'],
  ['\x1f\x8b', 'is a compressed file; unpack it first'],
  ['7z\xbc\xaf', 'is a compressed file; unpack it first'],
  ['Rar!', 'is a compressed file; unpack it first'],
  ['{\\rtf', 'is a Rich Text file; save it as a Word document (.docx)'],
  ['%!PS', 'is a PostScript file; save it as PDF'],
];
const ZIP = 'PK\x03\x04';
const EMPTY_ZIP = 'PK\x05\x06';
/** The container of the old Office formats, and of the new ones when they have a password. */
const COMPOUND_FILE = '\xd0\xcf\x11\xe0';
/** A PDF may have other bytes first; its readers look this far (ISO 32000-1, annex H.3.4.1). */
const PDF_WITHIN = 1024;

/** @throws Unreadable for what can be told to be of no format that is read, with what to do about it */
export function recognise(bytes: Uint8Array, path: string): Recognised {
  const head = String.fromCharCode(...bytes.subarray(0, PDF_WITHIN + 512));
  if (head.startsWith(ZIP) || head.startsWith(EMPTY_ZIP)) return { format: 'docx', zip: wordArchive(bytes) };
  if (head.startsWith(COMPOUND_FILE)) throw new Unreadable(ofCompoundFile(bytes));
  const refused = REFUSED.find(([start]) => head.startsWith(start));
  if (refused) throw new Unreadable(refused[1]);
  const pdf = head.indexOf('%PDF-');
  if (pdf >= 0 && pdf < PDF_WITHIN) return { format: 'pdf' };
  const text = withoutZeros(head);
  if (beginsAsPage(text)) return { format: 'html' };
  return { format: byExtension(path, text) };
}

function wordArchive(bytes: Uint8Array): Zip {
  const zip = new Zip(bytes);
  if (zip.hasUnder('word/')) return zip;
  if (zip.hasUnder('xl/')) throw new Unreadable('is an Excel workbook; save its sheet as CSV');
  if (zip.hasUnder('ppt/')) throw new Unreadable('is a presentation; save it as PDF');
  if (zip.has('META-INF/container.xml')) throw new Unreadable('is an e-book; save it as PDF');
  if (zip.has('content.xml'))
    throw new Unreadable('is an OpenDocument file; save it as a Word document (.docx) or PDF');
  throw new Unreadable('is a zip archive, not a document; unpack it');
}

function ofCompoundFile(bytes: Uint8Array): string {
  // Names in the container's directory are in UTF-16.
  const isEncrypted = new TextDecoder('latin1').decode(bytes).includes([...'EncryptedPackage'].join('\0'));
  return isEncrypted
    ? 'is protected by a password'
    : 'is a file of an old Office format; save it as a Word document (.docx) or PDF';
}

/** The first bytes as text, whichever order UTF-16 may have them in. */
function withoutZeros(head: string): string {
  return head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');
}

function beginsAsPage(text: string): boolean {
  const start = text.trimStart().replace(/^<\?xml[^>]{0,200}>\s{0,20}/i, '');
  return /^(?:<!--[\s\S]{0,600}?-->\s{0,20})?<(?:!doctype html|html|head|body)\b/i.test(start);
}

function byExtension(path: string, text: string): Exclude<DocumentFormat, 'docx' | 'pdf'> {
  switch (/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase()) {
    case 'md':
    case 'markdown':
      return 'markdown';
    case 'csv':
    case 'tsv':
      return 'csv';
    case 'html':
    case 'htm':
    case 'xhtml':
      return /<[a-z!/]/i.test(text) ? 'html' : 'text';
    default:
      return 'text';
  }
}
