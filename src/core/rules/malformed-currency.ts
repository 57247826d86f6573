// Currencies that an amount names twice, or two of them: "$40 billion USD dollars", "Rs ₹620", "€1.3 billion USD".
import { seek } from '../text/beginnings';
import { type Broken, NUMBER, SCALE_OR_LETTER } from './malformed-digits';

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
export const CODES = seek(
  'eur gbp chf fr rs inr jpy rmb cny krw brl sek nok dkk kr usd zł pln kč czk ft huf tl try rub ils nis ngn ksh kes tsh tzs ush ugx zar vnd php thb rp idr aed dh dhs sar sr isk',
);
/** Rules most prose out before any of the patterns is tried: a mark after a number. */
export const MAY_NAME_CURRENCY = new RegExp(
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
  /(?=[A-Z$€£₹])(?<![\p{L}\d.,])(Rs\.?\s?₹|₹\s?Rs\.?|INR\s?₹|₹\s?INR|EUR\s?€|€\s?EUR|GBP\s?£|£\s?GBP|([A-Z]{1,3}\$)\s?\2|([€£₹])\s\3|([A-Z]{1,3}\$)\s?\$|\$\s\$|\$\$(?=\s?\d[\d.,]*\s(?:thousand|million|billion|trillion))|[€£¥₹]\$|\$[€£¥₹]|BRL\sR\$|R\$\sBRL|CHF\s(?:Fr\.?|CHF)|RMB\s(?:CNY|RMB)|CNY\s(?:RMB|CNY)|USD\s?USD|EUR\s?EUR|USD\s?US\$|US\$\s?USD)\s?(?=\d)/gu;
export const MAY_HAVE_TWO_MARKS =
  /(?:[₹€£$]|Rs\.?|INR|EUR|GBP|CHF|RMB|CNY|USD|BRL)\s?(?:[A-Z]{0,3}[₹€£$]|Rs|INR|EUR|GBP|CHF|Fr|RMB|CNY|USD)/;

export function* twoCurrencies(text: string): Iterable<Broken> {
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

/** What a sign before an amount means, but for "$" and "¥", which several currencies have. */
const MEANT: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '₹': 'INR' };
/** "€1.3 billion USD": a sign before the amount and a code right behind it, which no other amount follows. */
const SIGN_AND_CODE = new RegExp(
  String.raw`(?<![\p{L}\d])([€£₹])\s?(${NUMBER}(?:[\s-]?(?:${SCALE_OR_LETTER}))?)\s(USD|EUR|GBP|INR|CHF|JPY|CNY|RMB)(?![\p{L}\d/-]|\s?\d)`,
  'gu',
);
export const MAY_HAVE_CODE = /\s(?:USD|EUR|GBP|INR|CHF|JPY|CNY|RMB)\b/;

export function* signAndCode(text: string): Iterable<Broken> {
  for (const { 0: all, 1: sign = '', 2: amount = '', 3: code = '', index } of text.matchAll(SIGN_AND_CODE))
    if (MEANT[sign] !== code)
      yield {
        start: index,
        text: all,
        message: `“${all}” names two currencies: only one can be meant.`,
        readings: [`${sign}${amount}`, `${code} ${amount}`],
      };
}

/** "€$84". */
const TWO_SIGNS = /^(?:[€£¥₹]\$|\$[€£¥₹])$/;

export function* twoMarks(text: string): Iterable<Broken> {
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
