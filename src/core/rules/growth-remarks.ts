// Remarks in tables: "Fell 35% from RMB 520", "Was RMB 520 in 2024, 25% more" in the row whose value is RMB 390.
import type { Mention } from '../claims';
import { DOWN, SAYS_FROM, UP } from '../claims/directions';
import type { Cell } from '../markdown/block';
import { soughtWithin } from '../text/beginnings';
import { remember } from '../text/remember';
import { Wording } from '../text/wording';
import { KIND, kindsOf } from './kinds';
import type { Reading } from './reading';
import { type Sentence, sentencesIn } from './sentences';
import { gridsIn } from './tables';

const OPENS = new RegExp(`^\\s*(?:${UP}|${DOWN})\\b[^.;]{0,60}\\bfrom\\s`, 'i');
/** The value before. */
const WAS = /^\s*(?:it |this |they )?(?:was|were|stood at|had been)\s+(?=\S*\d|\p{Lu}{2,3}\s?\d)/iu;

/** The remarks that tell how the only value of their row has changed, each as a sentence that starts with the value. */
export function remarksOnValues(reading: Reading): readonly Sentence[] {
  return remember(known, reading, () => [...readRemarks(reading)]);
}

const known = new WeakMap<Reading, readonly Sentence[]>();

function* readRemarks(reading: Reading): Iterable<Sentence> {
  const byCell = new Map<Cell, Sentence>();
  for (const sentence of sentencesIn(reading)) {
    const mayTell = (sentence.words & SAYS_FROM) !== 0 || (sentence.kinds & KIND.percent) !== 0;
    if (!mayTell) continue;
    const cell = sentence.parts[0]?.mention.figure.cell?.cell;
    if (cell && !byCell.has(cell) && (OPENS.test(sentence.text) || WAS.test(sentence.text)))
      byCell.set(cell, sentence);
  }
  if (byCell.size === 0) return;
  for (const { rows } of gridsIn(reading))
    for (const { row, cells } of rows) {
      const values = cells.filter(value => value !== undefined);
      const [value] = values;
      if (!value || values.length !== 1) continue;
      for (const cell of row.cells) {
        const remark = byCell.get(cell);
        if (remark && cell !== value.figure.cell?.cell) yield continued(value, remark);
      }
    }
}

/** "RMB 390 per kWh, fell 35% from RMB 520 per kWh", "RMB 390 per kWh, vs RMB 520 in 2024, 25% more". */
function continued(value: Mention, remark: Sentence): Sentence {
  const lead = `${value.figure.text}, `;
  const shift = lead.length;
  const parts = [
    { mention: value, start: 0, end: value.figure.text.length },
    ...remark.parts.map(({ mention, start, end }) => ({ mention, start: start + shift, end: end + shift })),
  ];
  const text = remark.text.replace(WAS, was => 'vs'.padEnd(was.length));
  return {
    text: lead + text.slice(0, 1).toLowerCase() + text.slice(1),
    parts,
    ...kindsOf(parts),
    words: remark.words | soughtWithin(new Wording(lead), 0, shift),
    follows: remark.follows,
    toSpan: ({ start, end }) =>
      remark.toSpan({ start: Math.max(0, start - shift), end: Math.max(0, end - shift) }),
  };
}
