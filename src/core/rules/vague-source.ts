import { findDates } from '../figures';
import type { SourceNote } from '../report/report';
import { isOnlyCounted, namesNobody } from '../report/vague';
import { overlaps } from '../text/span';
import { nameSourceFix } from './cite-fix';
import type { Reading } from './reading';
import type { Rule } from './rule';

export const vagueSource: Rule = {
  id: 'vague-source',
  family: 'verification',
  severity: 'information',
  summary: 'A source that names nobody: “multiple sources”, “industry insiders”, “third-party analysts”.',
  *check(reading) {
    for (const note of reading.report.sources) {
      if (!isVague(note) || isCaveat(reading, note)) continue;
      yield {
        span: note.span,
        message: `“${note.text.trim()}” names nobody. Say who stated it, or which document.`,
        fixes: [nameSourceFix(reading, note.span)],
      };
    }
    for (const block of reading.report.blocks) {
      if (block.kind !== 'footnote' || !namesNobody(withoutDate(block.prose.text))) continue;
      const span = block.prose.toSpan({ start: 0, end: block.prose.text.length });
      yield {
        span,
        message: `“${block.prose.text.trim()}” names nobody. Say who stated it, or which document.`,
        fixes: [nameSourceFix(reading, span)],
      };
    }
  },
};

/** "Various reports, May 2026" names nobody either. */
function withoutDate(text: string): string {
  return findDates(text).reduceRight(
    (rest, { span }) => rest.slice(0, span.start) + rest.slice(span.end),
    text,
  );
}

/** In prose, a caveat's own words are the business of unverified-figure. */
function isCaveat(reading: Reading, note: SourceNote): boolean {
  const caveat = note.kind === 'attribution' ? reading.caveatAt(note.span) : undefined;
  return caveat !== undefined && overlaps(caveat.span, note.span);
}

function isVague(note: SourceNote): boolean {
  if (note.names.length > 0 || note.kind === 'footnote' || note.kind === 'citation' || note.kind === 'link')
    return false;
  const text = note.text.replace(/[(（][^()（）]{0,300}[)）]/g, ' ');
  return namesNobody(text) || isOnlyCounted(text);
}
