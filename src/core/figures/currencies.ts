// Currencies by code, symbol, prefix and name, as ISO 4217 codes.
import { wordClass } from './lexicon';
import { CURRENCY_CODES } from './word-runs';
import { pairs, words } from './words';

/** Signs that mean one currency, or, with `DOLLAR_PREFIXES` and the report's own currency, one of several. */
const SYMBOLS = new Map<string, string>([
  ['$', 'USD'],
  ['＄', 'USD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'JPY'],
  ['￥', 'CNY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['₦', 'NGN'],
  ['฿', 'THB'],
  ['₴', 'UAH'],
  ['₡', 'CRC'],
  ['₵', 'GHS'],
  ['₸', 'KZT'],
  ['₿', 'BTC'],
  ['₲', 'PYG'],
  ['₼', 'AZN'],
  ['₾', 'GEL'],
  ['৳', 'BDT'],
  ['₮', 'MNT'],
  ['₭', 'LAK'],
]);

const DOLLAR_PREFIXES = new Map<string, string>(
  pairs(`
  US USD A AUD AU AUD AUD AUD C CAD CA CAD CAD CAD CDN CAD Can CAD HK HKD NZ NZD S SGD SG SGD NT TWD
  TW TWD R BRL Mex MXN MX MXN MXN MXN J JMD TT TTD Z ZWL N NAD B BND FJ FJD USD USD HKD HKD SGD SGD BZ BZD
  CI KYD EC XCD CLP CLP COL COP AR ARS`),
);

/** Letters before (or after) an amount that are no ISO code. */
const LETTERS = new Map<string, string>(
  pairs(`
  RMB CNY CNH CNY Rs INR Re INR kr SEK Kr SEK SKr SEK NKr NOK DKr DKK Fr CHF SFr CHF Sfr CHF zł PLN
  Kč CZK Ft HUF Rp IDR RM MYR Dh AED Dhs AED SR SAR Php PHP KSh KES Ksh KES NIS ILS stg GBP BTC BTC
  JD JOD KD KWD BD BHD QR QAR LE EGP TSh TZS USh UGX NRs NPR PKR PKR LKR LKR Bs BOB
  EEK EEK LVL LVL LTL LTL SKK SKK SIT SIT ETH ETH PS GBP R ZAR DM DEM FRF FRF DEM DEM ITL ITL
  CFAF XOF FCFA XOF Tk BDT FRw RWF FBu BIF`),
);

/** Codes that are English words or common abbreviations in capitals: too weak to make money of a bare number. */
const WORDLIKE = new Set(
  words(`
  ALL TOP TRY CUP PEN MOP BOB COP SOS MAD GEL BAM ANG ERN RON MUR XXX XTS CAD AMD PGK MGA STD BIF SDR
  MVR GIP DOP ARS PS Re SR RM Fr DM Dh R`),
);

const PLAIN_NAMES = new Map<string, string>(
  pairs(`
  peseta ESP guilder NLG lire ITL escudo PTE drachma GRD dollar USD buck USD greenback USD euro EUR
  sterling GBP quid GBP yen JPY yuan CNY renminbi CNY rmb CNY won KRW rupee INR franc CHF krona SEK
  kronor SEK krone NOK kroner NOK rand ZAR ruble RUB rouble RUB zloty PLN baht THB ringgit MYR
  rupiah IDR dong VND dirham AED riyal SAR shekel ILS naira NGN forint HUF koruna CZK hryvnia UAH
  taka BDT cedi GHS tenge KZT lira TRY peso MXN reais BRL bitcoin BTC deutschmark DEM leu RON lei RON
  lev BGN leva BGN birr ETB kwacha ZMW pula BWP dinar KWD shilling KES`),
);

/** Names with a country that the engine's list does not have in this form. */
const FULL_NAMES = new Map<string, string>([
  ['dutch guilder', 'NLG'],
  ['west german mark', 'DEM'],
  ['spanish peseta', 'ESP'],
  ['us dollar', 'USD'],
  ['u.s. dollar', 'USD'],
  ['american dollar', 'USD'],
  ['united states dollar', 'USD'],
  ['british pound', 'GBP'],
  ['pound sterling', 'GBP'],
  ['uk pound', 'GBP'],
  ['egyptian pound', 'EGP'],
  ['hong kong dollar', 'HKD'],
  ['chinese yuan', 'CNY'],
  ['chinese renminbi', 'CNY'],
  ['canadian dollar', 'CAD'],
  ['australian dollar', 'AUD'],
  ['singapore dollar', 'SGD'],
  ['singaporean dollar', 'SGD'],
  ['new zealand dollar', 'NZD'],
  ['taiwan dollar', 'TWD'],
  ['new taiwan dollar', 'TWD'],
  ['japanese yen', 'JPY'],
  ['korean won', 'KRW'],
  ['south korean won', 'KRW'],
  ['indian rupee', 'INR'],
  ['pakistani rupee', 'PKR'],
  ['pakistan rupee', 'PKR'],
  ['sri lankan rupee', 'LKR'],
  ['nepalese rupee', 'NPR'],
  ['swiss franc', 'CHF'],
  ['swedish krona', 'SEK'],
  ['swedish kronor', 'SEK'],
  ['swedish crown', 'SEK'],
  ['norwegian krone', 'NOK'],
  ['norwegian kroner', 'NOK'],
  ['norwegian crown', 'NOK'],
  ['danish krone', 'DKK'],
  ['danish kroner', 'DKK'],
  ['danish crown', 'DKK'],
  ['czech crown', 'CZK'],
  ['icelandic krona', 'ISK'],
  ['mexican peso', 'MXN'],
  ['argentine peso', 'ARS'],
  ['philippine peso', 'PHP'],
  ['chilean peso', 'CLP'],
  ['colombian peso', 'COP'],
  ['brazilian real', 'BRL'],
  ['brazilian reais', 'BRL'],
  ['turkish lira', 'TRY'],
  ['italian lira', 'ITL'],
  ['italian lire', 'ITL'],
  ['german mark', 'DEM'],
  ['deutsche mark', 'DEM'],
  ['french franc', 'FRF'],
  ['south african rand', 'ZAR'],
  ['saudi riyal', 'SAR'],
  ['qatari riyal', 'QAR'],
  ['uae dirham', 'AED'],
  ['emirati dirham', 'AED'],
  ['kuwaiti dinar', 'KWD'],
  ['russian ruble', 'RUB'],
  ['russian rouble', 'RUB'],
  ['polish zloty', 'PLN'],
  ['thai baht', 'THB'],
  ['israeli shekel', 'ILS'],
  ['malaysian ringgit', 'MYR'],
  ['indonesian rupiah', 'IDR'],
  ['cfa franc', 'XOF'],
]);

/** Hundredths: their words, and the currency they belong to when nothing else is said. */
const SUBUNITS = new Map<string, string>(
  pairs(`
  cent USD cents USD pence GBP penny GBP pennies USD paise INR paisa INR ¢ USD eurocents EUR
  eurocent EUR kopecks RUB fen CNY ore SEK öre SEK øre NOK sen MYR ct EUR`),
);

/** With these words, in the singular or plural, a currency's full name ends. */
export const CURRENCY_ENDS = wordClass(
  words(`
  dollar peso pound franc rupee dinar dirham riyal rial krone krona kronor kroner crown króna koruna shilling
  mark guilder yen yuan renminbi won real reais lira lire ruble rouble rand baht zloty ringgit rupiah shekel
  lev leu peseta florin afghani lek dram kwanza manat taka boliviano ngultrum pula colón escudo nakfa birr lari
  cedi dalasi quetzal lempira kuna gourde forint som riel tenge kip loti ariary denar kyat tugrik pataca
  ouguiya rufiyaa kwacha metical naira córdoba balboa sol kina guarani leone dobra lilangeni somoni paʻanga
  hryvnia bolívar dong vatu tala`).flatMap(word => [word, `${word}s`]),
);

/** The words with which such a name begins, besides capitalised ones. */
export const CURRENCY_STARTS = wordClass([
  'u',
  'new',
  ...[...FULL_NAMES.keys()].map(name => name.split(' ')[0] ?? name),
]);

/** The words that are, or may be, a currency or a part of one by themselves. */
export const CURRENCY_WORDS = wordClass([
  ...[...CURRENCY_CODES].flatMap(code => ['', 'm', 'k', 't'].map(scale => scale + code.toLowerCase())),
  ...[...LETTERS.keys()].map(code => code.toLowerCase()),
  ...[...PLAIN_NAMES.keys()].flatMap(name => [name, `${name}s`]),
  ...SUBUNITS.keys(),
  ...words('pound pounds p us'),
]);

/** "MEUR", "kSEK": a currency with its scale in one word. */
export function scaledCode(letters: string): { code: string; power: number } | undefined {
  const [scale, code] = [letters.charAt(0), letters.slice(1)];
  if (!CURRENCY_CODES.has(code) || WORDLIKE.has(code) || CURRENCY_CODES.has(letters)) return undefined;
  if (scale === 'M') return { code, power: 6 };
  return scale === 'k' || scale === 'K' || scale === 'T' ? { code, power: 3 } : undefined;
}

const CHINESE = /yuan|renminbi|RMB|CNY|chin(?:a|ese)\b|人民币|元|亿|beijing|shanghai|shenzhen/i;
const DOLLARS = new Set(words('USD AUD CAD HKD NZD SGD TWD XCD BBD JMD MXN CLP COP ARS'));
const CROWNS = new Set(['SEK', 'NOK', 'DKK', 'ISK', 'CZK']);

/** What the ambiguous signs mean in one text: the report's currency first, then the text's own words. */
export class CurrencySigns {
  private yen: string | undefined;

  constructor(
    private readonly text: string,
    private readonly own: string | undefined,
  ) {}

  /** The currency of a sign such as "$" or "¥". */
  ofSymbol(symbol: string): string | undefined {
    const code = SYMBOLS.get(symbol);
    if (code === 'USD' && this.own !== undefined && DOLLARS.has(this.own)) return this.own;
    if (symbol === '¥' || symbol === '￥') return this.yenOrYuan();
    return code;
  }

  /** The currency of letters before or after an amount: "USD", "RMB", "kr"; undefined when they are no currency. */
  ofLetters(letters: string): string | undefined {
    if (letters.length > 4) return undefined;
    if (CURRENCY_CODES.has(letters)) return letters;
    const code = LETTERS.get(letters);
    if (code === undefined || this.own === undefined) return code;
    if (letters.toLowerCase() === 'kr') return CROWNS.has(this.own) ? this.own : code;
    return letters === 'Rs' && this.own.endsWith('R') ? this.own : code;
  }

  /** The currency of "cents": the report's own when it has such. */
  ofSubunit(word: string): string | undefined {
    const code = SUBUNITS.get(word);
    if (code === 'USD' && this.own !== undefined && (DOLLARS.has(this.own) || this.own === 'EUR'))
      return this.own;
    return code;
  }

  /** The currency of a plain name in lower case, singular or plural. */
  ofName(name: string): string | undefined {
    const code =
      PLAIN_NAMES.get(name) ?? (name.endsWith('s') ? PLAIN_NAMES.get(name.slice(0, -1)) : undefined);
    if (code === 'USD' && name.startsWith('dollar') && this.own !== undefined && DOLLARS.has(this.own))
      return this.own;
    return code;
  }

  private yenOrYuan(): string {
    if (this.own === 'CNY' || this.own === 'JPY') return this.own;
    this.yen ??= CHINESE.test(this.text) && !/\byen\b|JPY|japan|tokyo|円/i.test(this.text) ? 'CNY' : 'JPY';
    return this.yen;
  }
}

export function isCurrencySymbol(text: string): boolean {
  // Most other marks are told by their code alone.
  return text === '$' || (text.charCodeAt(0) > 127 && SYMBOLS.has(text));
}

/** The currency of "US$", "HK$": from the letters glued before the dollar sign. */
export function dollarPrefix(letters: string): string | undefined {
  return DOLLAR_PREFIXES.get(letters);
}

/** True for letters that are a currency only beside an amount that shows it is money. */
export function isWeakCode(letters: string): boolean {
  return WORDLIKE.has(letters);
}

/** True for letters that are a currency wherever they stand: "RMB", "THB". */
export function isCurrencyCode(letters: string): boolean {
  return (CURRENCY_CODES.has(letters) || LETTERS.has(letters)) && !isWeakCode(letters);
}

let namesOfTheEngine: ReadonlyMap<string, string> | undefined;

/** The currency of a name of two to four words in lower case: "hong kong dollars", "kenyan shilling". */
export function currencyOfFullName(name: string): string | undefined {
  const singular = name.endsWith('s') ? name.slice(0, -1) : name;
  namesOfTheEngine ??= engineNames();
  return (
    FULL_NAMES.get(name) ??
    FULL_NAMES.get(singular) ??
    namesOfTheEngine.get(singular) ??
    namesOfTheEngine.get(name)
  );
}

function engineNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const display = new Intl.DisplayNames('en', { type: 'currency' });
  for (const code of CURRENCY_CODES) {
    const name = display.of(code)?.toLowerCase();
    if (name === undefined || name.includes('(') || name === code.toLowerCase()) continue;
    names.set(name, code);
  }
  return names;
}

/** English name of a currency in the plural: "US dollars". */
export function currencyName(code: string): string {
  if (code === 'BTC') return 'bitcoin';
  if (code === 'CNY') return 'yuan';
  if (!CURRENCY_CODES.has(code)) return code;
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
    currencyDisplay: 'name',
  }).formatToParts(2);
  return parts.find(part => part.type === 'currency')?.value ?? code;
}
