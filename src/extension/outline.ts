// The outline of a report as data. Headings with Markdown's mark are left out, and parts that have one as their title: the
// editor's own outline shows them.
import type { Report, Section, Span } from '../core';
import { Cover } from '../core/text/cover';
import { contains } from '../core/text/span';

export interface Outlined {
  readonly kind: 'section' | 'event' | 'player' | 'judgment';
  readonly name: string;
  readonly detail: string;
  /** Holds `titleSpan` and the spans of all children. */
  readonly span: Span;
  readonly titleSpan: Span;
  readonly children: readonly Outlined[];
}

interface Growing extends Outlined {
  readonly children: Growing[];
}

/** Recovered sections, events, introduced players and judgments, each under the innermost one that holds it. */
export function outlineOf(report: Report): readonly Outlined[] {
  const { players, judgments } = report;
  const headings = markedHeadings(report);
  const introduced = players.filter(({ position, interests }) => position ?? interests);
  const items: Growing[] = [
    ...recoveredSections(report).map(({ section, span }) =>
      item('section', section.title, '', span, section.heading?.span ?? span),
    ),
    ...report.events.map(({ title, date, span, titleSpan }) => item('event', title, date, span, titleSpan)),
    ...introduced.map(({ name, span }) => item('player', name, '', span, span)),
    ...judgments.map(({ text, confidence, span }) => item('judgment', text, confidence, span, span)),
  ]
    .filter(({ titleSpan: { start } }) => !headings.covers({ start, end: start }))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const roots: Growing[] = [];
  const path: Growing[] = [];
  for (const one of items) {
    while (path.length > 0 && !holds(path.at(-1), one)) path.pop();
    (path.at(-1)?.children ?? roots).push(one);
    path.push(one);
  }
  return roots;
}

/** What the editor cannot fold by Markdown's marks: events and recovered sections. */
export function foldsOf(report: Report): readonly Span[] {
  const headings = markedHeadings(report);
  const events = report.events.filter(({ span: { start } }) => !headings.covers({ start, end: start }));
  return [...events, ...recoveredSections(report)].map(({ span }) => trimmed(report.text, span));
}

function markedHeadings({ sections }: Report): Cover {
  return new Cover(sections.flatMap(({ heading }) => (heading && heading.level > 0 ? heading.span : [])));
}

function item(
  kind: Outlined['kind'],
  name: string,
  detail: string | undefined,
  span: Span,
  titleSpan: Span,
): Growing {
  // The editor refuses symbols without a name, and those whose title lies outside.
  const whole = contains(span, titleSpan) ? span : titleSpan;
  return { kind, name: name.trim() || '…', detail: detail ?? '', span: whole, titleSpan, children: [] };
}

function holds(outer: Outlined | undefined, inner: Outlined): boolean {
  return outer !== undefined && contains(outer.span, inner.span);
}

/** Sections whose heading had lost its mark, up to the next heading that is no deeper. */
function recoveredSections({ sections, text }: Report): { readonly section: Section; readonly span: Span }[] {
  const recovered: { section: Section; span: Span }[] = [];
  const open: Section[] = [];
  const close = (depth: number, end: number) => {
    for (let last = open.at(-1); last && last.depth >= depth; last = open.at(-1)) {
      open.pop();
      if (last.heading?.level === 0)
        recovered.push({ section: last, span: { start: last.heading.span.start, end } });
    }
  };
  for (const section of sections) {
    close(section.depth, section.heading?.span.start ?? section.span.start);
    open.push(section);
  }
  close(0, text.length);
  return recovered;
}

function trimmed(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
