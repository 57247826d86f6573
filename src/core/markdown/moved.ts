// A block at another place: after an edit before it, it is the same but for its offsets.
import { type Span, spanOf } from '../text/span';
import type { Block, Row } from './block';

/** The block as it is read when it stands `by` code units further on. */
export function movedBlock(block: Block, by: number): Block {
  const at = {
    span: movedSpan(block.span, by),
    gluedAt: block.gluedAt === undefined ? undefined : block.gluedAt + by,
  };
  return block.kind === 'table'
    ? { ...block, ...at, header: movedRow(block.header, by), rows: block.rows.map(row => movedRow(row, by)) }
    : { ...block, ...at, prose: block.prose.moved(by) };
}

function movedRow({ span, cells }: Row, by: number): Row {
  return {
    span: movedSpan(span, by),
    cells: cells.map(cell => ({ span: movedSpan(cell.span, by), prose: cell.prose.moved(by) })),
  };
}

/** The span `by` code units further on. */
export function movedSpan({ start, end }: Span, by: number): Span {
  return spanOf(start + by, end + by);
}
