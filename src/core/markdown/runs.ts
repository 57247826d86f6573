// Runs of blocks, such as those of a section: what was read of one is known again after an edit elsewhere.
import { Known } from '../text/identity';
import type { Block } from './block';

/** The same blocks as before, all of them `by` code units further on. */
export interface Move {
  readonly by: number;
  readonly before: readonly Block[];
  readonly now: readonly Block[];
}

/** What a function makes of runs of blocks that depends on nothing else. */
export class RunMemory<T> {
  /** By the first block. */
  private readonly known = new Known<{ readonly blocks: readonly Block[]; readonly value: T }>();

  /** @param moved the value where the blocks have moved */
  constructor(
    private readonly read: (blocks: readonly Block[]) => T,
    private readonly moved: (value: T, move: Move) => T,
  ) {}

  of(blocks: readonly Block[]): T {
    const [first] = blocks;
    if (!first) return this.read(blocks);
    const known = this.known.get(first.identity);
    const by = known && distance(known.blocks, blocks);
    if (known && by === 0) return known.value;
    const value =
      known && by !== undefined
        ? this.moved(known.value, { by, before: known.blocks, now: blocks })
        : this.read(blocks);
    this.known.set(first.identity, { blocks, value });
    return value;
  }
}

/** How far a run has moved; undefined when it is another one. */
function distance(before: readonly Block[], now: readonly Block[]): number | undefined {
  const by = (now[0]?.span.start ?? 0) - (before[0]?.span.start ?? 0);
  const isSame = (block: Block, i: number) =>
    block.identity === before[i]?.identity && block.span.start === before[i].span.start + by;
  return before.length === now.length && now.every(isSame) ? by : undefined;
}
