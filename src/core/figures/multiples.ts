// Multiples and magnitudes in one word: "doubled", "twofold", "halved", "twice", "triple-digit".
import { type Decimal, decimal } from './decimal';
import type { Token } from './tokens';
import { words } from './words';

const VERBS = new Map<string, Decimal>(
  (
    [
      ['doubl', 2],
      ['tripl', 3],
      ['trebl', 3],
      ['quadrupl', 4],
      ['quintupl', 5],
      ['sextupl', 6],
    ] as const
  ).flatMap(([stem, n]) => ['ed', 'es', 'ing'].map((end): [string, Decimal] => [stem + end, decimal(n)])),
);
for (const end of ['ed', 'es', 'ing']) VERBS.set(`halv${end}`, decimal(5, -1));

/** Words that are multiples only in company: "to double its", "nearly double the". */
const BARE = new Map<string, number>([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
  ['quadruple', 4],
  ['halve', 0.5],
]);
const BARE_BEFORE = new Set(
  words(`
  to will would could may might can than nearly almost about roughly should more or is was over`),
);
const BARE_AFTER = new Set(
  words(`
  the its their his her our what that last to from in by over since as this within`),
);

/** Before these, halves are parts of a match or a year. */
const HALVES_AFTER = new Set(words('first second both two the their its of in last'));

const FOLD =
  /^(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand)fold$/;
const FOLD_VALUES = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['hundred', 100],
  ['thousand', 1000],
]);

/** The multiple that a word at token `at` means by itself; undefined for any other word. */
export function wordMultiple(tokens: readonly Token[], at: number): Decimal | undefined {
  const word = tokens[at]?.lower ?? '';
  const verb = VERBS.get(word);
  if (verb) return word === 'halves' && HALVES_AFTER.has(tokens[at - 1]?.lower ?? '') ? undefined : verb;
  const fold = word.endsWith('fold') ? FOLD.exec(word) : null;
  if (fold) return decimal(FOLD_VALUES.get(fold[1] ?? '') ?? 1);
  const next = tokens[at + 1];
  if (word === 'twice')
    return next?.kind === 'word' &&
      ['a', 'an', 'per', 'weekly', 'daily', 'monthly', 'yearly', 'each', 'every', 'in'].includes(next.lower)
      ? undefined
      : next?.kind === 'word' &&
          ['as', 'the', 'its', 'their', 'that', 'what', 'his', 'her', 'last', 'this', 'more'].includes(
            next.lower,
          )
        ? decimal(2)
        : undefined;
  const bare = BARE.get(word);
  if (bare === undefined || (next !== undefined && !next.spaced)) return undefined;
  const fits =
    BARE_BEFORE.has(tokens[at - 1]?.lower ?? '') || (tokens[at]?.spaced && BARE_AFTER.has(next?.lower ?? ''));
  return fits ? (bare === 0.5 ? decimal(5, -1) : decimal(bare)) : undefined;
}

const DIGIT_COUNTS = new Map([
  ['single', [1, 9]],
  ['double', [10, 99]],
  ['triple', [100, 999]],
  ['two', [10, 99]],
  ['three', [100, 999]],
  ['four', [1000, 9999]],
  ['mid-single', [4, 6]],
] as const);
const OF_PERCENT =
  /^(?:growth|percent|percentages?|rises?|increases?|gains?|returns?|inflation|decline|declines|drop|drops|yields?|margins?|rates?|jump|jumps|pace|improvement|expansion|cagr|revenue|sales|losses|swing|surge)$/;

/** "triple-digit growth": the values with so many digits, and whether they are percentages. */
export function digitCount(
  tokens: readonly Token[],
  at: number,
): { low: number; high: number; to: number; percent: boolean } | undefined {
  if (tokens[at + 1]?.text !== '-' || tokens[at + 1]?.spaced) return undefined;
  const range = DIGIT_COUNTS.get((tokens[at]?.lower ?? '') as 'single');
  if (!range || !['digit', 'digits'].includes(tokens[at + 2]?.lower ?? '')) return undefined;
  let percent = false;
  for (let i = at + 3; i < at + 7; i++) if (OF_PERCENT.test(tokens[i]?.lower ?? '')) percent = true;
  return { low: range[0], high: range[1], to: at + 3, percent };
}

/** Every word with which a multiple or magnitude in one word can begin. */
export const MULTIPLE_WORDS: readonly string[] = [
  ...VERBS.keys(),
  ...BARE.keys(),
  ...DIGIT_COUNTS.keys(),
  ...[...FOLD_VALUES.keys()].map(word => `${word}fold`),
  'twice',
];
