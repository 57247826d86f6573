// Totals that prose states for the table beside it: "The five operators together run 750,000 positions".
import type { Mention } from '../claims';
import { exactSum } from '../figures/decimal';
import { SMALL_NUMBERS } from '../text/english';
import { alike, isAmount, overlap, sameNoun } from './amounts';
import { isFromTable, tablesOf } from './derived-from-tables';
import type { Reading } from './reading';
import type { Found } from './rule';
import { mayNameTotal } from './sentence-sums';
import { type Part, type Sentence, sentencesIn } from './sentences';
import { oddsOfSlip } from './slip';
import { sumOf } from './sum-checks';
import { sumFound } from './sum-slips';
import { type Grid, isAdded } from './tables';

const TOGETHER = /\b(?:together|combined|in all|altogether|jointly|in total|all told)\b/i;
/** "The five operators", "all 12 ports". */
const SO_MANY = new RegExp(
  `\\b(?:the|all|these|our|all the) (${SMALL_NUMBERS}|eleven|twelve|\\d{1,2}) (?:\\p{L}+ ){0,2}?\\p{L}+s\\b`,
  'iu',
);
const NUMBERS = [...SMALL_NUMBERS.split('|'), 'eleven', 'twelve'];
const LEAST_ROWS = 3;
/** More tables and figures than these are not gone through. */
const MOST_GRIDS = 12;
const MOST_PARTS = 12;
const MOST_BESIDE = 3;
/** The sum but for a slip of the hand is as near as this. */
const SLIPPED = 0.12;
const NEARLY = 0.05;

export function* totalsTold(reading: Reading): Iterable<Found> {
  for (const sentence of sentencesIn(reading)) {
    const [first] = sentence.parts;
    if (!mayNameTotal(sentence) || !first || first.mention.figure.cell) continue;
    if (!TOGETHER.test(sentence.text)) continue;
    const many = numberNamed(sentence.text);
    if (many === undefined) continue;
    for (const grid of tablesOf(reading, first.mention.figure.section).slice(0, MOST_GRIDS))
      for (const part of sentence.parts.slice(0, MOST_PARTS))
        yield* checkTold(reading, grid, many, sentence, part);
  }
}

/** Of how many things a sentence speaks. */
function numberNamed(text: string): number | undefined {
  const word = SO_MANY.exec(text)?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  return NUMBERS.includes(word) ? NUMBERS.indexOf(word) + 2 : Number(word);
}

function* checkTold(
  reading: Reading,
  grid: Grid,
  many: number,
  { text }: Sentence,
  { mention }: Part,
): Iterable<Found> {
  const { kind, value, range } = mention.figure.quantity;
  // A table has a few totals and details besides.
  if (many < LEAST_ROWS || grid.rows.length < many || grid.rows.length > MOST_BESIDE * many) return;
  const rows = grid.rows.filter(row => row.kind === 'part');
  if (rows.length !== many || kind === 'percent' || !isAmount(mention)) return;
  const columns = grid.headers.flatMap((header, column) => {
    const cells = rows.flatMap(row => row.cells[column] ?? []);
    const isSum = cells.length === many && isAdded(header) && cells.every(cell => isAlike(cell, mention));
    return isSum ? [{ header, cells }] : [];
  });
  const named = columns.length > 1 ? columns.filter(({ header }) => isNamed(header, text, mention)) : columns;
  const [column, another] = named;
  if (!column || another || isFromTable(reading, mention, range)) return;
  if (columns.some(({ cells }) => overlap(sumOf(cells, new Map()), range))) return;
  const sum = exactSum(column.cells.map(({ figure }) => figure.quantity.value));
  const off = Math.abs(sum / value - 1);
  if (off <= NEARLY || (off <= SLIPPED && oddsOfSlip(value, sum) > 0))
    yield sumFound(mention, column.cells, sum);
}

/** The header of a period stands in the sentence; another one is called by the noun that is counted. */
function isNamed(header: string, text: string, { figure }: Mention): boolean {
  const { unit } = figure.quantity;
  return text.includes(header) || (unit !== '' && sameNoun(header.toLowerCase(), unit));
}

function isAlike(cell: Mention, mention: Mention): boolean {
  return isAmount(cell) && alike(cell, mention);
}
