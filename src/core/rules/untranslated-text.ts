import { type Block, prosesOf } from '../markdown/block';
import type { Prose } from '../markdown/prose';
import { hanCurrency } from './foreign-numbers';
import { isLatin } from './language';
import type { Rule } from './rule';
import { OTHER_SCRIPT, signsIn } from './signs';

const SCRIPTS = [
  'Latin',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Thai',
] as const;
const RUN = new RegExp(
  `(?:${SCRIPTS.slice(1)
    .map(script => `\\p{Script=${script}}`)
    .join('|')})(?:[\\p{M}々ー・]|${SCRIPTS.slice(1)
    .map(script => `\\p{Script=${script}}`)
    .join('|')})*`,
  'gu',
);
/** Chinese and Japanese number words after digits are units, which another rule translates. */
const NUMBER_WORD = /^[十百千万萬亿億兆]+/u;

/** "一、Events": the number of a heading or an item. */
const NUMBERING = /^第?[一二三四五六七八九十]{1,3}(?:[、.．：:]|[章节節部])/;

export const untranslatedText: Rule = {
  id: 'untranslated-text',
  family: 'text',
  severity: 'information',
  summary: 'A run of another script left in the report’s language.',
  *check({ report }) {
    const foreign: Prose[] = [];
    for (const block of report.blocks)
      for (const prose of readable(block)) if ((prose.of(signsIn) & OTHER_SCRIPT) !== 0) foreign.push(prose);
    if (foreign.length === 0 || !isLatin(report.text)) return;
    for (const prose of foreign) {
      for (const match of prose.text.matchAll(RUN)) {
        const afterDigit = /\d\s?$/.test(prose.text.slice(Math.max(0, match.index - 2), match.index));
        const skip = afterDigit ? numberWord(match[0]) : 0;
        const words = match[0].slice(skip);
        if (match.index === 0 && NUMBERING.test(prose.text)) continue;
        // A single Greek letter is a symbol ("α-level"), not a word.
        if (words === '' || /^\p{Script=Greek}$/u.test(words) || isBracketed(prose.text, match.index))
          continue;
        const start = match.index + skip;
        if (isExplained(prose.text, start + words.length)) continue;
        yield {
          span: prose.toSpan({ start, end: start + words.length }),
          message: `“${words}” was left untranslated.`,
        };
      }
    }
  },
};

/** Length of the number word with which a run begins, and of its currency. */
function numberWord(run: string): number {
  const length = NUMBER_WORD.exec(run)?.[0].length ?? 0;
  return length === 0 ? 0 : length + (hanCurrency(run.slice(length))?.word.length ?? 0);
}

/** Footnotes name sources, in whatever language these are. */
function readable(block: Block): readonly Prose[] {
  return block.kind === 'footnote' ? [] : prosesOf(block);
}

/** "小鹏 (XPeng)": the translation in brackets stands right behind. */
function isExplained(text: string, end: number): boolean {
  return /^ ?[(（]\p{Script=Latin}{2}[^()（）]*[)）]/u.test(text.slice(end, end + 80));
}

/** An original in brackets or quotation marks stands beside its translation. */
function isBracketed(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 120), at);
  const open = Math.max(
    ...['(', '（', '[', '［', '“', '「', '《', '„', '«'].map(mark => before.lastIndexOf(mark)),
  );
  const close = Math.max(
    ...[')', '）', ']', '］', '”', '」', '》', '»'].map(mark => before.lastIndexOf(mark)),
  );
  return open > close;
}
