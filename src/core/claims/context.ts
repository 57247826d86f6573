// The words around a figure by which two mentions are known for one claim.
//
// Two equal-looking amounts in a report are mostly two claims: in well-edited annual reports a rule that goes by digits
// alone fires dozens of times, one that asks for shared context words hardly ever.

import { eventScopes } from '../report/events';
import type { Event, PlacedFigure, Report } from '../report/report';
import { flat } from '../text/lists';
import type { Scopes } from '../text/scopes';
import type { Mention } from './claim';
import { proseOf } from './spot';
import { contentWords } from './stems';

const WINDOW = 220;

/** Content words as stems; a name counts like any other word. */
export type Context = ReadonlySet<string>;

export class ContextReader {
  private readonly events: Scopes<Event>;
  private readonly known = new Map<Mention, Context>();

  constructor(report: Report) {
    this.events = eventScopes(report.events);
  }

  /** The content words of a mention's sentence, row, header, event title and heading. */
  of(mention: Mention): Context {
    const known = this.known.get(mention);
    if (known) return known;
    const { figure } = mention;
    const texts = [
      ...ownWords(figure),
      this.events.innermost(figure.span)?.title ?? '',
      figure.section.title,
    ];
    const context = new Set(flat(texts, contentWords));
    this.known.set(mention, context);
    return context;
  }

  /** How many content words two mentions share. */
  shared(a: Mention, b: Mention): number {
    const [few, many] = [this.of(a), this.of(b)].sort((x, y) => x.size - y.size);
    let count = 0;
    for (const word of few ?? []) if (many?.has(word)) count++;
    return count;
  }
}

function ownWords(figure: PlacedFigure): string[] {
  const prose = proseOf(figure);
  const start = prose.fromSource(figure.span.start);
  const from = Math.max(prose.fromSource(figure.sentence.start), start - WINDOW);
  const to = Math.min(prose.fromSource(figure.sentence.end), start + WINDOW);
  const sentence = prose.text.slice(from, to);
  if (!figure.cell) return [sentence];
  const { row, table, column, caption } = figure.cell;
  const label = row.cells.slice(0, Math.min(2, column)).map(cell => cell.prose.text.slice(0, WINDOW));
  return [
    sentence,
    ...label,
    table.header.cells[column]?.prose.text.slice(0, WINDOW) ?? '',
    caption.slice(0, WINDOW),
  ];
}
