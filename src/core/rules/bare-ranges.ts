// Ranges of counted things that run backwards: "900–700 passengers". Bare numbers around a dash are no figures otherwise.

import type { Table } from '../markdown/block';
import type { Reading } from './reading';
import type { Found } from './rule';
import { mentionsAt, passagesIn } from './sentences';
import { DASH, DIGIT } from './signs';

const RANGE =
  /(?=\d)(?<![\p{L}\p{Sc}\d.,/:–—-])(\d{1,3}(?:,\d{3})*)\s?–\s?(\d{1,3}(?:,\d{3})*)(?=\s(\p{Ll}{3,}(?:s|people|men|women|children)|people|staff)\b)/gu;
/** Scores, votes, pages and seasons are no ranges. */
const NO_RANGE =
  /\b(?:won|beat|lost|lead|led|score[ds]?|vote[ds]?|pages?|pp?\.|by|from|of|chapters?|sections?|lines|paragraphs?|seasons?|matches|nos?\.)\s*$/i;
const NO_NOUN = /^(?:wins?|victories|defeats?|votes?|points|goals|loss|was|has|does|this|its|is)$/;

/** A cell that holds two numbers and nothing else. */
const CELL = /^\s*(\d{1,3}(?:,\d{3})*(?:\.\d+)?)\s?–\s?(\d{1,3}(?:,\d{3})*(?:\.\d+)?)(?=\s*$)()/gu;
const NO_COLUMN = /\b(?:scores?|results?|records?|votes?|w[–-]l|seasons?|pages?|high|lines?|terms?)\b/i;

export function* bareRanges(reading: Reading): Iterable<Found> {
  for (const { prose, kind, block, signs } of passagesIn(reading)) {
    if ((signs & DASH) === 0 || (signs & DIGIT) === 0) continue;
    if (kind === 'cell' && block.kind === 'table' && NO_COLUMN.test(headersOf(block))) continue;
    for (const match of prose.text.matchAll(kind === 'cell' ? CELL : RANGE)) {
      const [text, first = '', second = '', noun = ''] = match;
      const [low, high] = [Number(first.replaceAll(',', '')), Number(second.replaceAll(',', ''))];
      const before = prose.text.slice(Math.max(0, match.index - 20), match.index);
      if (
        mentionsAt(reading, prose.toSpan({ start: match.index, end: match.index + text.length })).some(
          ({ figure }) => figure.ends,
        )
      )
        continue;
      if (low <= high || low > high * 10 || NO_RANGE.test(before) || NO_NOUN.test(noun)) continue;
      const at = (start: number, length: number) =>
        prose.toSpan({ start: match.index + start, end: match.index + start + length });
      yield {
        span: at(0, text.length),
        message: `This range runs backwards: its first end, ${first}, is above its second, ${second}.`,
        fixes: [
          {
            kind: 'edits',
            title: `Swap the ends: ${second} before ${first}`,
            edits: [
              { span: at(0, first.length), newText: second },
              { span: at(text.length - second.length, second.length), newText: first },
            ],
            certain: false,
          },
        ],
      };
    }
  }
}

function headersOf({ header }: Table): string {
  return header.cells.map(cell => cell.prose.text).join(' ');
}
