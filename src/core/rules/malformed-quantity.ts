import type { Prose } from '../markdown/prose';
import { mayHave, type Sought, seek } from '../text/beginnings';
import type { Wording } from '../text/wording';
import { type Broken, brokenDigits, oneDigitTooMany, SCALE, twoPoints } from './malformed-digits';
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

const NUMBER = String.raw`\d[\d.,'’]*`;
const SCALE_OR_LETTER = `${SCALE}|[mMbBkK]`;
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

// ------------------------------------------------------------------------------------------------------- currencies

/** Marks that say one currency: sign or letters before the amount, code or name after it. */
const CURRENCIES: readonly { readonly before: string; readonly after: string }[] = [
  {
    before: String.raw`[A-Z]{0,3}\$`,
    after: String.raw`(?:[A-Z]{3}\s)?(?:(?:US|U\.S\.|American|Australian|Canadian|Singapore|Hong Kong|New Zealand)\s)?dollars?`,
  },
  { before: '€|EUR', after: 'EUR|euros?' },
  { before: '£|GBP', after: 'GBP|pounds?(?: sterling)?' },
  { before: 'CHF|Fr\\.?', after: 'CHF|(?:Swiss )?francs?' },
  { before: '₹|Rs\\.?|INR', after: 'INR|rupees?' },
  { before: '¥|JPY', after: 'JPY|(?:Japanese )?yen' },
  { before: 'RMB|CNY', after: 'RMB|CNY|yuan|renminbi' },
  { before: '₩|KRW', after: 'KRW|won' },
  { before: 'R\\$|BRL', after: 'BRL|reais|reals?' },
  { before: 'SEK|NOK|DKK|kr', after: 'SEK|NOK|DKK|kronor|kroner|krona|krone' },
  { before: 'USD', after: 'USD|(?:US )?dollars?' },
  { before: 'zł|PLN', after: 'PLN|zł|złot(?:y|ych|ys)|zlotys?' },
  { before: 'Kč|CZK', after: 'CZK|korun[ay]?' },
  { before: 'Ft|HUF', after: 'HUF|forints?' },
  { before: '₺|TL|TRY', after: 'TRY|liras?' },
  { before: '₽|RUB', after: 'RUB|rou?bles?' },
  { before: '₪|ILS|NIS', after: 'ILS|NIS|shekels?' },
  { before: '₦|NGN', after: 'NGN|nairas?' },
  { before: 'KSh|KES|TSh|TZS|USh|UGX', after: 'KES|TZS|UGX|shillings?' },
  { before: 'ZAR', after: 'ZAR|rand' },
  { before: '₫|VND', after: 'VND|đồng|dong' },
  { before: '₱|PHP', after: 'PHP|pesos?' },
  { before: '฿|THB', after: 'THB|baht' },
  { before: 'Rp\\.?|IDR', after: 'IDR|rupiah' },
  { before: 'AED|Dhs?', after: 'AED|dirhams?' },
  { before: 'SAR|SR', after: 'SAR|riyals?' },
  { before: 'ISK', after: 'ISK|kr[óo]n(?:a|ur)' },
];
/** The letters among the marks before an amount. */
const CODES = seek(
  'eur gbp chf fr rs inr jpy rmb cny krw brl sek nok dkk kr usd zł pln kč czk ft huf tl try rub ils nis ngn ksh kes tsh tzs ush ugx zar vnd php thb rp idr aed dh dhs sar sr isk',
);
/** Rules most prose out before any of the patterns is tried: a mark after a number. */
const MAY_NAME_CURRENCY = new RegExp(
  String.raw`\d[.,'’]*(?:[\s-]?(?:${SCALE_OR_LETTER}))?\s?(?:${CURRENCIES.map(({ after }) => after).join('|')})`,
);
/** What a mark before an amount begins with: the engine looks slowly for what must not stand before it. */
const FIRST = '(?=[A-Zkz\\p{Sc}])';
const AFTER_AMOUNT = CURRENCIES.map(({ before, after }) => ({
  /** Cheap looks before the whole pattern is tried. */
  marked: new RegExp(before),
  named: new RegExp(after),
  pattern: new RegExp(
    String.raw`${FIRST}(?<![\p{L}\d.,])((?:${before})\s?${NUMBER}(?:[\s-]?(?:${SCALE_OR_LETTER}))?)(?<![.,])(\s?)(${after})(?![\p{L}\d-])`,
    'gu',
  ),
}));
/** Two marks of one currency before the amount: "Rs ₹620", "R$ R$310m", "€ EUR 5". */
const BEFORE_AMOUNT =
  /(?=[A-Z$€£₹])(?<![\p{L}\d.,])(Rs\.?\s?₹|₹\s?Rs\.?|INR\s?₹|₹\s?INR|EUR\s?€|€\s?EUR|GBP\s?£|£\s?GBP|([A-Z]{1,3}\$)\s?\2|([€£₹])\s\3|([A-Z]{1,3}\$)\s?\$|\$\s\$|\$\$(?=\s?\d[\d.,]*\s(?:thousand|million|billion|trillion))|[€£¥₹]\$|\$[€£¥₹]|CHF\s(?:Fr\.?|CHF)|RMB\s(?:CNY|RMB)|CNY\s(?:RMB|CNY)|USD\s?USD|EUR\s?EUR|USD\s?US\$|US\$\s?USD)\s?(?=\d)/gu;
const MAY_HAVE_TWO_MARKS =
  /(?:[₹€£$]|Rs\.?|INR|EUR|GBP|CHF|RMB|CNY|USD)\s?(?:[A-Z]{0,3}[₹€£$]|Rs|INR|EUR|GBP|CHF|Fr|RMB|CNY|USD)/;

function* twoCurrencies(text: string): Iterable<Broken> {
  for (const { marked, named, pattern } of AFTER_AMOUNT) {
    if (!marked.test(text) || !named.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const [all, amount = '', , after = ''] = match;
      // "$5 a dollar", "£3 pounds sterling" aside, a code beside "$" tells which dollar it is.
      if (/^\p{Lu}?\$/u.test(amount) && /^[A-Z]{3}$/.test(after)) continue;
      yield {
        start: match.index,
        text: all,
        message: `“${all}” names its currency more than once.`,
        readings: [amount],
      };
    }
  }
}

/** "€$84". */
const TWO_SIGNS = /^(?:[€£¥₹]\$|\$[€£¥₹])$/;

function* twoMarks(text: string): Iterable<Broken> {
  for (const match of text.matchAll(BEFORE_AMOUNT)) {
    const marks = match[0].trimEnd();
    const number = new RegExp(String.raw`^${NUMBER}(?:\s?(?:${SCALE_OR_LETTER}))?(?!\p{L})`, 'u').exec(
      text.slice(match.index + match[0].length, match.index + match[0].length + 40),
    );
    if (!number) continue;
    const amount = number[0].replace(/[.,]$/, '');
    const all = match[0] + amount;
    const kept = /[€£₹]|[A-Z]{1,3}\$|[A-Z]{3}/.exec(marks)?.[0] ?? '$';
    yield {
      start: match.index,
      text: all,
      message: TWO_SIGNS.test(marks)
        ? `“${all}” names two currencies: only one can be meant.`
        : `“${all}” names its currency more than once.`,
      readings: [/\p{L}$/u.test(kept) ? `${kept} ${amount}` : kept + amount],
    };
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
