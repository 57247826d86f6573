// Shares of one whole that together pass 100%: in a sentence, a list or a column.
import type { Mention } from '../claims';
import { itemLists } from './item-lists';
import { KIND } from './kinds';
import type { Reading } from './reading';
import type { Found } from './rule';
import { mentionsAt, sentencesIn } from './sentences';
import { isShare, over, sharesInSentence } from './share-sentences';
import { type Grid, gridsIn, saysTotal } from './tables';

export function* sharesOfOneWhole(reading: Reading): Iterable<Found> {
  for (const sentence of sentencesIn(reading))
    if ((sentence.several & KIND.percent) !== 0) yield* sharesInSentence(sentence);
  yield* inItems(reading);
  for (const grid of gridsIn(reading)) {
    yield* inColumns(grid);
    yield* inWords(reading, grid);
  }
}

// ------------------------------------------------------------------------------------------------------------- items

/** What introduces a list of owners or of parts: each share is another's. */
const DIVIDED =
  /\b(?:cap(?:itali[sz]ation)? table|owners?|ownership|shareholders?|who owns|is split|are split|breakdown)\b/i;

/** "- Founders: 44%" above "- Other funds: 38%": items that hold nothing but a share. */
function* inItems(reading: Reading): Iterable<Found> {
  for (const { items, intro } of itemLists(reading)) {
    const shares = items.map(({ mention }) => mention);
    if (items.length < 3 || NOT_SHARES.test(intro) || !shares.every(isShare)) continue;
    if (DIVIDED.test(intro) || items.some(({ label }) => CATCH_ALL.test(label))) yield* over(shares);
  }
}

// ----------------------------------------------------------------------------------------------------------- columns

const SHARE_HEADER =
  /\b(?:shares?|stakes?|split|mix|breakdown|ownership|holding|votes?|portion|proportion)\b|% of\b/i;
const NOT_SHARES =
  /\b(?:change|growth|price|margin|return|yield|rate|average|per|penetration|utili[sz]ation|occupancy|cumulative|vs|versus)\b|[±Δ]/i;
const CATCH_ALL =
  /^(?:all |the )?(?:others?\b|rest\b|remain(?:der|ing)\b|everyone else|unknown|none of these)|\bothers?$/i;
const CASES = /^(?:scenarios?|cases?|outcomes?)$/i;

function* inColumns(grid: Grid): Iterable<Found> {
  const rows = grid.rows.filter(row => row.kind === 'part' || row.kind === 'marked');
  for (const [column, header] of grid.headers.entries()) {
    if (column === 0) continue;
    const cells = rows.map(row => row.cells[column]);
    const shares = cells.flatMap(cell => (cell && isShare(cell) ? [cell] : []));
    if (shares.length < 3 || shares.length < rows.length - 1 || NOT_SHARES.test(header)) continue;
    const whole = grid.rows.find(row => saysTotal(row.label))?.cells[column];
    const scenarios = CASES.test(grid.headers[0] ?? '') && /^probabilit|^likelihood|^weight/i.test(header);
    const exclusive =
      (whole !== undefined && whole.figure.quantity.value === 100) ||
      (SHARE_HEADER.test(header) && rows.some(row => CATCH_ALL.test(row.label))) ||
      /\bmarket share|ownership|\bstake|share of (?:total|the market|market|votes?|shares|capital|equity)|% of total/i.test(
        header,
      ) ||
      scenarios;
    if (exclusive) yield* over(shares);
  }
}

/** "48% of broadband lines" in row after row of one column. */
function* inWords(reading: Reading, grid: Grid): Iterable<Found> {
  if (!grid.rows.some(row => CATCH_ALL.test(row.label))) return;
  for (let column = 1; column < grid.headers.length; column++) {
    const byWhole = new Map<string, Mention[]>();
    for (const row of grid.rows) {
      const cell = row.row.cells[column];
      if (!cell || row.cells[column]) continue;
      for (const figure of reading.figuresIn(cell.span)) {
        const mention = mentionsAt(reading, figure.span)[0];
        const at = cell.prose.fromSource(figure.span.end - 1) + 1;
        const whole = /^\s+of (?:the |all )?((?:[\p{L}-]+ ?){1,3})/iu.exec(
          cell.prose.text.slice(at, at + 40),
        )?.[1];
        if (!mention || whole === undefined || !isShare(mention)) continue;
        const key = whole.trim().toLowerCase();
        byWhole.set(key, [...(byWhole.get(key) ?? []), mention]);
      }
    }
    for (const shares of byWhole.values()) if (shares.length >= 3) yield* over(shares);
  }
}
