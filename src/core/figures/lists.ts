// Numbers in a row that take scale and unit from the last: "12, 15 and 18 million tonnes", "four-, five- and six-cylinder".
import { type Amount, amountOf, baseValue, readAmount } from './amounts';
import { countedNoun } from './nouns';
import { startsNumber } from './number-words';
import type { Scan } from './scan';
import type { Token } from './tokens';

const MOST = 8;

/** What a bare number takes from the last of its row; undefined when it stands in none. */
export function fromLastOfList(scan: Scan, first: Amount): { amount: Amount; noun: string } | undefined {
  if (first.measure !== undefined || first.power !== 0 || first.grouped || first.signed) return undefined;
  const { tokens } = scan;
  if (tokens[first.to]?.lower === 'to') return fromRangeBehind(scan, first);
  const before = tokens[first.from - 1]?.text === ',' && tokens[first.from - 2]?.kind === 'number' ? 1 : 0;
  let to = first.to;
  for (let length = 1; length < MOST; length++) {
    const hangs = isHangingHyphen(tokens, to);
    const next = nextOfList(tokens, hangs ? to + 1 : to);
    if (!next) return undefined;
    const amount = readAmount(scan, next.at, next.at);
    if (!amount || amount.prefixed || amount.writing !== first.writing) return undefined;
    const bare = amount.measure === undefined && amount.power === 0;
    if (next.isLast) {
      // "down 0.69, or 0.1 percent": the same told twice.
      if (next.isSame && length + before === 1) return undefined;
      const noun = amount.measure === undefined ? countedNoun(tokens, amount.to) : '';
      const shares = next.isSide
        ? amount.measure?.kind === 'length'
        : bare
          ? hangs && noun !== ''
          : hangs || length + before > 1 || endsInWord(tokens, amount);
      if (!shares || !alike(first, amount)) return undefined;
      const { power, measure } = amount;
      return { amount: amountOf({ ...first, power, measure }), noun };
    }
    if (!bare) return undefined;
    to = amount.to;
  }
  return undefined;
}

/** The 24.2 of "from 24.2 to 33–35 billion euros". */
function fromRangeBehind(scan: Scan, first: Amount): { amount: Amount; noun: string } | undefined {
  const { tokens } = scan;
  const at = first.to + 3;
  const isRange = tokens[at - 2]?.kind === 'number' && '-–'.includes(tokens[at - 1]?.text ?? ' ');
  if (tokens[first.from - 1]?.lower !== 'from' || !isRange || tokens[at]?.spaced !== false) return undefined;
  const last = readAmount(scan, at, at);
  if (!last || last.prefixed || !alike(first, last)) return undefined;
  const noun = last.measure === undefined ? countedNoun(tokens, last.to) : '';
  return { amount: amountOf({ ...first, power: last.power, measure: last.measure }), noun };
}

/** The hyphen of "four-, five-" and of "two- and three-year". */
function isHangingHyphen(tokens: readonly Token[], at: number): boolean {
  const hyphen = tokens[at];
  const next = tokens[at + 1];
  return hyphen?.text === '-' && !hyphen.spaced && (next?.text === ',' || next?.spaced === true);
}

/** The number behind a comma, "and" or "or"; behind a conjunction it is the last, as the other side in "1.2 by 2.4 metres". */
function nextOfList(
  tokens: readonly Token[],
  at: number,
): { at: number; isLast: boolean; isSide?: boolean; isSame?: boolean } | undefined {
  const side = tokens[at];
  if (side?.lower === 'by' || ((side?.lower === 'x' || side?.text === '×') && side.spaced))
    return tokens[at + 1]?.kind === 'number' ? { at: at + 1, isLast: true, isSide: true } : undefined;
  const hasComma = tokens[at]?.text === ',' && !tokens[at]?.spaced;
  const conjunction = tokens[hasComma ? at + 1 : at]?.lower;
  const isLast = conjunction === 'and' || conjunction === 'or';
  const number = at + (hasComma ? 1 : 0) + (isLast ? 1 : 0);
  const token = tokens[number];
  if (number === at || !token?.spaced) return undefined;
  const begins = token.kind === 'number' || (token.kind === 'word' && startsNumber(token));
  return begins ? { at: number, isLast, isSame: hasComma && conjunction === 'or' } : undefined;
}

/** Two alone share a unit in words, "12 and 15 percent", "51 and 42 eur"; a sign may be the second's own. */
function endsInWord(tokens: readonly Token[], amount: Amount): boolean {
  const last = tokens[amount.to - 1];
  return (
    last?.kind === 'word' && last.spaced && last.text.length > (amount.measure?.kind === 'money' ? 2 : 3)
  );
}

/** Values of one kind are of about one size: not "300 and 5 percent". */
export function alike(a: Amount, b: Amount): boolean {
  const [x, y] = [baseValue(a.value, 0, undefined), baseValue(b.value, 0, undefined)];
  return x > 0 && y > 0 && x <= y * 50 && y <= x * 50;
}
