// Finds the end of the clause in which a figure stands: the place for its citation.
import type { Block } from '../markdown/block';
import { type InlineMark, OBJECT, type Prose } from '../markdown/prose';
import type { PlacedFigure, Report } from '../report/report';
import { firstFrom } from '../text/scopes';
import { contains, type Span } from '../text/span';

/** The prose that holds a figure; `end` is where it ends in the source, closing marks included. */
export interface ClausePlace {
  readonly prose: Prose;
  readonly end: number;
}

/**
 * The source offset after the clause that holds a figure: before the next punctuation or the end of its line or
 * cell, and before the next figure. A citation inserted there stands in no word, code, link or pair of marks.
 * Undefined when no prose holds the figure.
 */
export function clauseEnd(report: Report, figure: Span): number | undefined {
  const place = placeOf(report, figure);
  return place && sourceEnd(report.text, place, figure, proseEnd(report, place.prose, figure));
}

/** True when a link, footnote, citation or "(Source: …)" stands at the figure itself or at the end of its clause. */
export function citedAt(report: Report, figure: Span): boolean {
  const place = placeOf(report, figure);
  if (!place) return false;
  const { prose } = place;
  const start = prose.fromSource(figure.start);
  const end = proseEnd(report, prose, figure);
  const after = prose.text.slice(end, end + 40);
  if (/^\s*[([（［]\s*Sources?\s?[:：]\s*[\p{L}\p{N}]/iu.test(after)) return true;
  const opened = end + (/^\s*[(（]?\s*/.exec(after)?.[0].length ?? 0);
  // A note after the full stop speaks for the sentence, one before it or after a comma for the figure.
  const passed = end + (/^\s*[,;:，；：]?/.exec(after)?.[0].length ?? 0);
  return marksFrom(prose, figure.start).some(mark => {
    if (mark.kind === 'strong') return false;
    if (mark.kind === 'link')
      return mark.at.start === opened || (mark.at.start <= start && start < mark.at.end);
    return mark.at.start >= start && mark.at.start <= passed;
  });
}

/** The prose of the block or cell in which a span starts. */
function placeOf(report: Report, span: Span): ClausePlace | undefined {
  const { own } = figuresAt(report, span);
  const block = own?.block ?? lastStartingBy(report.blocks, span.start);
  if (!block || span.start >= block.span.end) return undefined;
  if (block.kind !== 'table') return { prose: block.prose, end: block.span.end };
  const row = own?.cell?.row ?? lastStartingBy([block.header, ...block.rows], span.start);
  const cell = own?.cell?.cell ?? (row && lastStartingBy(row.cells, span.start));
  return cell && span.start < cell.span.end ? { prose: cell.prose, end: cell.span.end } : undefined;
}

/** The last of the parts, which are in text order, that starts at or before an offset. */
function lastStartingBy<T extends Pick<Block, 'span'>>(parts: readonly T[], offset: number): T | undefined {
  return parts[firstFrom(parts, offset + 1, part => part.span.start) - 1];
}

// Full stops end sentences only, and sentences are known already; a comma or colon between digits is part of a number.
const CLAUSE_END = /[;()（）；，：。！？、—|\n]|(?<!\d),|,(?!\d|\s\d{4}\b)|:(?!\d)|\s[–-]\s/u;

/** Offset in the prose after the last word of the clause; the end of the span itself where it is no figure. */
function proseEnd(report: Report, prose: Prose, figure: Span): number {
  const figureEnd = prose.fromSource(figure.end - 1) + 1;
  const { own, next } = figuresAt(report, figure);
  if (!own) return figureEnd;
  const limit = Math.max(figureEnd, prose.fromSource(own.sentence.end - 1) + 1);
  const sharesProse = own && next && own.block === next.block && own.cell?.cell === next.cell?.cell;
  const nextStart = sharesProse ? prose.fromSource(next.span.start) : limit;
  const rest = prose.text.slice(figureEnd, Math.min(limit, nextStart));
  const stop = CLAUSE_END.exec(rest)?.index ?? rest.length;
  const object = rest.slice(0, stop).indexOf(OBJECT);
  // What is glued to code or an address belongs to it.
  const words = object < 0 ? rest.slice(0, stop) : withoutEnd(rest.slice(0, object), /\S/);
  const isCut = stop === rest.length && nextStart < limit;
  // With another figure in the clause, the citation goes right behind this one's own word.
  const clause = isCut ? (/^[^\s*_~`[\]<>\\]*/.exec(words)?.[0] ?? '') : withoutFullStop(words);
  return figureEnd + clause.length;
}

/** Without the end of the sentence; the last point of "U.S." stays. */
function withoutFullStop(words: string): string {
  const trimmed = withoutEnd(words, /[\s\\]/);
  if (/(?:^|[\s.])\p{L}\.$/u.test(trimmed.slice(-3))) return trimmed;
  const quoted = withoutEnd(trimmed, /["”’»]/);
  const isStop = /[.!?…]$/.test(quoted.slice(-1));
  return isStop ? withoutEnd(quoted, /[.!?…]/) : trimmed;
}

/** Without the characters at the end that match. */
function withoutEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

/** The figure at a span and the one after it. */
function figuresAt(
  report: Report,
  span: Span,
): { own: PlacedFigure | undefined; next: PlacedFigure | undefined } {
  const { figures } = report;
  const after = firstFrom(figures, span.end, figure => figure.span.start);
  const own = figures[after - 1];
  return { own: own && contains(own.span, span) ? own : undefined, next: figures[after] };
}

/** From the end of the clause in the prose to the source, past the marks that close there. */
function sourceEnd(text: string, { prose, end }: ClausePlace, figure: Span, proseOffset: number): number {
  let at = prose.toSource(proseOffset - 1) + 1;
  const gapEnd = proseOffset < prose.text.length ? prose.toSource(proseOffset) : end;
  const entity = text[at - 1] === '&' ? /^[#\w]+;/.exec(text.slice(at, at + 40))?.[0].length : undefined;
  at += entity ?? 0;
  for (const mark of marksFrom(prose, figure.start)) {
    at = pastClosers(text, at, gapEnd);
    if (closesAt(mark, text, at, gapEnd)) at = mark.span.end;
  }
  return pastClosers(text, at, gapEnd);
}

/** True for a link around the place, strong emphasis that ends there, and a reference that starts there. */
function closesAt(mark: InlineMark, text: string, at: number, gapEnd: number): boolean {
  const { start, end } = mark.span;
  if (mark.kind === 'link') return start < at && at < end;
  if (end <= at || end > gapEnd) return false;
  if (mark.kind === 'strong') return start < at && /^[*_]+$/.test(text.slice(at, end));
  return start === at;
}

const SPACE = /\s/;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** Past the emphasis marks that can only close (CommonMark: not left-flanking). */
function pastClosers(text: string, at: number, end: number): number {
  let after = at;
  while (after < end && /[*_~]/.test(text[after] ?? '')) after++;
  if (after === at) return at;
  const next = after < text.length ? (text[after] ?? ' ') : ' ';
  const closes = SPACE.test(next) || (PUNCTUATION.test(next) && !PUNCTUATION.test(text[at - 1] ?? ' '));
  return closes ? after : at;
}

/** The marks from a source offset on, with the few before it that may still be open there. */
function marksFrom({ marks }: Prose, offset: number): readonly InlineMark[] {
  const first = firstFrom(marks, offset, mark => mark.span.start);
  return marks.slice(Math.max(0, first - 4), first + 40);
}
