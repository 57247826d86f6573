// PDF files, read by PDF.js: the text of each page as it is set, and from that the paragraphs as they were written.
import { getDocument, type PDFDocumentProxy } from 'unpdf/pdfjs';
import type { SourceDocument } from '../core';
import { LIMITS, tooLarge } from './limits';
import { linesOf, type PdfLine, type PlacedText } from './pdfLines';
import { writePages } from './pdfText';
import { type OnProgress, Unreadable } from './result';
import { MarkdownWriter } from './writer';

export async function readPdf(
  bytes: Uint8Array,
  path: string,
  onProgress: OnProgress,
): Promise<SourceDocument> {
  const task = getDocument({
    // PDF.js takes over the bytes that it is given.
    data: new Uint8Array(bytes),
    // Nothing is drawn, so that no font is needed, and nothing of a document is run.
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    return { path, format: 'pdf', title: await titleOf(pdf), ...(await textOf(pdf, onProgress)) };
  } catch (error) {
    throw unreadable(error);
  } finally {
    await task.destroy();
  }
}

async function textOf(pdf: PDFDocumentProxy, onProgress: OnProgress) {
  if (pdf.numPages > LIMITS.pages) throw tooLarge(`has more than ${LIMITS.pages} pages`);
  const pages: PdfLine[][] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const lines = linesOf(await placedTexts(pdf, number));
    length += lines.reduce((sum, line) => sum + line.text.length, 0);
    if (length > LIMITS.textLength) throw tooLarge('has too much text to be read');
    pages.push(lines);
    onProgress(number, pdf.numPages);
  }
  if (length === 0)
    throw new Unreadable('has no text, only pictures of its pages; run text recognition (OCR) on it first');
  const writer = new MarkdownWriter();
  writePages(pages, writer);
  return writer.finish();
}

/** The horizontal text of a page; a page that is damaged has none. */
async function placedTexts(pdf: PDFDocumentProxy, number: number): Promise<PlacedText[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.flatMap(item => {
    if (!('str' in item) || item.str === '') return [];
    const [scale, slant, , height, x, y] = item.transform as readonly number[];
    if (slant !== 0 || !scale || x === undefined || y === undefined) return [];
    return [{ text: item.str, x, y, width: item.width, size: Math.abs(height ?? scale) }];
  });
}

async function titleOf(pdf: PDFDocumentProxy): Promise<string | undefined> {
  const { info } = await pdf.getMetadata();
  const title = (info as { readonly Title?: unknown }).Title;
  return typeof title === 'string' && title.trim() ? title.trim() : undefined;
}

/** Names the reason for the errors by which PDF.js refuses a file; others are left as they are. */
function unreadable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'PasswordException') return new Unreadable('is protected by a password');
  return /^(?:InvalidPDF|Format|UnknownError|XRef|MissingData|ParserEOF)/.test(error.name)
    ? new Unreadable('is damaged')
    : error;
}
