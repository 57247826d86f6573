// Which finding stands where two rules speak of one place.
import { firstFrom } from '../text/scopes';
import { overlaps, type Span } from '../text/span';
import type { Finding } from './rule';

/** By rule: the rules that it goes before at one place. The other finding becomes related information of its own. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  'source-contradicts': ['uncited-figure', 'not-in-source'],
  'magnitude-conflict': [
    'sum-mismatch',
    'value-conflict',
    'share-mismatch',
    'growth-mismatch',
    'uncited-figure',
  ],
  'value-conflict': ['uncited-figure'],
  'sum-mismatch': ['value-conflict', 'qualifier-conflict', 'growth-mismatch'],
  'share-mismatch': ['sum-mismatch', 'value-conflict', 'implausible-value', 'qualifier-conflict'],
  'growth-mismatch': ['value-conflict', 'qualifier-conflict'],
  'unit-kind': [
    'growth-mismatch',
    'value-conflict',
    'magnitude-conflict',
    'implausible-value',
    'missing-currency',
    'share-mismatch',
    'sum-mismatch',
  ],
  'date-conflict': ['range-reversed'],
  'malformed-quantity': [
    'untranslated-unit',
    'missing-currency',
    'unit-style',
    'range-reversed',
    'magnitude-conflict',
    'value-conflict',
    'sum-mismatch',
    'share-mismatch',
  ],
  'untranslated-unit': ['untranslated-text', 'unit-style', 'missing-currency'],
};

/** The findings without those that another rule speaks for; in text order, as they come. */
export function withPrecedence(findings: readonly Finding[]): Finding[] {
  const longest = findings.reduce((most, { span }) => Math.max(most, span.end - span.start), 0);
  const losers = new Map<Finding, Finding>();
  for (const finding of findings) {
    const goesBefore = BEFORE[finding.rule];
    if (!goesBefore) continue;
    for (const other of near(findings, finding.span, longest)) {
      if (!goesBefore.includes(other.rule) || !overlaps(other.span, finding.span)) continue;
      if (isSurer(other, finding)) losers.set(finding, other);
      else losers.set(other, finding);
    }
  }
  for (const conflict of findings) {
    const winner = EXPLAINED.has(conflict.rule) ? explains(findings, conflict, longest) : undefined;
    if (winner) losers.set(conflict, winner);
  }
  const spoken = new Map<Finding, Finding[]>();
  for (const [loser, winner] of losers) spoken.set(winner, [...(spoken.get(winner) ?? []), loser]);
  return findings.flatMap(finding => {
    if (losers.has(finding)) return [];
    const also = spoken.get(finding) ?? [];
    if (also.length === 0) return [finding];
    const related = also.map(({ span, message }) => ({ span, message }));
    return [{ ...finding, related: [...finding.related, ...related] }];
  });
}

/** Of two conflicts of one figure with others, the one that is sure goes before the one that is not. */
function isSurer(one: Finding, other: Finding): boolean {
  return (
    CONFLICTS.has(one.rule) &&
    CONFLICTS.has(other.rule) &&
    one.severity === 'error' &&
    other.severity !== 'error'
  );
}

/** The finding at the other one of two values in conflict that tells what is wrong there: then this one is right. */
function explains(
  findings: readonly Finding[],
  { rule, related }: Finding,
  longest: number,
): Finding | undefined {
  return related
    .flatMap(({ span }) => near(findings, span, longest).filter(other => overlaps(other.span, span)))
    .find(other => BEFORE[other.rule]?.includes(rule));
}

const CONFLICTS = new Set(['value-conflict', 'magnitude-conflict']);
/** What another finding may explain: a change in a row is right where the wrong total of its column is not. */
const EXPLAINED = new Set([...CONFLICTS, 'growth-mismatch', 'share-mismatch']);

const MOST_NEIGHBOURS = 40;

function near(findings: readonly Finding[], span: Span, longest: number): readonly Finding[] {
  const from = firstFrom(findings, span.start - longest, finding => finding.span.start);
  const to = firstFrom(findings, span.end, finding => finding.span.start);
  return findings.slice(Math.max(from, to - MOST_NEIGHBOURS), to);
}
