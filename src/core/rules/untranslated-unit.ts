import { spellQuantity } from '../figures';
import { type ForeignNumber, foreignNumbersIn, hanCurrency } from './foreign-numbers';
import { isEnglish } from './language';
import type { Reading } from './reading';
import { usualScale } from './report-style';
import type { Rule } from './rule';
import { type Passage, passagesIn } from './sentences';
import { DIGIT } from './signs';

export const untranslatedUnit: Rule = {
  id: 'untranslated-unit',
  family: 'units',
  severity: 'warning',
  summary:
    'A number word of another language or numbering, such as 亿, Mrd. or crore, left in an English report.',
  *check(reading) {
    const found: { readonly passage: Passage; readonly number: ForeignNumber }[] = [];
    for (const passage of passagesIn(reading)) {
      if ((passage.signs & DIGIT) === 0) continue;
      for (const number of passage.prose.of(foreignNumbersIn)) found.push({ passage, number });
    }
    if (found.length === 0 || !isEnglish(reading.report.text)) return;
    const indian = usesIndianNumbers(
      reading,
      found.filter(({ number }) => number.numbering === 'indian'),
    );
    const scale = usualScale(reading);
    for (const { passage, number } of found) {
      if (number.numbering === 'indian' && indian) continue;
      if (isOriginal(passage, number)) continue;
      const { currency, end, before } = moneyAt(passage, number);
      const newText =
        currency === undefined || before
          ? spellQuantity({ kind: 'count', value: number.value, unit: '' }, { scale })
          : spellQuantity({ kind: 'money', value: number.value, unit: currency }, { scale });
      const span = passage.prose.toSpan({ start: number.start, end });
      const written = passage.prose.text.slice(number.start, end);
      yield {
        span,
        message: `“${written}” is ${newText} in English numbers.`,
        fixes: [
          {
            kind: 'edits',
            title: `Write ${newText}`,
            edits: [{ span, newText: spaced(passage, end, newText) }],
            certain: true,
          },
        ],
      };
    }
  },
};

/** "30亿元" is money: its currency is translated with it, and left to a sign that stands before the number. */
function moneyAt({ prose: { text } }: Passage, { start, end, numbering }: ForeignNumber) {
  const word = numbering === 'han' ? hanCurrency(text.slice(end, end + 3)) : undefined;
  const before = /(?:\p{Sc}|\b(?:RMB|CNY|JPY|USD|HKD|EUR))\s?$/u.test(
    text.slice(Math.max(0, start - 5), start),
  );
  return { currency: word?.code, end: end + (word?.word.length ?? 0), before };
}

/** "30亿yuan" has no space; its translation needs one. */
function spaced({ prose }: Passage, end: number, newText: string): string {
  return /^\p{L}/u.test(prose.text.slice(end, end + 1)) ? `${newText} ` : newText;
}

const MANY = 5;

/** Lakh and crore are at home in a report that defines them or writes much in them. */
function usesIndianNumbers(reading: Reading, found: readonly unknown[]): boolean {
  const scaled = reading.mentions.filter(({ figure }) => figure.scale !== undefined).length;
  if (found.length >= MANY && found.length * 8 >= scaled) return true;
  const money = reading.mentions.filter(({ figure }) => figure.quantity.kind === 'money');
  const rupees = money.filter(({ figure }) => figure.quantity.unit.startsWith('INR'));
  if (rupees.length > 1 && rupees.length * 2 >= money.length && found.length * 2 >= scaled) return true;
  return (
    /\b(?:(?:one|a|1) (?:lakh|crore)|lakhs?|crores?) ?(?:is|are|=|means|\(|stands? for)/i.test(
      reading.report.text,
    ) || found.length * 3 >= Math.max(scaled, MANY)
  );
}

const ENDS_TRANSLATION = /(?:\d[\d.,]*[\s-]*(?:\p{L}+[\s-]*){0,4}|\p{Sc})$/u;

/** An original in brackets right after its translation, or one that a translation in brackets follows. */
function isOriginal({ prose: { text } }: Passage, { start, end }: ForeignNumber): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const open = /[(（[][^()（）[\]]{0,30}$/.exec(before);
  if (open && /^[^()（）[\]]{0,30}[)）\]]/.test(text.slice(end, end + 31)))
    return (
      /\d/.test(before.slice(0, open.index)) && ENDS_TRANSLATION.test(before.slice(0, open.index).trimEnd())
    );
  if (/[“"「『][^”"」』]{0,40}$/.test(before) && /\p{Script=Han}/u.test(text.slice(end, end + 2)))
    return true;
  return /^[^\s(（]{0,3}\s?(?:\p{L}+ ){0,2}[(（]\s*(?:i\.e\.,? |or |about |approximately |= ?|~)?[^\d()（）]{0,6}\d[\d.,]*\s*(?:(?:thousand|million|billion|trillion|[mbt]n?|k)\b|[\d])/iu.test(
    text.slice(end, end + 60),
  );
}
