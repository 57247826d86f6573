// A figure where it stands: the words around it that may tell what it says.
import type { Cell } from '../markdown/block';
import type { Prose } from '../markdown/prose';
import type { PlacedFigure } from '../report/report';
import type { Span } from '../text/span';

/** How far from a figure the words that tell what it says may stand, in its sentence. */
const REACH = 400;

/** A figure in its prose. */
export interface Spot extends Span {
  readonly figure: PlacedFigure;
  readonly prose: Prose;
  /** The cells that say what its cell is about: its row's label, then its column's header. */
  readonly labels: readonly Cell[];
  readonly reach: Span;
  /** Where the next figure of the sentence starts, or else its reach ends. */
  readonly limit: number;
}

export function spotOf(figure: PlacedFigure, next: PlacedFigure | undefined): Spot {
  const prose = proseOf(figure);
  const start = prose.fromSource(figure.span.start);
  const end = prose.fromSource(figure.span.end);
  const reach = {
    start: Math.max(prose.fromSource(figure.sentence.start), start - REACH),
    end: Math.min(prose.fromSource(figure.sentence.end), end + REACH),
  };
  const limit = next && isNextTo(next, figure) ? prose.fromSource(next.span.start) : reach.end;
  return { figure, prose, labels: headerCells(figure), start, end, reach, limit };
}

/** The prose in which a figure stands. */
export function proseOf(figure: PlacedFigure): Prose {
  if (figure.cell) return figure.cell.cell.prose;
  if (figure.block.kind !== 'table') return figure.block.prose;
  throw new TypeError('a figure in a table has a cell');
}

function headerCells({ cell: place }: PlacedFigure): readonly Cell[] {
  if (!place || place.column === 0) return NONE;
  const [label] = place.row.cells;
  const header = place.table.header.cells[place.column];
  return [label, header].filter(cell => cell !== undefined);
}

const NONE: readonly Cell[] = [];

/** True for two figures of one sentence. */
export function isNextTo(other: PlacedFigure, figure: PlacedFigure): boolean {
  return other.block === figure.block && other.sentence.start === figure.sentence.start;
}
