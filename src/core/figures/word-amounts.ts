// The amount of a quantity in one word: "doubled", "triple-digit".
import type { Amount } from './amounts';
import type { Measure } from './measure';
import type { Token } from './tokens';

/** The amount that tokens [from, to) are by themselves. */
export function wordAmount(
  tokens: readonly Token[],
  from: number,
  to: number,
  value: Amount['value'],
  measure: Measure | undefined,
): Amount {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return {
    from,
    to,
    end,
    numeralStart: start,
    numeralEnd: end,
    numberAt: from,
    value,
    place: 0,
    writing: 'words',
    power: 0,
    scale: undefined,
    measure,
    prefixed: false,
    signed: false,
    grouped: false,
    openAbove: false,
  };
}
