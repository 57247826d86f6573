// Word documents: WordprocessingML (ISO/IEC 29500-1, part 17) in a zip archive.
import { Parser } from 'htmlparser2';
import type { SourceDocument } from '../core';
import { decodeText } from './decode';
import { Unreadable } from './result';
import { lowered, raised } from './superscript';
import { MarkdownWriter } from './writer';
import type { Zip } from './zip';

const MAIN_PART = 'word/document.xml';

export function readDocx(zip: Zip, path: string): SourceDocument {
  const main = mainPart(zip);
  const body = xmlOf(zip, main);
  if (body === undefined) throw new Unreadable('is damaged: its text is missing');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const levels = headingLevels(xmlOf(zip, `${folder}styles.xml`) ?? '');
  const writer = new MarkdownWriter();
  readBody(body, levels, writer);
  for (const part of ['footnotes', 'endnotes'])
    readBody(xmlOf(zip, `${folder}${part}.xml`) ?? '', levels, writer);
  return { path, format: 'docx', title: titleOf(xmlOf(zip, 'docProps/core.xml') ?? ''), ...writer.finish() };
}

/** The part that holds the text, as the package's relationships name it. */
function mainPart(zip: Zip): string {
  let target: string | undefined;
  parse(xmlOf(zip, '_rels/.rels') ?? '', (name, attributes) => {
    if (name === 'Relationship' && attributes['Type']?.endsWith('/officeDocument'))
      target ??= attributes['Target'];
  });
  return target?.replace(/^\//, '') ?? MAIN_PART;
}

function xmlOf(zip: Zip, name: string): string | undefined {
  const bytes = zip.read(name);
  return bytes && decodeText(bytes);
}

type Attributes = Readonly<Record<string, string>>;

/** Goes through XML and tells of every element by its name without prefix. */
function parse(
  xml: string,
  open: (name: string, attributes: Attributes) => void,
  close: (name: string) => void = () => {},
  text: (text: string) => void = () => {},
): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(localName(name), attributes),
      onclosetag: name => close(localName(name)),
      ontext: text,
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** By a style's id: the level of the headings that it makes. */
function headingLevels(styles: string): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  let id = '';
  parse(styles, (name, attributes) => {
    const value = attributes['w:val'] ?? '';
    if (name === 'style') id = attributes['w:styleId'] ?? '';
    else if (name === 'name') {
      // The name is English in every edition of Word; the id is not.
      const level = /^heading ([1-9])$/i.exec(value)?.[1] ?? (/^title$/i.test(value) ? '1' : undefined);
      if (level) levels.set(id, Number(level));
    } else if (name === 'outlineLvl' && Number(value) < 9) levels.set(id, Number(value) + 1);
  });
  return levels;
}

function titleOf(properties: string): string | undefined {
  let title = '';
  let isTitle = false;
  parse(
    properties,
    name => {
      isTitle = name === 'title';
    },
    () => {
      isTitle = false;
    },
    text => {
      if (isTitle) title += text;
    },
  );
  return title.trim() || undefined;
}

function readBody(xml: string, levels: ReadonlyMap<string, number>, writer: MarkdownWriter): void {
  const reader = new BodyReader(levels, writer);
  parse(
    xml,
    (name, attributes) => reader.open(name, attributes),
    name => reader.close(name),
    text => reader.addText(text),
  );
}

interface Row {
  readonly cells: string[];
}

/** What is known of the paragraph that is being read. */
interface Paragraph {
  text: string;
  level: number | undefined;
  listDepth: number | undefined;
}

class BodyReader {
  private paragraph: Paragraph = { text: '', level: undefined, listDepth: undefined };
  /** The paragraphs around a text box that is being read. */
  private readonly around: Paragraph[] = [];
  private inText = false;
  private shift: 'none' | 'raised' | 'lowered' = 'none';
  /** How many elements are open that say again, for other programs, what has been read. */
  private repeated = 0;
  private tableDepth = 0;
  private rows: Row[] = [];
  private cell = '';
  private spanned = 1;

  constructor(
    private readonly levels: ReadonlyMap<string, number>,
    private readonly writer: MarkdownWriter,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'Fallback') this.repeated++;
    if (this.repeated > 0) return;
    const value = attributes['w:val'] ?? '';
    switch (name) {
      case 'p':
        this.around.push(this.paragraph);
        this.paragraph = { text: '', level: undefined, listDepth: undefined };
        break;
      case 'pStyle':
        this.paragraph.level ??= this.levels.get(value);
        break;
      case 'outlineLvl':
        if (Number(value) < 9) this.paragraph.level = Number(value) + 1;
        break;
      case 'ilvl':
        this.paragraph.listDepth = Number(value) + 1;
        break;
      case 'numId':
        this.paragraph.listDepth = value === '0' ? undefined : (this.paragraph.listDepth ?? 1);
        break;
      case 'r':
        this.shift = 'none';
        break;
      case 'vertAlign':
        this.shift = value === 'superscript' ? 'raised' : value === 'subscript' ? 'lowered' : 'none';
        break;
      case 't':
        this.inText = true;
        break;
      case 'tab':
      case 'br':
      case 'cr':
        this.paragraph.text += ' ';
        break;
      case 'noBreakHyphen':
        this.paragraph.text += '-';
        break;
      case 'tbl':
        this.tableDepth++;
        if (this.tableDepth === 1) this.rows = [];
        break;
      case 'tr':
        if (this.tableDepth === 1) this.rows.push({ cells: [] });
        break;
      case 'tc':
        if (this.tableDepth !== 1) break;
        this.cell = '';
        this.spanned = 1;
        break;
      case 'gridSpan':
        if (this.tableDepth === 1) this.spanned = Math.min(Math.max(Number(value) || 1, 1), MOST_SPANNED);
        break;
      default:
        break;
    }
  }

  close(name: string): void {
    if (name === 'Fallback') this.repeated--;
    if (this.repeated > 0) return;
    if (name === 't') this.inText = false;
    else if (name === 'p') this.endParagraph();
    else if (name === 'tc' && this.tableDepth === 1)
      this.rows.at(-1)?.cells.push(this.cell, ...Array.from({ length: this.spanned - 1 }, () => ''));
    else if (name === 'tbl') {
      this.tableDepth--;
      if (this.tableDepth === 0) this.endTable();
    }
  }

  addText(text: string): void {
    if (!this.inText || this.repeated > 0) return;
    const shifted = this.shift === 'raised' ? raised(text) : this.shift === 'lowered' ? lowered(text) : text;
    this.paragraph.text += shifted;
  }

  private endParagraph(): void {
    const { text, level, listDepth } = this.paragraph;
    this.paragraph = this.around.pop() ?? { text: '', level: undefined, listDepth: undefined };
    if (this.tableDepth > 0) this.cell += ` ${text}`;
    else if (level !== undefined) this.writer.heading(level, text);
    else if (listDepth !== undefined) this.writer.item(listDepth, text);
    else this.writer.paragraph(text);
  }

  /** A table with one cell only frames its text. */
  private endTable(): void {
    const rows = this.rows.map(({ cells }) => cells);
    if (rows.length === 1 && rows[0]?.length === 1) this.writer.paragraph(rows[0][0] ?? '');
    else if (rows.some(cells => cells.some(cell => cell.trim()))) this.writer.table(rows);
  }
}

/** A table is at most this wide, whatever its cells say. */
const MOST_SPANNED = 50;
