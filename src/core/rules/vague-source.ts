import { findDates } from '../figures';
import type { SourceNote } from '../report/report';
import { arePeople, isOnlyCounted, namesNobody } from '../report/vague';
import { overlaps, type Span } from '../text/span';
import { nameSourceFix } from './cite-fix';
import type { Reading } from './reading';
import type { Found, Rule } from './rule';

export const vagueSource: Rule = {
  id: 'vague-source',
  family: 'verification',
  severity: 'information',
  summary: 'A source that names nobody: “multiple sources”, “industry insiders”, “third-party analysts”.',
  *check(reading) {
    for (const note of reading.report.sources) {
      if (isVague(note) && !isCaveat(reading, note)) yield found(reading, note.text, note.span);
      else
        for (const words of vagueAmong(note)) {
          const start = reading.report.text.indexOf(words, note.span.start);
          const span = { start, end: start + words.length };
          if (start >= 0 && overlaps(span, note.span)) yield found(reading, words, span);
        }
    }
    for (const block of reading.report.blocks) {
      if (block.kind !== 'footnote' || !namesNobody(withoutDate(block.prose.text))) continue;
      const span = block.prose.toSpan({ start: 0, end: block.prose.text.length });
      yield found(reading, block.prose.text, span);
    }
  },
};

function found(reading: Reading, words: string, span: Span): Found {
  return {
    span,
    message: `“${words.trim()}” names nobody. Say who stated it, or which document.`,
    fixes: [nameSourceFix(reading, span)],
  };
}

/** "Sundby's clarification; industry sources": people who are not named, beside a source that is. */
function vagueAmong({ kind, names, text }: SourceNote): string[] {
  if (names.length === 0 || (kind !== 'line' && kind !== 'cell')) return [];
  const [first = '', ...more] = text.slice(0, LONGEST_LINE).split(/;\s+/);
  if (more.length === 0) return [];
  return [first, ...more]
    .map(words => words.replace(/[\s.]+$/, ''))
    .filter(words => namesNobody(words) && arePeople(words));
}

/** A longer one has lost its line breaks. */
const LONGEST_LINE = 400;

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
