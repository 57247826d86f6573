// Chooses fixes that can be applied together.
import type { TextEdit } from '../text/edits';
import { firstFrom } from '../text/scopes';
import type { Span } from '../text/span';
import type { Finding, Fix } from './rule';

/** A fix that needs nothing but to be applied. */
export type EditFix = Extract<Fix, { readonly kind: 'edits' }>;

/** The fix that is to be applied for a finding; undefined leaves the finding as it is. */
export type ChooseFix = (finding: Finding) => EditFix | undefined;

export const certainFix: ChooseFix = ({ fixes }) =>
  fixes.find((fix): fix is EditFix => fix.kind === 'edits' && fix.certain);

/** The first fix that needs no reader, certain or not. */
export const firstFix: ChooseFix = ({ fixes }) => fixes.find(fix => fix.kind === 'edits');

export interface ChosenFix {
  readonly finding: Finding;
  readonly fix: EditFix;
}

/**
 * The chosen fixes of findings, in their order, without those that would touch the text of an earlier one: where two
 * meet, what the second does may no longer hold after the first.
 */
export function chooseFixes(findings: readonly Finding[], choose: ChooseFix): ChosenFix[] {
  const taken: Span[] = [];
  return findings.flatMap(finding => {
    const fix = choose(finding);
    if (!fix || fix.edits.length === 0 || fix.edits.some(({ span }) => touchesAny(taken, span))) return [];
    for (const { span } of fix.edits) taken.splice(placeOf(taken, span), 0, span);
    return { finding, fix };
  });
}

/** The edits of all chosen fixes. */
export function editsOf(chosen: readonly ChosenFix[]): TextEdit[] {
  return chosen.flatMap(({ fix }) => fix.edits);
}

/** True when a span shares a place, or only an end, with one of the others, which are in order. */
function touchesAny(taken: readonly Span[], span: Span): boolean {
  const after = taken[placeOf(taken, span)];
  const before = taken[placeOf(taken, span) - 1];
  return (
    (after !== undefined && after.start <= span.end) || (before !== undefined && before.end >= span.start)
  );
}

function placeOf(taken: readonly Span[], { start }: Span): number {
  return firstFrom(taken, start, one => one.start);
}
