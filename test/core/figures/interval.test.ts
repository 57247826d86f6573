// The rules of interval arithmetic, and what words allow.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import {
  add,
  divide,
  exactSum,
  findFigures,
  hull,
  type Interval,
  meets,
  multiply,
  subtract,
} from '../../../src/core/figures';

const finite = fc.integer({ min: -1e9, max: 1e9 }).map(value => value / 1000);
const interval = fc
  .tuple(finite, finite)
  .map(([a, b]): Interval => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const within = (share: number, { low, high }: Interval) => low + share * (high - low);
const holds = ({ low, high }: Interval, value: number) =>
  value >= low - slack(low) && value <= high + slack(high);
const slack = (end: number) => Math.abs(end) * 1e-9 + 1e-6;
const range = (text: string) => findFigures(text)[0]?.quantity.range;

describe('intervals', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('hold every sum, difference and product of what they hold', () => {
    fc.assert(
      fc.property(interval, interval, share, share, (a, b, i, j) => {
        const [x, y] = [within(i, a), within(j, b)];
        ok(holds(add(a, b), x + y));
        ok(holds(subtract(a, b), x - y));
        const products = multiply(a, b);
        ok(
          x * y >= products.low - Math.abs(x * y) * 1e-9 - 1 &&
            x * y <= products.high + Math.abs(x * y) * 1e-9 + 1,
        );
      }),
    );
  });

  it('hold every quotient, and are without end where the divisor may be zero', () => {
    fc.assert(
      fc.property(interval, interval, share, share, (a, b, i, j) => {
        const [x, y] = [within(i, a), within(j, b)];
        const { low, high } = divide(a, b);
        if (y !== 0)
          ok(x / y >= low - Math.abs(x / y) * 1e-9 - 1e-9 && x / y <= high + Math.abs(x / y) * 1e-9 + 1e-9);
      }),
    );
  });

  it('meet exactly when they share a value, whichever comes first', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        equal(meets(a, b), meets(b, a));
        ok(meets(a, a) && meets(a, hull(a, b)));
      }),
    );
  });

  it('add money without the surprises of binary fractions', () => {
    equal(exactSum([0.1, 0.2]), 0.3);
    equal(exactSum([1.1, 2.2, 3.3]), 6.6);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 30 }), cents => {
        equal(exactSum(cents.map(each => each / 100)), cents.reduce((sum, each) => sum + each, 0) / 100 + 0);
      }),
    );
  });
});

describe('what words allow', () => {
  const cases: readonly [string, number, number][] = [
    ['$5.2 billion', 5.15e9, 5.25e9],
    ['$30 billion', 29.5e9, 30.5e9],
    ['about $30 billion', 27e9, 33e9],
    ['about $350 billion', 332.5e9, 367.5e9],
    ['over $30 billion', 30e9, Number.POSITIVE_INFINITY],
    ['at least $30 billion', 30e9, Number.POSITIVE_INFINITY],
    ['just over $30 billion', 30e9, 33e9],
    ['up to $40 billion', 0, 40e9],
    ['under 5%', Number.NEGATIVE_INFINITY, 5],
    ['nearly $30 billion', 27e9, 30e9],
    ['exactly $30 billion', 30e9, 30e9],
    ['$10-15 billion', 10e9, 15e9],
    ['between 20% and 30%', 20, 30],
    ['-3.1%', -3.15, -3.05],
    ['half of it', 0.475, 0.525],
    ['doubled', 1.8, 2.2],
  ];
  for (const [text, low, high] of cases) {
    it(`“${text}” is from ${low} to ${high}`, () => deepEqual(range(text), { low, high }));
  }
});
