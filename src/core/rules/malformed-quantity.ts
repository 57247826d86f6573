import type { Prose } from '../markdown/prose';
import { mayHave, type Sought, seek } from '../text/beginnings';
import type { Wording } from '../text/wording';
import {
  CODES,
  MAY_HAVE_CODE,
  MAY_HAVE_TWO_MARKS,
  MAY_NAME_CURRENCY,
  signAndCode,
  twoCurrencies,
  twoMarks,
} from './malformed-currency';
import {
  type Broken,
  brokenDigits,
  NUMBER,
  oneDigitTooMany,
  SCALE,
  SCALE_OR_LETTER,
  twoPoints,
} from './malformed-digits';
import type { Fix, Found, Rule } from './rule';
import { passagesIn } from './sentences';
import { CURRENCY, DIGIT, DOLLAR, DOTS, PARTED, PERCENT, signsIn } from './signs';

export const malformedQuantity: Rule = {
  id: 'malformed-quantity',
  family: 'units',
  severity: 'error',
  summary:
    'A quantity written twice or broken: “$5 million billion”, “$40 billion USD dollars”, “1,00.000”, “$ billion”.',
  *check(reading) {
    for (const { prose, kind, block, signs } of passagesIn(reading)) {
      if ((signs & DIGIT) !== 0) for (const broken of prose.of(brokenIn)) yield found(prose, broken);
      if (kind !== 'prose' || block.kind === 'heading') continue;
      for (const broken of prose.of(withoutNumber)) yield found(prose, broken);
    }
  },
};

const NONE: readonly Broken[] = [];

function brokenIn(text: string, wording: Wording): readonly Broken[] {
  const signs = wording.of(signsIn);
  let found: Broken[] | undefined;
  for (const { needs, words, mayBeIn, read } of FAULTS) {
    if ((signs & needs) === 0 && !(words !== undefined && mayHave(words, wording))) continue;
    if (!mayBeIn.test(text)) continue;
    found ??= [];
    found.push(...read(text));
  }
  return found ?? NONE;
}

function found(prose: Prose, { start, text, message, readings }: Broken): Found {
  const span = prose.toSpan({ start, end: start + text.length });
  const fixes = readings.map(
    (newText): Fix => ({
      kind: 'edits',
      title: `Write ${newText}`,
      edits: [{ span, newText }],
      certain: false,
    }),
  );
  return { span, message, fixes };
}

const SCALES = seek(SCALE.replaceAll('|', ' '));

// ----------------------------------------------------------------------------------------------------------- scales

const TWO_SCALES = new RegExp(
  String.raw`(?<![\p{L}\d.,])((?:\p{L}{0,3}\p{Sc}\s?)?${NUMBER}\s?)(${SCALE_OR_LETTER})(\s|-)(${SCALE}|(?<=\p{Sc}\s?\d[\d.,]{0,9}\s?(?:million\s(?=m)|billion\s(?=b)))[mb])(?![\p{L}])`,
  'giu',
);
const MAY_HAVE_TWO_SCALES = new RegExp(
  `(?:${SCALE_OR_LETTER})[\\s-](?:${SCALE})|million m\\b|billion b\\b`,
  'i',
);
/** "a thousand million", "two lakh crore": such scales multiply. */
const MULTIPLY =
  /^(?:thousand\s(?:million|billion|crore)|lakh\s(?:crore|million)|million\smillion(?=\s(?:times|miles)))$/i;

function* twoScales(prose: string): Iterable<Broken> {
  for (const match of prose.matchAll(TWO_SCALES)) {
    const [text, number = '', first = '', space = '', second = ''] = match;
    if (MULTIPLY.test(`${first}${space}${second}`)) continue;
    const same = first.toLowerCase().startsWith(second.toLowerCase());
    const readings = same ? [number + first] : [number + first, `${number.trimEnd()} ${second}`];
    const message = same
      ? `“${text}” has its scale, ${second}, twice.`
      : `“${text}” has two scales, ${first} and ${second}: only one can be meant.`;
    yield { start: match.index, text, message, readings };
  }
}

// ---------------------------------------------------------------------------------------------------- missing number

/** A sign and a scale behind a word, where the sentence calls for an amount: no "in € million" or "per € million", which name a unit. */
const NO_NUMBER = new RegExp(
  String.raw`(?<=\p{Ll}\s)(?<!(?<!\p{L})(?:in|are|as|into|and|or|using|per|every|each|an?|the|another|half)\s)[A-Z]{0,3}\p{Sc}\s?(?:${SCALE})(?!\p{L})`,
  'gu',
);
/** A cheap look for a sign before a scale: but for the dollar's, none is in ASCII. */
const MAY_LACK_NUMBER = new RegExp(`[$\\u0080-\\uffff]\\s?(?:${SCALE})`);

function withoutNumber(prose: string, wording: Wording): readonly Broken[] {
  if (!mayHave(SCALES, wording) || !MAY_LACK_NUMBER.test(prose)) return NONE;
  return [...prose.matchAll(NO_NUMBER)].map(({ 0: text, index: start }) => {
    return { start, text, message: `“${text}” lacks its number.`, readings: [] };
  });
}

// ----------------------------------------------------------------------------------------------------- first digits

const NO_FIRST_DIGITS = /(?<![\p{L}\d.,])\p{Sc},\d{3}(?:,\d{3})*(?![\d])/gu;

/** "$,500 million". */
function* withoutFirstDigits(prose: string): Iterable<Broken> {
  for (const { 0: text, index: start } of prose.matchAll(NO_FIRST_DIGITS))
    yield { start, text, message: `“${text}” lacks its first digits.`, readings: [text.replace(',', '')] };
}

// ---------------------------------------------------------------------------------------------------------- percent

const TWO_PERCENTS = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?:(${NUMBER}\s?%)\s(?:percent|per cent|pct)(?!age)(?!\p{L})|(${NUMBER}\s(?:percent|per cent|pct))\s?%)`,
  'giu',
);

function* twoPercents(prose: string): Iterable<Broken> {
  for (const match of prose.matchAll(TWO_PERCENTS)) {
    const text = match[0];
    const reading = match[1] ?? match[2] ?? '';
    if (/^\s*points?\b/i.test(prose.slice(match.index + text.length))) continue;
    yield { start: match.index, text, message: `“${text}” says percent twice.`, readings: [reading] };
  }
}

// ------------------------------------------------------------------------------------------------- marks set twice

const MARK_TWICE = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?:([€£¥₹₩])\s?\1\s?${NUMBER}|${NUMBER}\s?%\s?%|\p{Sc}?\d+(?:\.\.|\.,|,\.|,,)\d+(?=\s?(?:%|${SCALE}))|\d{1,3},,\d{3})(?![\p{L}\d%])`,
  'gu',
);

/** "€€5 million", "5%%", "$3..5 million". */
function* marksTwice(prose: string): Iterable<Broken> {
  for (const match of prose.matchAll(MARK_TWICE)) {
    const text = match[0].replace(/[.,'’]+$/, '');
    const reading = text.replace(/([€£¥₹₩%])\s?\1/u, '$1').replace(/[.,]([.,])/, '$1');
    yield { start: match.index, text, message: `“${text}” has a mark twice.`, readings: [reading] };
  }
}

// ------------------------------------------------------------------------------------------------------- all of them

interface Fault {
  /** The signs, or else the words, of which prose that has it has one. */
  readonly needs: number;
  readonly words?: Sought;
  /** A cheap look for it that rules most prose out. */
  readonly mayBeIn: RegExp;
  readonly read: (text: string) => Iterable<Broken>;
}

const FAULTS: readonly Fault[] = [
  { needs: 0, words: SCALES, mayBeIn: MAY_HAVE_TWO_SCALES, read: twoScales },
  { needs: CURRENCY | DOLLAR, words: CODES, mayBeIn: MAY_NAME_CURRENCY, read: twoCurrencies },
  { needs: CURRENCY, words: CODES, mayBeIn: MAY_HAVE_CODE, read: signAndCode },
  { needs: CURRENCY | DOLLAR, words: CODES, mayBeIn: MAY_HAVE_TWO_MARKS, read: twoMarks },
  { needs: CURRENCY | DOLLAR, mayBeIn: /[$€£¥₹₩],\d/, read: withoutFirstDigits },
  { needs: PARTED, mayBeIn: /\d[.,'’]\d+[.,'’]\d/, read: brokenDigits },
  { needs: PARTED, mayBeIn: /\d\.\d{1,2}\.\d/, read: twoPoints },
  { needs: PERCENT, mayBeIn: /%\sp|(?:cent|pct)\s?%/i, read: twoPercents },
  {
    needs: PERCENT | CURRENCY | DOTS,
    mayBeIn: /[€£¥₹₩]\s?[€£¥₹₩]|%\s?%|\d[.,]{2}\d/,
    read: marksTwice,
  },
  { needs: PARTED, mayBeIn: /\d,\d{4}/, read: oneDigitTooMany },
];
