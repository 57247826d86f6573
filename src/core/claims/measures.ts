// The measures that business reports speak of, by the words that name them.
import { eachSought, mayHave, seek } from '../text/beginnings';
import {
  APOSTROPHE,
  endOfRun,
  endWithoutOwner,
  HYPHEN,
  inLowerCase,
  kindAt,
  LETTER,
  SPACE,
  startOfRun,
  UPPER,
} from '../text/letters';
import { flat } from '../text/lists';
import { onceOfWord } from '../text/remember';
import type { Span } from '../text/span';
import { Wording } from '../text/wording';

export interface Measure {
  readonly name: string;
  /** Counted in money: a bare "300 billion" of it lacks its currency. */
  readonly money: boolean;
}

/** A word or phrase that names a measure, at its place. */
export interface MeasureWord extends Measure {
  readonly start: number;
  readonly end: number;
  /** The words right before it that narrow it down: "peak" sales, "net" price, "advertising" revenue. */
  readonly modifiers: readonly string[];
}

/** Name, whether it is money, and the words and phrases for it in the singular; plurals are known by their "s". */
const MEASURES: readonly (readonly [string, boolean, string])[] = [
  ['market share', false, 'market share|share of|viewing share|share'],
  [
    'margin',
    false,
    'margin|nim|load factor|utilisation|utilization|occupancy|churn|income ratio|yield|coverage',
  ],
  [
    'customers',
    false,
    'subscriber|user|customer|client|member|household|organisation|organization|patient|viewer|download|visitor|account|passenger',
  ],
  ['staff', false, 'staff|employee|job|worker|headcount|people|population|inhabitant|fte'],
  [
    'volume',
    false,
    'shipment|output|production|delivery|deliveries|delivered|installation|throughput|volume|unit|export|import|handled|tonnage|crop|harvest|acreage|generation|demand|consumption',
  ],
  ['capacity', false, 'capacity|installed|fleet'],
  ['stores', false, 'store|branch|branches|outlet|site|plant|station|vessel|ship|call|home|shop|bed'],
  [
    'revenue',
    true,
    'revenue|turnover|sales|arr|run rate|run-rate|top line|order value|merchandise value|gov|gmv|bookings|billings|proceeds',
  ],
  ['cash flow', true, 'cash flow'],
  ['profit', true, 'profit|income|earnings|ebitda|ebit|net income|operating income|operating profit'],
  ['loss', true, 'loss|losses|deficit|shortfall'],
  [
    'valuation',
    true,
    'valuation|valued|values|market value|market cap|market capitalisation|market capitalization|enterprise value|insured value|sum insured|insured sum|asset value|book value|fair value|face value|nominal value|replacement value|residual value|worth|post-money',
  ],
  [
    'debt',
    true,
    'senior note|green bond|convertible note|subordinated note|covered bond|debt|borrow|borrows|borrowed|borrowing|loan|bond|credit facility|owed|owes|liability|liabilities',
  ],
  [
    'investment',
    true,
    'invest|invests|invested|investing|investment|commit|commits|committed|committing|commitment|funding|raised|raises|secured|secures|received|lent|round|financing|capital|capital increase',
  ],
  ['deal value', true, 'acquisition|acquire|acquires|acquired|takeover|bid|merger|buyout'],
  [
    'spending',
    true,
    'spend|spends|spending|spent|capex|expenditure|outlay|cost|expense|budget|subsidy|subsidies|grant',
  ],
  [
    'price',
    true,
    'price|priced|fee|rent|premium|bonus|bonuses|dividend|royalty|royalties|pay|pays|paid|payment|fine|tariff|charge|wage|salary|salaries',
  ],
  ['purchase', false, 'buy|buys|bought|purchase|purchased|ordered'],
  ['contract value', true, 'contract|contract value|order book|backlog|partnership'],
  ['working capital', false, 'working capital|receivable|payable|inventory|inventories'],
  ['cash', true, 'cash|reserves|assets|deposit|savings|fund'],
];

/** What is counted or a part of a whole: never an amount of money. */
const NEVER_MONEY: ReadonlySet<string> = new Set([
  'market share',
  'margin',
  'customers',
  'staff',
  'capacity',
  'stores',
]);

/** True when an amount of money may be a value of this measure: "2,150 clients a compensation of €9.3 million". */
export function mayBeMoney({ name }: Measure): boolean {
  return !NEVER_MONEY.has(name);
}

const BY_WORD = new Map<string, Measure>(
  flat(MEASURES, ([name, money, words]) => words.split('|').map(word => [word, { name, money }] as const)),
);
/** The words that name a measure, or begin a phrase that does. */
const SOUGHT = seek(Array.from(BY_WORD.keys(), phrase => `${firstOf(phrase)} ${firstOf(phrase)}s`).join(' '));
const BEGINS_PHRASE: ReadonlySet<string> = new Set(
  [...BY_WORD.keys()].flatMap(phrase => (phrase.includes(' ') ? firstOf(phrase) : [])),
);

function firstOf(phrase: string): string {
  return phrase.split(' ', 1)[0] ?? '';
}

/** Words that stand before a measure without narrowing it down. */
const NO_MODIFIERS: ReadonlySet<string> = new Set(
  (
    'a an the its their his her our your this that these those of in on at by for from with to and or but as than is are was were be been has have ' +
    'had will would may can of which whose total combined overall about over under nearly almost some all both each every more less most ' +
    'annualized annualised annual yearly quarterly monthly new first second third last next own reported put puts sees saw with s up down only ' +
    'company companies report reports group year years quarter half'
  ).split(' '),
);

/** Every word of a text that names a measure, in order. */
export function measuresIn(text: string, wording = new Wording(text)): readonly MeasureWord[] {
  if (!mayHave(SOUGHT, wording)) return NONE;
  const found: MeasureWord[] = [];
  let free = 0;
  eachSought(SOUGHT, wording, start => {
    if (start < free || startOfWord(text, start) !== start) return;
    const end = endOfWord(text, start);
    const meaning = meaningOf(text, start, endWithoutOwner(text, start, end));
    if (meaning === NOTHING) return;
    const next = meaning.beginsPhrase ? nextWord(text, end) : undefined;
    const ofPhrase =
      next && measureOf(`${withoutOwner(text, start, end)} ${withoutOwner(text, next.start, next.end)}`);
    const measure = ofPhrase ?? meaning.measure;
    if (!measure || isPaidFor(text, start)) return;
    free = next && ofPhrase ? next.end : end;
    const modifiers = modifiersBefore(text, start);
    found.push({ name: measure.name, money: measure.money, start, end: free, modifiers });
  });
  return found;
}

/** What may stand in a word behind its first letter. */
const FURTHER = LETTER | APOSTROPHE | HYPHEN;

function endOfWord(text: string, start: number): number {
  return endOfRun(text, start + 1, FURTHER);
}

/** Where the word starts that goes on to a place, or would start right there. */
function startOfWord(text: string, end: number): number {
  let start = startOfRun(text, end, FURTHER);
  while (start < end && (kindAt(text, start) & LETTER) === 0) start++;
  return start;
}

function nextWord(text: string, from: number): Span | undefined {
  for (let start = from; start < text.length; start++)
    if ((kindAt(text, start) & LETTER) !== 0) return { start, end: endOfWord(text, start) };
  return undefined;
}

/** "Paid nights numbered 9.92 million": what is paid for is counted. */
function isPaidFor(text: string, at: number): boolean {
  return (
    PAID_THING.test(inLowerCase(text.slice(at, at + 12))) &&
    OPENS_PHRASE.test(inLowerCase(text.slice(Math.max(0, at - 6), at)))
  );
}

const PAID_THING =
  /^paid (?!(?:for|out|back|in|up|off|by|to|over|about|some|nearly|an?|the|its|their|it|them)\b)\p{Ll}/u;
const OPENS_PHRASE = /(?:^|[.:!?] |\b(?:the|of|all) )$/;

const NONE: readonly MeasureWord[] = [];

/** What a word alone may tell of a measure. */
interface Meaning {
  readonly measure: Measure | undefined;
  /** Words with which a phrase of two begins: most words begin none, and need no look-up of the phrase. */
  readonly beginsPhrase: boolean;
}

const NOTHING: Meaning = { measure: undefined, beginsPhrase: false };

const meaningOf = onceOfWord((written: string): Meaning => {
  const word = inLowerCase(written);
  const [measure, beginsPhrase] = [measureOf(word), BEGINS_PHRASE.has(word)];
  return measure || beginsPhrase ? { measure, beginsPhrase } : NOTHING;
});

function measureOf(phrase: string): Measure | undefined {
  return BY_WORD.get(phrase) ?? (phrase.endsWith('s') ? BY_WORD.get(phrase.slice(0, -1)) : undefined);
}

/** A word of a text in lower case, without the "’s" of an owner. */
function withoutOwner(text: string, start: number, end: number): string {
  return inLowerCase(text.slice(start, endWithoutOwner(text, start, end)));
}

const NO_WORDS: readonly string[] = [];

/** The one or two words that narrow down what stands at a place, with nothing but spaces between them. */
function modifiersBefore(text: string, at: number): readonly string[] {
  let modifiers: string[] | undefined;
  for (let next = at, i = 0; i < 2; i++) {
    const end = startOfRun(text, next, SPACE);
    const start = startOfWord(text, end);
    if (end === next || start === end) break;
    const modifier = withoutOwner(text, start, end);
    if (NO_MODIFIERS.has(modifier)) break;
    // "Norvik's revenue" and "Norvik revenue": who it is of, not what kind it is.
    if (endWithoutOwner(text, start, end) < end || (start > 0 && kindAt(text, start) === UPPER)) break;
    if (modifiers) modifiers.unshift(modifier);
    else modifiers = [modifier];
    next = start;
  }
  return modifiers ?? NO_WORDS;
}

/**
 * The measure word nearest to a figure, those before it first.
 * @param words the measure words of the sentence
 * @param text the prose in which they stand
 * @param at the figure
 * @param limit where the next figure starts: what stands behind that belongs to it
 */
export function nearestMeasure(
  words: readonly MeasureWord[],
  text: string,
  at: { readonly start: number; readonly end: number },
  limit: number,
): MeasureWord | undefined {
  const before = words.findLast(word => word.end <= at.start);
  const after = words.find(word => word.start >= at.end && word.end <= limit);
  const comma = (from: number, to: number) => (text.slice(from, to).includes(',') ? 15 : 0);
  const clauses = (from: number, to: number) => /[;；]/.test(text.slice(from, to));
  // What a clause is about may have been said in the one before it, never in the one after it.
  const farBefore = before
    ? at.start - before.end + comma(before.end, at.start) + (clauses(before.end, at.start) ? 200 : 0)
    : Infinity;
  const farAfter =
    after && !clauses(at.end, after.start)
      ? (after.start - at.end + comma(at.end, after.start)) * 1.5 + 5
      : Infinity;
  if (farBefore === Infinity && farAfter === Infinity) return undefined;
  return farBefore <= farAfter ? before : after;
}
