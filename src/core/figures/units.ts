// Physical units.
import type { Token } from './tokens';

/** True when the token at `at` makes the number before it a quantity: a unit, scale or percent. */
export function followsAsUnit(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  return (
    token.kind === 'word' &&
    [
      'million',
      'billion',
      'trillion',
      'thousand',
      'crore',
      'lakh',
      'percent',
      'people',
      'employees',
      'jobs',
      'workers',
      'mw',
      'gw',
      'mwh',
      'gwh',
      'twh',
      'tonnes',
      'tons',
      'km',
      'units',
      'dollars',
      'euros',
    ].includes(token.lower)
  );
}
