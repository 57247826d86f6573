// Makes documents for the tests: PDF files by pdf-lib, Word documents and other archives by fflate.
import { constants, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument, type PDFFont, PDFName, PDFRawStream, StandardFonts } from 'pdf-lib';

/** A line of a PDF's page: where it stands in points from the lower left corner, and its size. */
export interface SetLine {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

export async function pdf(pages: readonly (readonly SetLine[])[], title?: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  if (title) document.setTitle(title);
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const lines of pages) {
    const page = document.addPage([595, 842]);
    for (const { text, x = 60, y, size = 10 } of lines) page.drawText(text, { x, y, size, font });
  }
  return document.save();
}

/** Lines of one paragraph from a height downwards. */
export function paragraph(y: number, ...lines: string[]): SetLine[] {
  return lines.map((text, index) => ({ text, y: y - index * 13 }));
}

/** A report of many pages, each with a heading, prose with its own figures, a page number and a running title. */
export async function longPdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font: PDFFont = await document.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number++) {
    const page = document.addPage([595, 842]);
    const draw = (text: string, y: number, size = 10) => page.drawText(text, { x: 60, y, size, font });
    draw('Yearbook of ports', 815, 8);
    draw(`Port ${number}`, 780, 18);
    for (let line = 0; line < 45; line++)
      draw(
        line % 9 === 0
          ? `In year ${line / 9 + 1} port ${number} took $${number}.${line} million in fees from ${1000 + line} ships.`
          : 'The quays were dredged, the cranes were painted, and the lighthouse was lit on every night of the year.',
        740 - line * 15,
      );
    draw(String(number), 30, 8);
  }
  return document.save();
}

/** A small PDF file whose page unpacks to four gigabytes. */
export async function pdfBomb(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  // A packed piece that ends in a full flush may be repeated as it is.
  const piece = deflateRawSync(Buffer.alloc(16 * 1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = [
    Buffer.from([0x78, 0xda]),
    ...Array.from({ length: 256 }, () => piece),
    Buffer.from([3, 0]),
  ];
  const dictionary = document.context.obj({ Filter: PDFName.of('FlateDecode') });
  const stream = PDFRawStream.of(dictionary, Buffer.concat(packed));
  page.node.set(PDFName.of('Contents'), document.context.register(stream));
  return document.save();
}

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document with the given content of its body, and further or other files in its archive. */
export function docx(body: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${NAMESPACE}><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    ...files,
  });
}

export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}
