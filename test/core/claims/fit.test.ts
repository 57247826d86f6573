// The fit of the weights by which two mentions are taken for one claim.
import assert from 'node:assert/strict';
import { type Example, fitLogistic } from '../../support/logistic';

function examples(count: number, holds: boolean, ...signs: readonly string[]): Example[] {
  return new Array<Example>(count).fill({ holds, signs: new Map(signs.map(sign => [sign, 1])) });
}

describe('a fit to examples', () => {
  const weights = fitLogistic([
    ...examples(300, true, 'near'),
    ...examples(100, false, 'near'),
    ...examples(100, true),
    ...examples(300, false),
    ...examples(10, true, 'near', 'far'),
    ...examples(90, false, 'near', 'far'),
  ]);
  const isAbout = (sign: string, odds: number) => {
    const weight = weights.get(sign) ?? Number.NaN;
    assert.ok(Math.abs(weight - Math.log(odds)) < 0.1, `${sign}: ${weight}, not ${Math.log(odds)}`);
  };

  it('gives the odds of an example without signs', () => isAbout('none', 1 / 3));
  it('gives what a sign multiplies the odds by', () => isAbout('near', 9));
  it('tells signs apart that stand together', () => isAbout('far', 1 / 27));
});
