// Markdown → blocks. markdown-it finds the blocks; their text is read by our own inline reader, which keeps offsets.
import MarkdownIt from 'markdown-it';
import { Identity } from '../text/identity';
import { endOfRun, SPACE, startOfRun } from '../text/letters';
import { flat } from '../text/lists';
import type { Span } from '../text/span';
import { finish, type Steps } from '../text/steps';
import type { Block, Cell, Row } from './block';
import { BlockMemory, chunkStarts } from './chunks';
import { paragraphNumber } from './flattened';
import { readInline } from './inline';
import { type Line, recoverLines } from './lines';
import { signOf } from './marks';
import type { Prose } from './prose';

const markdown = new MarkdownIt({ html: true });
markdown.block.ruler.disable(['reference']);

type Token = ReturnType<typeof markdown.parse>[number];

/**
 * The blocks of a text, in order. Code, HTML, comments and front matter give none.
 * @param memory what is known of the document's last text
 */
export function parseBlocks(text: string, memory = new BlockMemory()): Block[] {
  return finish(blocksInSteps(text, memory));
}

/** Like `parseBlocks`, chunk by chunk. */
export function* blocksInSteps(text: string, memory: BlockMemory): Steps<Block[]> {
  const lines = yield* recoverLines(text);
  const recovered = lines.map(line => line.as ?? text.slice(line.start, line.end));
  yield;
  const starts = chunkStarts(lines, recovered);
  const blocks: Block[] = [];
  memory.begin();
  for (let i = 0; i < starts.length; i++) {
    const [from, to] = [starts[i] ?? 0, starts[i + 1] ?? lines.length];
    const source = text.slice(lines[from]?.start, lines[to]?.start);
    const own = lines.slice(from, to);
    const chunk = memory.blocksOf(source, own, () => readChunk(text, own, recovered.slice(from, to)));
    const rest = chunk ?? new BlockReader(text, lines.slice(from)).read(tokensOf(recovered.slice(from)));
    for (const block of rest) blocks.push(block);
    if (!chunk) break;
    yield;
  }
  memory.end();
  return blocks;
}

/** The blocks of a chunk; undefined when code or HTML goes on to its end, and beyond it for all that it tells. */
function readChunk(text: string, lines: readonly Line[], recovered: readonly string[]): Block[] | undefined {
  const tokens = tokensOf(recovered);
  const last = tokens.at(-1);
  const isVerbatim = last?.type === 'fence' || last?.type === 'html_block';
  return isVerbatim && last.map?.[1] === lines.length ? undefined : new BlockReader(text, lines).read(tokens);
}

function tokensOf(recovered: readonly string[]): Token[] {
  // A blank line at the end counts as a line only where a line break ends it.
  const tokens: Token[] = [];
  markdown.block.parse(`${recovered.join('\n')}\n`, markdown, {}, tokens);
  return tokens;
}

class BlockReader {
  private readonly blocks: Block[] = [];
  private quoteDepth = 0;
  private listDepth = 0;
  private readonly ordered: boolean[] = [];
  private itemPending = false;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
  ) {}

  read(tokens: readonly Token[]): Block[] {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token) continue;
      if (token.type === 'table_open') {
        const open = i;
        while (i < tokens.length && tokens[i]?.type !== 'table_close') i++;
        this.table(tokens.slice(open, i));
      } else this.visit(token, tokens[i - 1]);
    }
    return this.blocks;
  }

  private visit(token: Token, before: Token | undefined): void {
    switch (token.type) {
      case 'blockquote_open':
        this.quoteDepth++;
        break;
      case 'blockquote_close':
        this.quoteDepth--;
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.listDepth++;
        this.ordered.push(token.type === 'ordered_list_open');
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.listDepth--;
        this.ordered.pop();
        break;
      case 'list_item_open':
        this.itemPending = true;
        break;
      case 'inline':
        this.leaf(token, before);
        break;
      default:
        break;
    }
  }

  private leaf(token: Token, before: Token | undefined): void {
    const first = token.map?.[0] ?? 0;
    const pieces = this.pieces(token, first);
    const start = pieces[0]?.start;
    const end = pieces.at(-1)?.end;
    const line = this.lines[first];
    if (start === undefined || end === undefined || !line) return;
    const span = { start: line.start, end };
    const base = {
      identity: new Identity(),
      span,
      gluedAt: line.glued ? line.start : undefined,
      quoteDepth: this.quoteDepth,
    };
    if (before?.type === 'heading_open') {
      const level = line.heading ? 0 : Number(before.tag.slice(1));
      const sign = line.heading ? signOf(this.text.slice(line.start, line.end)) : undefined;
      this.blocks.push({ kind: 'heading', ...base, level, sign, prose: this.prose(pieces) });
      return;
    }
    const definition = this.text.startsWith('[', start)
      ? /^\[(\^?)([^\]]{1,200})\]:\s*/.exec(this.text.slice(start, start + 210))
      : null;
    if (definition) {
      if (!definition[1]) return; // the target of a reference link asserts nothing
      const rest = [{ start: start + definition[0].length, end: pieces[0]?.end ?? end }, ...pieces.slice(1)];
      this.blocks.push({ kind: 'footnote', ...base, key: definition[2] ?? '', prose: this.prose(rest) });
    } else if (this.listDepth > 0 && this.itemPending) {
      const ordered = this.ordered.at(-1) ?? false;
      this.blocks.push({
        kind: 'item',
        ...base,
        listDepth: this.listDepth,
        ordered,
        prose: this.prose(pieces),
      });
    } else {
      const prose = this.prose(this.withoutNumber(pieces));
      this.blocks.push({ kind: 'paragraph', ...base, listDepth: this.listDepth, prose });
    }
    this.itemPending = false;
  }

  /** Where the lines of an inline token stand in the source, marks of lists and quotes before them left out. */
  private pieces(token: Token, first: number): Span[] {
    const pieces: Span[] = [];
    for (const [k, content] of token.content.split('\n').entries()) {
      const line = this.lines[first + k];
      const words = content.trim();
      if (line && words !== '') pieces.push(this.placeIn(line, words));
    }
    return pieces;
  }

  /** Where the last words of a line stand; all of the line when they are written in another way there. */
  private placeIn({ start, end }: Line, words: string): Span {
    const last = end - words.length;
    if (last >= start && this.text.startsWith(words, last)) return { start: last, end };
    const at = this.text.slice(start, end).lastIndexOf(words);
    return at < 0 ? { start, end } : { start: start + at, end: start + at + words.length };
  }

  /** "2.1 The fee …": the number of a paragraph is a mark before it, as that of a list is. */
  private withoutNumber([first, ...others]: readonly Span[]): readonly Span[] {
    if (!first) return others;
    const length = paragraphNumber(this.text.slice(first.start, first.start + 60));
    return [{ start: first.start + length, end: first.end }, ...others];
  }

  private table(tokens: readonly Token[]): void {
    const rows = flat(tokens, token =>
      token.type === 'tr_open' && token.map ? [this.row(token.map[0])] : [],
    );
    const [header, ...body] = rows;
    const last = body.at(-1) ?? header;
    const line = this.lines[tokens[0]?.map?.[0] ?? 0];
    if (!header || !last || !line) return;
    const span = { start: header.span.start, end: last.span.end };
    this.itemPending = false;
    this.blocks.push({
      kind: 'table',
      identity: new Identity(),
      span,
      gluedAt: undefined,
      quoteDepth: this.quoteDepth,
      header,
      rows: body,
    });
  }

  private row(index: number): Row {
    const line = this.lines[index] ?? { start: 0, end: 0 };
    const content = this.text.slice(line.start, line.end);
    const lead = /^[\s>]*(?:[-*+]\s+(?=\|))?/.exec(content)?.[0].length ?? 0;
    const span = { start: line.start + lead, end: line.start + content.trimEnd().length };
    const cells = splitCells(this.text, span).map(
      (cell): Cell => ({ span: cell, prose: this.prose([cell]) }),
    );
    return { span, cells };
  }

  private prose(pieces: readonly Span[]): Prose {
    return readInline(this.text, pieces, markdown.utils.unescapeAll);
  }
}

/** The cells of a table row, trimmed; a pipe after a backslash separates nothing. */
function splitCells(text: string, row: Span): Span[] {
  const cells: Span[] = [];
  let start = text[row.start] === '|' ? row.start + 1 : row.start;
  for (let at = start; at <= row.end; at++) {
    if (at < row.end && text[at] === '\\') at++;
    else if (at === row.end || text[at] === '|') {
      if (at < row.end || text[row.end - 1] !== '|' || start > row.end) cells.push(trim(text, start, at));
      start = at + 1;
    }
  }
  return cells;
}

function trim(text: string, start: number, end: number): Span {
  const from = Math.min(endOfRun(text, start, SPACE), end);
  return { start: from, end: Math.max(from, startOfRun(text, end, SPACE)) };
}
