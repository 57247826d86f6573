// Lists of labelled amounts that end in their total: "- Retail: 1,240 … - Total: 2,313".
import { exactSum } from '../figures/decimal';
import { alike, isAmount, overlap } from './amounts';
import { type ItemList, itemLists } from './item-lists';
import type { Reading } from './reading';
import type { Found } from './rule';
import { isPlausible, sumOf } from './sum-checks';
import { scaleSlipIn, slipFound, sumFound } from './sum-slips';
import { isDetail, saysTotal } from './tables';

export function* sumsOfItems(reading: Reading): Iterable<Found> {
  for (const list of itemLists(reading)) yield* checkList(list);
}

function* checkList({ items }: ItemList): Iterable<Found> {
  const own = items.filter(({ label }) => !isDetail(label));
  const total = own.at(-1);
  const parts = own.slice(0, -1).map(({ mention }) => mention);
  if (!total || parts.length < 2 || !saysTotal(total.label)) return;
  const { mention } = total;
  const isSum = parts.every(part => isAmount(part) && alike(part, mention));
  if (!isSum || own.slice(0, -1).some(({ label }) => saysTotal(label))) return;
  if (overlap(sumOf(parts, new Map()), mention.figure.quantity.range)) return;
  const value = exactSum(parts.map(part => part.figure.quantity.value));
  const slip = scaleSlipIn(mention, parts);
  if (slip) yield slipFound(slip, mention);
  else if (isPlausible(mention, parts, value)) yield sumFound(mention, parts, value);
}
