// Finds what a PDF repeats at the top and the foot of its pages: titles, page numbers, notices.
import type { PdfLine } from './pdfLines';

/** How many lines at each end of a page are looked at. */
const AT_EACH_END = 2;
/** On how many pages a line must stand. */
const FEWEST_PAGES = 3;

/** The pages without such lines. What is set larger than `largest` is a heading, however often it comes. */
export function withoutRunningLines(
  pages: readonly (readonly PdfLine[])[],
  largest: number,
): readonly (readonly PdfLine[])[] {
  const counts = new Map<string, number>();
  const ends = pages.map((lines, page) => endsOf(lines, page, largest));
  for (const keys of ends)
    for (const key of new Set(keys.values())) counts.set(key, (counts.get(key) ?? 0) + 1);
  return pages.map((lines, page) =>
    lines.filter(line => (counts.get(ends[page]?.get(line) ?? '') ?? 0) < FEWEST_PAGES),
  );
}

/** The lines at both ends of a page, with what they have in common with those of other pages. */
function endsOf(lines: readonly PdfLine[], page: number, largest: number): ReadonlyMap<PdfLine, string> {
  const ordered = lines.toSorted((a, b) => b.y - a.y);
  const ends = [...ordered.slice(0, AT_EACH_END), ...ordered.slice(-AT_EACH_END)];
  return new Map(ends.filter(({ size }) => size < largest).map(line => [line, keyOf(line, page)]));
}

/** The same for lines at one height that differ in their page number alone, and for no others. */
function keyOf({ text, y }: PdfLine, page: number): string {
  return `${Math.round(y / 4)} ${text.replace(/^\d{1,5}|\d{1,5}$/, number => `#${Number(number) - page}`)}`;
}
