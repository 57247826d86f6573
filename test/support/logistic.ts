// Logistic regression: how much each sign adds to the logarithm of the odds.

export interface Example {
  /** How much of each sign it shows; one that is left out it does not show. */
  readonly signs: ReadonlyMap<string, number>;
  readonly holds: boolean;
}

/** Keeps the weights of rare signs small: what a weight of 1 costs, for a sign of unit spread. */
const RIDGE = 1;
const MOST_STEPS = 100;
const CLOSE = 1e-9;

/**
 * The weights that make the examples likeliest, by Newton's method, with a ridge on the signs' standard scores.
 * @returns by sign, and the logarithm of the odds without any as `none`
 */
export function fitLogistic(examples: readonly Example[]): ReadonlyMap<string, number> {
  const names = [...new Set(examples.flatMap(({ signs }) => [...signs.keys()]))];
  const spreads = names.map(name => spreadOf(examples.map(({ signs }) => signs.get(name) ?? 0)));
  const rows = examples.map(({ signs }) => [
    ...names.map((name, i) => (signs.get(name) ?? 0) / at(spreads, i)),
    1,
  ]);
  const size = names.length + 1;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const ridge = (i: number): number => (i < names.length ? RIDGE : 0);
    const slope = weights.map((weight, i) => ridge(i) * weight);
    const curve = weights.map((_, i) => weights.map((_, j) => (i === j ? ridge(i) : 0)));
    rows.forEach((row, n) => {
      const likely = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * at(weights, i), 0)));
      const off = likely - (examples[n]?.holds ? 1 : 0);
      row.forEach((value, i) => {
        if (value === 0) return;
        slope[i] = at(slope, i) + off * value;
        const line = curve[i] ?? [];
        row.forEach((other, j) => {
          line[j] = at(line, j) + likely * (1 - likely) * value * other;
        });
      });
    });
    const change = solve(curve, slope);
    weights = weights.map((weight, i) => weight - at(change, i));
    if (change.every(one => Math.abs(one) < CLOSE)) break;
  }
  return new Map([
    ['none', at(weights, names.length)],
    ...names.map((name, i): [string, number] => [name, at(weights, i) / at(spreads, i)]),
  ]);
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance) || 1;
}

/** Solves a system of linear equations with a positive definite matrix, by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, at(right, i)]);
  const size = rows.length;
  for (const [i, pivot] of rows.entries())
    for (const [j, row] of rows.entries()) {
      if (j === i) continue;
      const factor = at(row, i) / at(pivot, i);
      for (let k = i; k <= size; k++) row[k] = at(row, k) - factor * at(pivot, k);
    }
  return rows.map((row, i) => at(row, size) / at(row, i));
}

function at(values: readonly number[], i: number): number {
  return values[i] ?? 0;
}
