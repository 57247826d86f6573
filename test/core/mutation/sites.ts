// The places of a correct report whose figure the text alone decides: whoever changes it contradicts another figure.
import type { Span } from '../../../src/core';
import { type Amount, amountsIn, keyOf, proseLines, sentencesOf, tablesOf } from './text';

export interface Site {
  readonly amount: Amount;
  /** The other figures of its relation: a finding at one of them is as good. */
  readonly partners: readonly Span[];
  readonly relation: 'mention' | 'sum' | 'growth' | 'share' | 'table';
  /** The parts of a sum, and the cells that add up: a change of one by a little breaks the sum. */
  readonly isPart: boolean;
}

export function sitesOf(text: string): Site[] {
  const related = proseLines(text).flatMap(line =>
    sentencesOf(text, line).flatMap(sentence => inSentence(text, sentence)),
  );
  return [...related, ...repeated(text), ...tablesOf(text).flatMap(table => inTable(text, table))];
}

// ------------------------------------------------------------------------------------------------------- in a sentence

function inSentence(text: string, sentence: Span): Site[] {
  const amounts = amountsIn(text, sentence);
  return [...sums(text, sentence, amounts), ...growths(text, amounts), ...shares(text, amounts)];
}

/** "A, B and C, T in all" where A + B + C = T. */
function sums(text: string, sentence: Span, amounts: readonly Amount[]): Site[] {
  if (!/\b(?:in all|altogether|all told)\b/.test(text.slice(sentence.start, sentence.end))) return [];
  const total = amounts.at(-1);
  if (!total) return [];
  const alike = amounts
    .slice(0, -1)
    .filter(one => one.unit === total.unit && one.currency === total.currency);
  // The parts are the amounts right before the total that add up to it.
  for (let from = 0; from < alike.length - 1; from++) {
    const parts = alike.slice(from);
    const sum = parts.reduce((all, { value }) => all + value, 0);
    if (Math.abs(sum - total.value) < 1e-6) return together([...parts, total], 'sum', parts);
  }
  return [];
}

/** "from A to B" with the percentage that the two give, before or after them. */
function growths(text: string, amounts: readonly Amount[]): Site[] {
  return amounts.flatMap((from, i) => {
    const to = amounts[i + 1];
    if (!to || !/\bfrom $/.test(text.slice(0, from.span.start)) || from.unit !== to.unit) return [];
    if (!/^(?: in \d{4})? to $/.test(text.slice(from.span.end, to.span.start))) return [];
    const change = Math.abs(to.value / from.value - 1) * 100;
    const growth = [amounts[i - 1], amounts[i + 2]].find(
      other => other?.unit === '%' && Math.abs(other.value - change) <= 0.5,
    );
    return growth ? together([from, to, growth], 'growth', []) : [];
  });
}

/** "A of B, or P%" and the like, where P is A in B. */
function shares(text: string, amounts: readonly Amount[]): Site[] {
  return amounts.flatMap((percent, i) => {
    if (percent.unit !== '%' || !/\bor $/.test(text.slice(0, percent.span.start))) return [];
    const pair = [amounts[i - 1], amounts[i - 2]];
    const [a, b] = pair;
    if (!a || !b || a.currency !== b.currency) return [];
    const [part, whole] = a.value < b.value ? [a, b] : [b, a];
    const fits = Math.abs((part.value / whole.value) * 100 - percent.value) <= 0.5;
    return fits ? together([part, whole, percent], 'share', []) : [];
  });
}

function together(members: readonly Amount[], relation: Site['relation'], parts: readonly Amount[]): Site[] {
  return members.map(amount => ({
    amount,
    partners: members.filter(other => other !== amount).map(({ span }) => span),
    relation,
    isPart: parts.includes(amount),
  }));
}

// ---------------------------------------------------------------------------------------------- two mentions of one amount

const LARGE = /^(?:billion|million|thousand(?: TEU)?|GWh|MWh|GW|MW|bn|m)$/;

/** Amounts of money and physical quantities that stand on two lines of prose in the same digits. */
function repeated(text: string): Site[] {
  const mentions = new Map<string, { amount: Amount; line: number }[]>();
  for (const line of proseLines(text)) {
    for (const amount of amountsIn(text, line)) {
      if (!LARGE.test(amount.unit)) continue;
      const known = mentions.get(keyOf(amount)) ?? [];
      mentions.set(keyOf(amount), [...known, { amount, line: line.start }]);
    }
  }
  return [...mentions.values()].flatMap(places =>
    places.flatMap(({ amount, line }): Site[] => {
      const others = places.filter(other => other.line !== line).map(other => other.amount.span);
      return others.length > 0 ? [{ amount, partners: others, relation: 'mention', isPart: false }] : [];
    }),
  );
}

// -------------------------------------------------------------------------------------------------------- in a table

/** The cells of the columns that add up to their last row, and those of that row. */
function inTable(text: string, table: ReturnType<typeof tablesOf>[number]): Site[] {
  const rows = table.slice(1);
  const last = rows.at(-1);
  const label = last?.[0];
  if (!label || !/\b(?:total|all)\b/i.test(text.slice(label.span.start, label.span.end))) return [];
  return (last ?? []).flatMap((total, column) => {
    const cells = rows.flatMap(row => row[column] ?? []);
    const values = cells.slice(0, -1).map(({ value }) => value ?? Number.NaN);
    const sum = values.reduce((all, value) => all + value, 0);
    if (total.value === undefined || values.length < 2 || !(Math.abs(sum - total.value) < 1e-6)) return [];
    const amounts = cells.flatMap(cell => amountsIn(text, cell.span));
    return together(amounts, 'table', amounts.slice(0, -1));
  });
}
