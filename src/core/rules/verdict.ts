// What the attached sources make of a figure.
import type { Mention } from '../claims';
import type { Evidence, FigureEvidence } from '../sources/evidence';
import { needsBacking } from './backing';
import { isDerived } from './derived';
import type { Reading } from './reading';

export type Verdict = 'backed' | 'contradicted' | 'not-found' | 'no-source';

/** What a verdict is called, in the order in which they are told. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  backed: 'backed',
  contradicted: 'contradicted',
  'not-found': 'not found in its source',
  'no-source': 'no source',
};

/** A figure that needs a source, with what the attached ones say of it. */
export interface Judged {
  readonly mention: Mention;
  readonly verdict: Verdict;
  readonly evidence: FigureEvidence;
}

/**
 * A verdict on every figure that states a checkable fact, and on plans and the like that a source states too; in text
 * order. None when nothing is attached.
 */
export function judgeFigures(reading: Reading): readonly Judged[] {
  const { evidence } = reading;
  if (!evidence) return [];
  return reading.mentions
    .map(mention => ({ mention, verdict: verdictOn(reading, mention), evidence: evidence.of(mention) }))
    .filter(
      ({ mention, verdict }) =>
        (verdict === 'backed' && !mention.figure.spelled) || needsBacking(reading, mention),
    );
}

function verdictOn(reading: Reading, mention: Mention): Verdict {
  if (contradictions(reading, mention).length > 0) return 'contradicted';
  if ((reading.evidence?.of(mention).same.length ?? 0) > 0) return 'backed';
  return isMissing(reading, mention) ? 'not-found' : 'no-source';
}

/** The passages that contradict a figure that states a fact; the best first. */
export function contradictions(reading: Reading, mention: Mention): readonly Evidence[] {
  if (!reading.evidence || !needsBacking(reading, mention)) return [];
  return reading.evidence.of(mention).other;
}

/** True when all that a figure cites is attached, and none of it states the figure in any way. */
export function isMissing(reading: Reading, mention: Mention): boolean {
  const { evidence } = reading;
  if (!evidence || !needsBacking(reading, mention) || mention.figure.spelled) return false;
  const { documents, isComplete } = evidence.citedBy(mention);
  if (!isComplete || documents.some(document => evidence.isStatedIn(document, mention))) return false;
  return evidence.of(mention).same.length === 0 && !isDerived(reading, mention);
}
