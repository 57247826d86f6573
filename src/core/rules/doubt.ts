// From when a likely conflict is sure enough to be shown with its rule's own severity.
import { agreeOnCircumstances, type Mention, periodRelation, shareSubject } from '../claims';

/** A logarithm of odds, near 3 to 1. Below it about every second such finding is none, in reports that nobody has tuned for. */
const SURE = 1;

/**
 * True when it is far from sure that two mentions make one claim.
 * @param odds the logarithm of the odds that they do, and that one of them is a slip
 */
export function isDoubtful(odds: number, a: Mention, b: Mention): boolean {
  return isOfTwoMeasures(a, b) || (odds < SURE && !nameOneClaim(a, b));
}

/** "Revenue", "operating profit": words that may be of one thing, but mostly are not. */
function isOfTwoMeasures(a: Mention, b: Mention): boolean {
  return a.measure !== undefined && b.measure !== undefined && a.measure !== b.measure;
}

/** Of one subject, measure and period, as the words right beside both tell. */
function nameOneClaim(a: Mention, b: Mention): boolean {
  return (
    a.measure !== undefined &&
    a.measure === b.measure &&
    shareSubject(a, b) &&
    a.dated &&
    b.dated &&
    periodRelation(a, b) === 'same' &&
    agreeOnCircumstances(a, b)
  );
}
