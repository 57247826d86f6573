// A second value without a unit of its own: "fell to 18 cents from 12", "from 20 mpg in 2008 to 29", "EUR 105.8 (83.4) million".
import { type Amount, amountOf, baseValue, readAmount } from './amounts';
import { dateAt } from './dates';
import { readMeasure } from './measure-after';
import { startsNumber } from './number-words';
import { opener, type Shared, share } from './ranges';
import { scaleAfterDigits } from './scales';
import type { Scan } from './scan';
import type { Token } from './tokens';
import { words } from './words';

/** Two values of one unit; the second begins at token `from`, and `to` is the token behind it. */
export interface Earlier {
  readonly pair: Shared;
  readonly from: number;
  readonly to: number;
}

/** The two values, where the second has its unit from the first. */
export function earlierValue(scan: Scan, first: Amount): Earlier | undefined {
  return inBrackets(scan, first) ?? behindFrom(scan, first) ?? behindTo(scan, first);
}

/** "to 18 cents from 12", "0.30 eur, up from 0.17" */
function behindFrom(scan: Scan, first: Amount): Earlier | undefined {
  const { tokens } = scan;
  if (first.measure === undefined) return undefined;
  const link = fromAt(tokens, first);
  const from = link + 1;
  const number = tokens[from];
  if (link < 0 || (number?.kind !== 'number' && !(number?.kind === 'word' && startsNumber(number))))
    return undefined;
  if (dateAt(tokens, from)) return undefined;
  const second = readAmount(scan, from, from);
  if (!second || second.from !== from || second.measure !== undefined) return undefined;
  const pair = share(first, second);
  if (!pair || !areAlike(pair) || !endsOrTellsWhen(tokens, second.to)) return undefined;
  return { pair, from, to: second.to };
}

/** "from 20 mpg in 2008 to 29 in 2020", "from 21 mpg combined to 23": words that say of what or when stand between. */
function behindTo(scan: Scan, first: Amount): Earlier | undefined {
  const { tokens } = scan;
  if (first.measure === undefined || first.prefixed || opener(tokens, first.from) !== 'from')
    return undefined;
  const link = toAfterWords(tokens, first.to);
  const second = link && readAmount(scan, link + 1, link + 1);
  if (!link || !second || second.from !== link + 1 || second.measure !== undefined) return undefined;
  if (dateAt(tokens, second.from)) return undefined;
  const pair = share(first, second);
  if (!pair || !areAlike(pair) || !endsOrTellsWhen(tokens, second.to)) return undefined;
  return { pair, from: second.from, to: second.to };
}

const MOST_BETWEEN = 8;

/** The "to" behind words and dates. */
function toAfterWords(tokens: readonly Token[], from: number): number | undefined {
  for (let i = from; i < from + MOST_BETWEEN; ) {
    const token = tokens[i];
    if (token?.lower === 'to') return i > from ? i : undefined;
    const date = token && dateAt(tokens, i);
    if (!date && (token?.kind !== 'word' || ELSEWHERE.has(token.lower))) return undefined;
    i = date?.to ?? i + 1;
  }
  return undefined;
}

const ELSEWHERE = new Set(words('and or but which who that while as because'));

/** The "from" behind an amount that is reached ("to 12 cents from") or moved to (", up from"); -1 for any other. */
function fromAt(tokens: readonly Token[], { from, to }: Amount): number {
  const move = tokens[to]?.text === ',' ? to + 1 : to;
  if (MOVES.has(tokens[move]?.lower ?? '') && tokens[move + 1]?.lower === 'from') return move + 1;
  return tokens[to]?.lower === 'from' && REACHING.has(tokens[from - 1]?.lower ?? '') ? to : -1;
}

const REACHING = new Set(words('to at'));
const MOVES = new Set(words('up down'));

/** Values of one kind are of about one size: not "5 percent from 400". */
function areAlike({ low, high, measures }: Shared): boolean {
  const x = Math.abs(baseValue(low.value, low.power, measures[0]));
  const y = Math.abs(baseValue(high.value, high.power, measures[1]));
  return x > 0 && y > 0 && x <= y * 50 && y <= x * 50;
}

/** "EUR 105.8 (83.4) million", the way of Nordic reports: the scale behind the bracket is of both. */
function inBrackets(scan: Scan, first: Amount): Earlier | undefined {
  const { tokens } = scan;
  if (tokens[first.to]?.text !== '(' || first.power > 0) return undefined;
  const from = first.to + (/[-+−–]/.test(tokens[first.to + 1]?.text ?? '') ? 2 : 1);
  const scale = tokens[from + 2];
  if (tokens[from]?.kind !== 'number' || tokens[from + 1]?.text !== ')' || scale?.kind !== 'word')
    return undefined;
  const power = scaleAfterDigits(scale, false, first.measure?.kind === 'money');
  const second = readAmount(scan, from, first.to + 1);
  if (power === undefined || power < 3 || !second || second.to !== from + 1) return undefined;
  const number = { scaled: true, grouped: false, whole: true, at: from };
  const measure = first.measure ?? readMeasure(tokens, from + 3, number, scan.signs);
  const [low, high] = [amountOf({ ...first, power }), amountOf({ ...second, power })];
  const pair: Shared = { low, high, measures: [measure, measure], inherits: [true, true] };
  return areAlike(pair) ? { pair, from, to: Math.max(from + 3, measure?.to ?? 0) } : undefined;
}

/** The clause ends at a token, or goes on without a noun. */
export function endsOrTellsWhen(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next?.lower === 'a') return TIMES.has(tokens[at + 1]?.lower ?? '');
  return next === undefined || next.kind !== 'word' || CLAUSE_GOES_ON.has(next.lower);
}

const TIMES = new Set(words('year quarter month week decade day'));
const CLAUSE_GOES_ON = new Set(
  words(
    'in by over during within between since as while and at on last this next for after before when but or',
  ),
);
