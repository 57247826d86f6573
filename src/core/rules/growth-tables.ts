// Columns of change in tables: each row's change against the two columns that most rows are computed from.
import type { Mention } from '../claims';
import { meets, spellLike } from '../figures';
import { negate, subtract } from '../figures/interval';
import { alike, isAmount } from './amounts';
import { inWords } from './growth-mismatch';
import { percentChange } from './levels';
import type { Found } from './rule';
import type { Grid, GridRow } from './tables';

const CHANGE_HEADER =
  /\b(?:change|growth|[yqm]\/?(?:o\/?)?[yqm]|increase|decrease|var(?:iation|iance)?|vs\.?|versus|on (?:year|quarter))\b|[±Δ]|\+\/[-−]|^%$/i;

export function* checkChangeColumns(grid: Grid): Iterable<Found> {
  for (const [column, header] of grid.headers.entries()) {
    if (column === 0 || !CHANGE_HEADER.test(header)) continue;
    const pair = pairFor(grid, column);
    if (!pair) continue;
    for (const row of grid.rows) {
      const told = row.cells[column];
      const [from, to] = [row.cells[pair.from], row.cells[pair.to]];
      if (told && from && to && fits(told, from, to) === false) yield found(told, from, to);
    }
  }
}

interface Pair {
  readonly from: number;
  readonly to: number;
}

/** The two columns near it that give the change in most rows. */
function pairFor(grid: Grid, column: number): Pair | undefined {
  const columns = grid.headers
    .map((_, at) => at)
    .slice(Math.max(1, column - 6), column + 3)
    .filter(at => at !== column);
  let best: (Pair & { readonly holding: number }) | undefined;
  for (const from of columns) {
    for (const to of columns) {
      if (from === to) continue;
      const checks = grid.rows.flatMap(row => fitsRow(row, column, from, to) ?? []);
      const holding = checks.filter(check => check).length;
      if (holding >= 2 && holding * 3 >= checks.length * 2 && holding > (best?.holding ?? 0))
        best = { from, to, holding };
    }
  }
  return best;
}

function fitsRow(row: GridRow, column: number, from: number, to: number): boolean | undefined {
  const [told, first, second] = [row.cells[column], row.cells[from], row.cells[to]];
  return told && first && second ? fits(told, first, second) : undefined;
}

/** Undefined where the cells cannot be compared. */
function fits(told: Mention, from: Mention, to: Mention): boolean | undefined {
  const { kind, range, unit } = told.figure.quantity;
  const [a, b] = [from.figure.quantity, to.figure.quantity];
  if (!alike(from, to) || (!isAmount(from) && !a.unit.includes('/')) || a.value * b.value <= 0)
    return undefined;
  if (kind === 'percent' && a.kind !== 'percent') {
    const { low, high } =
      a.value < 0 ? percentChange(negate(a.range), negate(b.range)) : percentChange(a.range, b.range);
    const change = { low: low - 0.1, high: high + 0.1 };
    return (
      meets(change, range) ||
      (mayBeEitherWay(told, a.value) && meets(negate(change), range)) ||
      (!told.figure.text.includes('%') && meets(subtract(b.range, a.range), range))
    );
  }
  if (a.value < 0) return undefined;
  if (kind !== a.kind && kind !== 'points') return undefined;
  // A change in basis points counts hundredths of the rates' own points.
  const scale = unit === 'bp' ? 100 : 1;
  return meets(
    { low: (b.range.low - a.range.high) * scale, high: (b.range.high - a.range.low) * scale },
    range,
  );
}

/** Costs in brackets, "△2.5%", "2.5% lower": the way is told by more than a sign. */
function mayBeEitherWay({ figure: { cell } }: Mention, value: number): boolean {
  const header = cell?.table.header.cells[cell.column]?.prose.text ?? '';
  return value < 0 || /[△▲▼↓↑\p{L}]/u.test(cell?.cell.prose.text ?? '') || /\bdecrease\b/i.test(header);
}

function found(told: Mention, from: Mention, to: Mention): Found {
  const { figure } = told;
  const [a, b] = [from.figure, to.figure];
  const percent = figure.quantity.kind === 'percent' && a.quantity.kind !== 'percent';
  const change = percent
    ? (b.quantity.value / a.quantity.value - 1) * 100
    : (b.quantity.value - a.quantity.value) * (figure.quantity.unit === 'bp' ? 100 : 1);
  const decimals = /\d[.,](\d+)/.exec(figure.text)?.[1]?.length ?? 0;
  const right = percent ? Number(change.toFixed(decimals)) : Number(change.toPrecision(12));
  const plus = /^\s*\+/.test(figure.text) && right > 0 ? '+' : '';
  const minus = figure.text.includes('−') || plus !== '' || /^\s*\+/.test(figure.text) ? '−' : '-';
  const newText = plus + spellLike(right, figure).replace(/^\+/, '').replace(/^-/, minus);
  return {
    span: figure.span,
    message: `“${figure.text}” does not fit its row: from “${a.text}” to “${b.text}” is a change of ${percent ? `${inWords(change)}%` : newText}.`,
    related: [
      { span: a.span, message: 'The start value' },
      { span: b.span, message: 'The end value' },
    ],
    fixes: [
      {
        kind: 'edits',
        title: `Write ${newText}, the change between the two values`,
        edits: [{ span: figure.core, newText }],
        certain: false,
      },
    ],
  };
}
