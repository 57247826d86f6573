import type { SourceNote } from '../report/report';
import { namesNobody } from '../report/vague';
import { citeFix } from './cite-fix';
import type { Rule } from './rule';

export const vagueSource: Rule = {
  id: 'vague-source',
  family: 'verification',
  severity: 'information',
  summary: 'A source that names nobody: “multiple sources”, “industry insiders”, “third-party analysts”.',
  *check(reading) {
    for (const note of reading.report.sources) {
      if (!isVague(note)) continue;
      yield {
        span: note.span,
        message: `“${note.text.trim()}” names nobody. Say who stated it, or which document.`,
        fixes: [citeFix(reading, note.span)],
      };
    }
  },
};

function isVague(note: SourceNote): boolean {
  if (note.names.length > 0 || note.kind === 'footnote' || note.kind === 'citation' || note.kind === 'link')
    return false;
  return namesNobody(note.text.replace(/[(（][^()（）]{0,300}[)）]/g, ' '));
}
