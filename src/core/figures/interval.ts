// Interval arithmetic: the one place where values are compared.
//
// Ends are inclusive; an end may be infinite. Whoever writes "over 30" rarely means "not 30.0001 away from it", so
// openness is not modelled: intervals that touch can be the same value.

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export function exactly(value: number): Interval {
  return { low: value, high: value };
}

/** True when the two intervals have a value in common, allowing for the last bits of floating-point arithmetic. */
export function meets(a: Interval, b: Interval): boolean {
  return a.low <= b.high + slack(b.high) && b.low <= a.high + slack(a.high);
}

function slack(end: number): number {
  return Number.isFinite(end) ? Math.abs(end) * 1e-9 : 0;
}
