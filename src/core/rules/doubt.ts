// From when a likely finding is sure enough to be shown with its rule's own severity.

/** A logarithm of odds, near 3 to 1. Below it about every second such finding is none, in reports that nobody has tuned for. */
const SURE = 1;

/** True when the logarithm of the odds that a finding is right leaves much doubt. */
export function isDoubtful(odds: number): boolean {
  return odds < SURE;
}
