// Slips as writers, translators and pastes make them, one by one, each at a place where the text alone decides.
import type { Span, TextEdit } from '../../../src/core';
import { type Site, sitesOf } from './sites';
import { type Amount, amountsIn, keyOf, linesOf, proseLines, sentencesOf, tablesOf } from './text';

export interface Slip {
  readonly edit: TextEdit;
  /** The other places, in the correct text, where a finding is as good as at the edit itself. */
  readonly partners: readonly Span[];
}

export interface Kind {
  readonly name: string;
  /** The rules whose finding tells of such a slip. */
  readonly rules: readonly string[];
  slips(text: string): readonly Slip[];
}

const ON_VALUES = [
  'magnitude-conflict',
  'value-conflict',
  'sum-mismatch',
  'growth-mismatch',
  'share-mismatch',
  'implausible-value',
  'qualifier-conflict',
];

export const KINDS: readonly Kind[] = [
  { name: '×10 in a sum, growth or share', rules: ON_VALUES, slips: text => rescaled(counted(text), 1) },
  { name: '×1000 in a sum, growth or share', rules: ON_VALUES, slips: text => rescaled(counted(text), 3) },
  {
    name: 'million/billion in a sum, growth or share',
    rules: ON_VALUES,
    slips: text => otherScale(counted(text)),
  },
  { name: '×10 in one of two mentions', rules: ON_VALUES, slips: text => rescaled(mentions(text), 1) },
  { name: '×1000 in one of two mentions', rules: ON_VALUES, slips: text => rescaled(mentions(text), 3) },
  {
    name: 'million/billion in one of two mentions',
    rules: ON_VALUES,
    slips: text => otherScale(mentions(text)),
  },
  { name: 'dropped currency', rules: ['missing-currency'], slips: droppedCurrency },
  { name: 'changed part of a sum', rules: ON_VALUES, slips: changedPart },
  { name: 'flipped direction', rules: ['growth-mismatch'], slips: flippedDirection },
  { name: 'percent for points', rules: ['unit-kind', 'growth-mismatch'], slips: percentForPoints },
  { name: 'power for energy', rules: ['unit-kind', 'value-conflict', 'share-mismatch'], slips: otherUnit },
  { name: 'reversed range', rules: ['range-reversed'], slips: reversedRange },
  { name: 'wrong weekday', rules: ['date-conflict'], slips: wrongWeekday },
  { name: 'dropped caveat', rules: ['dropped-caveat'], slips: droppedCaveat },
  { name: 'deleted source', rules: ['missing-source', 'uncited-figure'], slips: deletedSource },
];

// ---------------------------------------------------------------------------------------------------------- values

function counted(text: string): Site[] {
  return sitesOf(text).filter(({ relation }) => relation !== 'mention');
}

function mentions(text: string): Site[] {
  return sitesOf(text).filter(({ relation }) => relation === 'mention');
}

function rescaled(sites: readonly Site[], power: number): Slip[] {
  return sites
    .filter(({ amount }) => amount.unit !== '%' && amount.value > 0)
    .map(site => newValue(site, times(site.amount.digits, power)));
}

/** The number with its point moved to the right, written as the number itself is. */
function times(digits: string, power: number): string {
  const value = Number(digits.replaceAll(',', '')) * 10 ** power;
  const places = Math.max(0, (digits.split('.')[1]?.length ?? 0) - power);
  return written(value, places, digits);
}

function written(value: number, places: number, like: string): string {
  const grouped = like.includes(',') || value >= 10_000;
  return value.toLocaleString('en-US', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    useGrouping: grouped,
  });
}

function newValue({ amount, partners }: Site, newText: string): Slip {
  return { edit: { span: amount.number, newText }, partners };
}

const OTHER_SCALE: Readonly<Record<string, string>> = {
  million: 'billion',
  billion: 'million',
  m: 'bn',
  bn: 'm',
};

function otherScale(sites: readonly Site[]): Slip[] {
  return sites.flatMap(({ amount, partners }) => {
    const newText = OTHER_SCALE[amount.unit];
    if (newText === undefined) return [];
    const end = amount.span.end;
    return { edit: { span: { start: end - amount.unit.length, end }, newText }, partners };
  });
}

function changedPart(text: string): Slip[] {
  return sitesOf(text)
    .filter(site => site.isPart && site.amount.value > 0)
    .map(site => {
      const { digits, value } = site.amount;
      const places = digits.split('.')[1]?.length ?? 0;
      return newValue(site, written(value * 1.3 + 4 * 10 ** -places, places, digits));
    });
}

const OF_MONEY =
  /\b(?:revenue|sales|profit|earnings|costs?|budget|paid|pays|price|debt|income|spent|investment|dividend|bid|offered|donate|worth|order book)\b/i;

/** Only where a word of the sentence says that it is money, and no other amount could lend it its currency. */
function droppedCurrency(text: string): Slip[] {
  return proseLines(text).flatMap(line =>
    sentencesOf(text, line).flatMap(sentence => {
      const money = amountsIn(text, sentence).filter(({ currency }) => currency !== '');
      if (money.length !== 1 || !OF_MONEY.test(text.slice(sentence.start, sentence.end))) return [];
      return money
        .filter(({ unit }) => /^(?:million|billion|bn|m)$/.test(unit))
        .map(({ span }) => ({
          edit: { span: { start: span.start, end: span.start + 1 }, newText: '' },
          partners: [],
        }));
    }),
  );
}

// ---------------------------------------------------------------------------------------------------------- growth

const OPPOSITE: readonly (readonly [string, string])[] = [
  ['rose', 'fell'],
  ['grew', 'shrank'],
  ['increased', 'decreased'],
  ['climbed', 'dropped'],
  ['up', 'down'],
  ['more than', 'less than'],
];
const DIRECTION = new RegExp(
  `\\b(?:${OPPOSITE.flat().join('|')})\\b(?=[^.;]*\\bfrom [$€£]?\\d[^.;]*\\bto\\b)`,
  'g',
);

/** The verb of "rose from A to B", and the sign of a change in a table that has both years. */
function flippedDirection(text: string): Slip[] {
  const verbs = proseLines(text).flatMap(line =>
    sentencesOf(text, line).flatMap(sentence =>
      [...text.slice(sentence.start, sentence.end).matchAll(DIRECTION)].flatMap(match => {
        const pair = OPPOSITE.find(words => words.includes(match[0]));
        const newText = pair?.find(word => word !== match[0]);
        const start = sentence.start + match.index;
        return newText === undefined
          ? []
          : { edit: { span: { start, end: start + match[0].length }, newText }, partners: [sentence] };
      }),
    ),
  );
  return [...verbs, ...flippedSigns(text)];
}

function flippedSigns(text: string): Slip[] {
  return tablesOf(text).flatMap(([header = [], ...rows]) => {
    const column = header.findIndex(({ span }) => /^change/i.test(text.slice(span.start, span.end)));
    if (column < 0) return [];
    return rows.flatMap(row => {
      const cell = row[column];
      const { start } = cell?.span ?? { start: 0 };
      if (!cell?.value || Math.abs(cell.value) < 1) return [];
      const edit =
        cell.value < 0
          ? { span: { start, end: start + 1 }, newText: '' }
          : { span: { start, end: start }, newText: '-' };
      return { edit, partners: [cell.span] };
    });
  });
}

function percentForPoints(text: string): Slip[] {
  const stated = /\bfrom \d[\d.]*%[^.;]*? to \d[\d.]*%(?:[^.;]|\.\d)*?\d( percentage points|pp)\b/g;
  return [...text.matchAll(stated)].map(match => {
    const end = match.index + match[0].length;
    const start = end - (match[1]?.length ?? 0);
    return { edit: { span: { start, end }, newText: '%' }, partners: [{ start: match.index, end }] };
  });
}

// ----------------------------------------------------------------------------------------------------------- units

const OTHER_UNIT: Readonly<Record<string, string>> = { MW: 'MWh', GW: 'GWh', MWh: 'MW', GWh: 'GW' };
const OF_POWER = /\bcapacity\b/;
const OF_ENERGY = /\b(?:generated|sold|consumption|energy use)\b/i;

/** A capacity in units of energy, or what was generated or used in units of power. */
function otherUnit(text: string): Slip[] {
  return proseLines(text).flatMap(line =>
    sentencesOf(text, line).flatMap(sentence =>
      amountsIn(text, sentence).flatMap(({ span, unit }) => {
        const newText = OTHER_UNIT[unit];
        const clause = text.slice(Math.max(sentence.start, span.start - 60), span.end);
        if (newText === undefined || !(unit.endsWith('h') ? OF_ENERGY : OF_POWER).test(clause)) return [];
        return { edit: { span: { start: span.end - unit.length, end: span.end }, newText }, partners: [] };
      }),
    ),
  );
}

const RANGE =
  /(?<![\d.,/–-])([$€£]?)(\d[\d,]*(?:\.\d+)?)( million| billion|m|bn|%)?(–| to | and )([$€£]?)(\d[\d,]*(?:\.\d+)?)(?: (million|billion|days|minutes|months|per)| ?(m|bn|%|bps)|(?=[\s)]))/g;

/** Both ends of one kind; no dates, changes ("from … to") or classes of size. */
function reversedRange(text: string): Slip[] {
  return proseLines(text).flatMap(line =>
    [...text.slice(line.start, line.end).matchAll(RANGE)].flatMap(match => {
      const [
        whole,
        sign = '',
        low = '',
        unit = '',
        joint = '',
        signToo = '',
        high = '',
        word = '',
        symbol = '',
      ] = match;
      const start = line.start + match.index;
      const before = text.slice(Math.max(line.start, start - 12), start);
      const unitToo = word + symbol;
      const isOne = sign === signToo && (unit.trim() === unitToo || (unit === '' && unitToo !== ''));
      const isRange = joint === ' and ' ? /\bbetween $/.test(before) : !/\b(?:from|by) $/.test(before);
      const value = (digits: string) => Number(digits.replaceAll(',', ''));
      const isDate = /^20\d\d$/.test(low) || /^[A-Z]/.test(text.slice(start + whole.length).trimStart());
      if (!isOne || !isRange || isDate || value(low) >= value(high)) return [];
      const at = start + sign.length;
      const end = at + whole.slice(sign.length).lastIndexOf(high) + high.length;
      const newText = `${high}${unit}${joint}${signToo}${low}`;
      return { edit: { span: { start: at, end }, newText }, partners: [] };
    }),
  );
}

// ------------------------------------------------------------------------------------------------- dates and sources

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function wrongWeekday(text: string): Slip[] {
  const dated = new RegExp(`\\b(${DAYS.join('|')}),? \\d{1,2} [A-Z][a-z]+ \\d{4}`, 'g');
  return [...text.matchAll(dated)].flatMap(match =>
    DAYS.filter(day => day !== match[1]).map(newText => ({
      edit: { span: { start: match.index, end: match.index + (match[1]?.length ?? 0) }, newText },
      partners: [{ start: match.index, end: match.index + match[0].length }],
    })),
  );
}

const CAVEATS: readonly (readonly [RegExp, string])[] = [
  [/\bhas reportedly /g, 'has '],
  [/\bis reportedly /g, 'is '],
  [/\bis said to have /g, 'has '],
];

/** Where the same amount stands on another line with its caveat. */
function droppedCaveat(text: string): Slip[] {
  const cautioned = proseLines(text).flatMap(line =>
    sentencesOf(text, line).flatMap(sentence =>
      CAVEATS.flatMap(([words, newText]) =>
        [...text.slice(sentence.start, sentence.end).matchAll(words)].map(match => {
          const start = sentence.start + match.index;
          return { sentence, edit: { span: { start, end: start + match[0].length }, newText } };
        }),
      ),
    ),
  );
  return cautioned.flatMap(({ sentence, edit }) => {
    const keys = new Set(amountsIn(text, sentence).map(keyOf));
    const again = cautioned.some(
      other =>
        other.sentence !== sentence &&
        amountsIn(text, other.sentence).some(amount => keys.has(keyOf(amount))),
    );
    return again ? { edit, partners: [sentence] } : [];
  });
}

/** The source line of an item, or the source at its end; the item needs an amount that stands nowhere else. */
function deletedSource(text: string): Slip[] {
  const lines = linesOf(text);
  return lines.flatMap((line, i) => {
    const source = text.slice(line.start, line.end);
    const inline = / Source: [^\n]+$/.exec(source);
    const own = /^\s*Source: /.test(source);
    const item = own ? lines[i - 1] : line;
    if (!item || /^[|[#]/.test(text.slice(item.start, item.end)) || (!own && !inline)) return [];
    const isUnique = ({ unit, digits }: Amount) => LARGE.test(unit) && text.split(digits).length === 2;
    if (!amountsIn(text, item).some(isUnique)) return [];
    const start = inline && !own ? line.start + inline.index : line.start;
    return {
      edit: { span: { start, end: line.end }, newText: '' },
      partners: [item, ...titleBefore(lines, i, text)],
    };
  });
}

const LARGE = /^(?:billion|million|thousand(?: TEU)?|GWh|MWh|GW|MW|bn|m)$/;

/** The heading right above an item: a finding on an event stands at its title. */
function titleBefore(lines: readonly Span[], at: number, text: string): Span[] {
  return lines.slice(Math.max(0, at - 2), at).filter(({ start }) => text[start] === '#');
}
