// A text that is edited again and again, and can still say what changed since the beginning.
import { applyEdits, type TextEdit } from './edits';
import type { Span } from './span';

/** A stretch of the first text that is still there, or text that came later. */
type Piece = { readonly kept: Span } | { readonly added: string };

export class EditedText {
  private pieces: readonly Piece[];
  private current: string;

  constructor(private readonly original: string) {
    this.current = original;
    this.pieces = [{ kept: { start: 0, end: original.length } }];
  }

  get text(): string {
    return this.current;
  }

  /**
   * Applies edits whose spans are offsets in the present text.
   * @throws RangeError as `applyEdits` does
   */
  apply(edits: readonly TextEdit[]): void {
    this.current = applyEdits(this.current, edits);
    const cut = new PieceCutter(this.pieces);
    const pieces: Piece[] = [];
    const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    for (const { span, newText } of ordered) {
      pieces.push(...cut.upTo(span.start), { added: newText });
      cut.upTo(span.end);
    }
    this.pieces = [...pieces, ...cut.upTo(Number.POSITIVE_INFINITY)];
  }

  /** The edits that make the present text from the first one, in order and apart from each other. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let added = '';
    const close = (end: number) => {
      if (end > at || added !== '') edits.push({ span: { start: at, end }, newText: added });
      added = '';
    };
    for (const piece of this.pieces) {
      if ('added' in piece) added += piece.added;
      else if (piece.kept.end > piece.kept.start) {
        close(piece.kept.start);
        at = piece.kept.end;
      }
    }
    close(this.original.length);
    return edits;
  }
}

/** Hands out pieces from the left, cut where need be. */
class PieceCutter {
  private next = 0;
  /** How much of the next piece has been handed out. */
  private used = 0;
  private at = 0;

  constructor(private readonly pieces: readonly Piece[]) {}

  /** The pieces from where the last call ended to an offset of the present text. */
  upTo(offset: number): Piece[] {
    const out: Piece[] = [];
    for (let piece = this.pieces[this.next]; piece && this.at < offset; piece = this.pieces[this.next]) {
      const length = 'added' in piece ? piece.added.length : piece.kept.end - piece.kept.start;
      const end = Math.min(length, this.used + offset - this.at);
      out.push(slice(piece, this.used, end));
      this.at += end - this.used;
      this.used = end === length ? 0 : end;
      if (end === length) this.next++;
    }
    return out;
  }
}

function slice(piece: Piece, start: number, end: number): Piece {
  return 'added' in piece
    ? { added: piece.added.slice(start, end) }
    : { kept: { start: piece.kept.start + start, end: piece.kept.start + end } };
}
