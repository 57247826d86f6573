// Columns of a table in which one amount is of power and all others are of energy, or the other way round.
import type { Mention } from '../claims';
import type { Grid } from './tables';

/** An amount of a column, and one of the others, all of which are of another kind. */
export interface OddUnit {
  readonly odd: Mention;
  readonly right: Mention;
}

/** So many others show what a column holds. */
const FEWEST = 3;
/** A table of key figures has a kind of value in each row. */
const MIXED = /^(?:metric|measure|indicator|item|key figure|parameter|data point|)s?$/i;
/** What may be told in power and in energy in one column. */
const EITHER = /\bbatter|\bstor(?:e|age|ing)|\bpumped|\bhydrogen|\bLNG\b|\bgas\b|\bheat/i;

/** The one amount of each column that is power among energy, or energy among power. */
export function* oddUnits({ headers, rows }: Grid): Iterable<OddUnit> {
  if (MIXED.test(headers[0] ?? '')) return;
  for (const column of headers.keys()) {
    const mentions = rows.flatMap(({ cells }) => cells[column] ?? []);
    const odd = mentions.length > FEWEST ? oddOne(mentions) : undefined;
    const row = odd && rows.find(({ cells }) => cells[column] === odd.odd);
    if (odd && row && !EITHER.test([...headers, ...row.texts].join(' '))) yield odd;
  }
}

function oddOne(mentions: readonly Mention[]): OddUnit | undefined {
  const power = mentions.filter(mention => isOf(mention, 'power', 'W'));
  const energy = mentions.filter(mention => isOf(mention, 'energy', 'Wh'));
  if (power.length + energy.length < mentions.length) return undefined;
  const [few, many] = power.length < energy.length ? [power, energy] : [energy, power];
  const [odd] = few;
  const [right] = many;
  return odd && right && few.length === 1 ? { odd, right } : undefined;
}

function isOf({ figure: { quantity, inherited } }: Mention, kind: string, unit: string): boolean {
  return quantity.kind === kind && quantity.unit === unit && !inherited;
}
