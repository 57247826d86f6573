// Tells a report draft from other Markdown files, so that READMEs, changelogs and notes are left alone.

import { flat } from '../text/lists';
import type { Report } from './report';

/** Fewer figures than this leave nothing to compare. */
const FIGURES_NEEDED = 4;
const POINTS_NEEDED = 4;

/**
 * True when a text has several figures that can be checked, and enough of what reports have and other files rarely
 * do: parts of a report, sources of its figures, caveats. In doubt it is false, because whoever writes a report can
 * ask for the check, and whoever writes something else should not be troubled.
 */
export function readsAsReport(report: Report): boolean {
  const figures = report.figures.filter(figure => !figure.spelled);
  return figures.length >= FIGURES_NEEDED && partPoints(report) + backingPoints(report) >= POINTS_NEEDED;
}

/** Parts count in full when they carry what only reports give them: sources, positions, levels of confidence. */
function partPoints(report: Report): number {
  const { events, metrics, players, judgments, predictions, decisions, questions } = report;
  const graded = (part: { readonly confidence: string | undefined }) => part.confidence !== undefined;
  return (
    points(events, event => event.source !== undefined || event.drivers !== undefined) +
    (metrics.length >= 2 ? 2 : 0) +
    (players.some(player => player.position ?? player.interests) ? 2 : 0) +
    points(judgments, graded) +
    points(predictions, part => graded(part) || part.horizon !== undefined) +
    (decisions.length + questions.length > 0 ? 1 : 0)
  );
}

function points<T>(parts: readonly T[], isTelling: (part: T) => boolean): number {
  if (parts.length === 0) return 0;
  return parts.some(isTelling) ? 2 : 1;
}

/**
 * Links do not count, because every kind of page has them; nor does "X says", nor a footnote without a definition or a
 * lone citation key, which a page about writing may show.
 */
function backingPoints({ blocks, sources, caveats, figures }: Report): number {
  const hasFootnotes = blocks.some(block => block.kind === 'footnote');
  const keys = new Set(
    flat(sources, note => (note.kind === 'citation' ? note.names.map(({ key }) => key) : [])),
  );
  const notes = sources.filter(({ kind, names }) => {
    if (kind === 'footnote') return hasFootnotes;
    if (kind === 'citation') return keys.size > 1;
    return (kind === 'line' || kind === 'cell') && names.length > 0;
  });
  const business = figures.filter(({ quantity }) => quantity.kind === 'money' || quantity.kind === 'percent');
  return (
    Math.min(notes.length, 3) + (caveats.length > 0 ? 1 : 0) + (business.length >= FIGURES_NEEDED ? 1 : 0)
  );
}
