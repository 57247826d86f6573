// A text is parsed in chunks that have nothing to do with each other, so that an edit leaves all but its own alone.
import type { Block } from './block';
import type { Line } from './lines';
import { movedBlock } from './moved';

/** Lines that are parsed by themselves, with the blocks in them. */
export interface Chunk {
  readonly lines: readonly Line[];
  readonly blocks: readonly Block[];
}

/** The chunks of a document's last text: what stands in the next one too is not parsed again. */
export class BlockMemory {
  private before = new Map<string, Chunk[]>();
  private now = new Map<string, Chunk[]>();

  /** Starts a new text. What the last one took, and did not keep because it was given up, is there again. */
  begin(): void {
    for (const [source, taken] of this.now)
      this.before.set(source, [...taken, ...(this.before.get(source) ?? [])]);
    this.now = new Map();
  }

  /** Ends the text: chunks that it did not have are forgotten. */
  end(): void {
    this.before = this.now;
    this.now = new Map();
  }

  /** The blocks of some lines, which stand in the text as `source`: known, or else read and remembered. */
  blocksOf(
    source: string,
    lines: readonly Line[],
    read: () => readonly Block[] | undefined,
  ): readonly Block[] | undefined {
    const blocks = this.recall(source, lines) ?? read();
    if (!blocks) return undefined;
    const same = this.now.get(source);
    if (same) same.push({ lines, blocks });
    else this.now.set(source, [{ lines, blocks }]);
    return blocks;
  }

  private recall(source: string, lines: readonly Line[]): readonly Block[] | undefined {
    const known = this.before.get(source)?.shift();
    const by = (lines[0]?.start ?? 0) - (known?.lines[0]?.start ?? 0);
    if (!known || !areSame(known.lines, lines, by)) return undefined;
    return by === 0 ? known.blocks : known.blocks.map(block => movedBlock(block, by));
  }
}

function areSame(before: readonly Line[], now: readonly Line[], by: number): boolean {
  return (
    before.length === now.length &&
    before.every((line, i) => {
      const other = now[i];
      return (
        other !== undefined &&
        line.start + by === other.start &&
        line.end + by === other.end &&
        line.heading === other.heading &&
        line.glued === other.glued &&
        line.as === other.as
      );
    })
  );
}

/** Behind this much text, a chunk ends with its paragraph even where no heading follows. */
const LONG = 4000;
/** What ends every list, quote and table above it when it stands after a blank line, without indentation. */
const STARTS_ANEW = /^(?:[\p{L}#|]|\*\*)/u;

/**
 * Where chunks may start, as indices of lines: at headings and other lines that end what is above them. Only code or
 * HTML that nothing has closed goes on across such a place.
 * @param recovered the lines as the parser sees them
 */
export function chunkStarts(lines: readonly Line[], recovered: readonly string[]): number[] {
  const starts = [0];
  let from = lines[0]?.start ?? 0;
  for (let i = 1; i < lines.length; i++) {
    const line = recovered[i] ?? '';
    const start = lines[i]?.start ?? 0;
    if (recovered[i - 1] !== '' || !(line.startsWith('#') || start - from > LONG)) continue;
    if (!STARTS_ANEW.test(line)) continue;
    starts.push(i);
    from = start;
  }
  return starts;
}
