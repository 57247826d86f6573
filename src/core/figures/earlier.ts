// The value before, told behind the value after: "fell to 18 cents from 12".
import { type Amount, readAmount } from './amounts';
import { dateAt } from './dates';
import { alike } from './lists';
import { startsNumber } from './number-words';
import { type Shared, share } from './ranges';
import type { Scan } from './scan';
import type { Token } from './tokens';
import { words } from './words';

/** The two values, where the second has its unit from the first; it begins at `from`, and `to` is the token behind it. */
export function earlierValue(
  scan: Scan,
  first: Amount,
): { readonly pair: Shared; readonly from: number; readonly to: number } | undefined {
  const { tokens } = scan;
  const from = first.to + 1;
  const number = tokens[from];
  if (tokens[first.to]?.lower !== 'from' || !REACHING.has(tokens[first.from - 1]?.lower ?? ''))
    return undefined;
  if (number?.kind !== 'number' && !(number?.kind === 'word' && startsNumber(number))) return undefined;
  if (first.measure === undefined || dateAt(tokens, from)) return undefined;
  const second = readAmount(scan, from, from);
  if (!second || second.from !== from || second.measure !== undefined || second.power !== 0) return undefined;
  if (second.grouped !== first.grouped || !alike(first, second) || !endsOrTellsWhen(tokens, second.to))
    return undefined;
  const pair = share(first, second);
  return pair && { pair, from, to: second.to };
}

const REACHING = new Set(words('to at'));

/** The clause ends at a token, or goes on without a noun. */
export function endsOrTellsWhen(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next === undefined || next.kind !== 'word' || CLAUSE_GOES_ON.has(next.lower);
}

const CLAUSE_GOES_ON = new Set(
  words(
    'in by over during within between since as while and at on last this next for after before when but or',
  ),
);
