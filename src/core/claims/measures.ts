// The measures that business reports speak of, by the words that name them.

export interface Measure {
  readonly name: string;
  /** Counted in money: a bare "300 billion" of it lacks its currency. */
  readonly money: boolean;
}

const MEASURE_WORDS: readonly (readonly [string, boolean, string])[] = [
  [
    'market share',
    false,
    'market shares?|share of (?:the )?(?:market|total|fleet|sales|spending|votes?)|viewing share|shares? of',
  ],
  [
    'margin',
    false,
    '(?:net |gross |operating |profit )?margins?|nim|load factor|utili[sz]ation|occupancy|churn|cost:income ratio',
  ],
  [
    'subscribers',
    false,
    'subscribers?|users?|customers?|clients?|members?|households?|organi[sz]ations?|patients?|viewers?|downloads?|visitors?',
  ],
  ['staff', false, 'staff|employees|jobs|workers|headcount|people|population|inhabitants'],
  ['shares', false, 'shares outstanding|share count'],
  [
    'volume',
    false,
    'shipments?|output|production|deliver(?:y|ies|ed)|installations?|throughput|volumes?|units?|exports?|imports?|handled|tonnage|orders? a day',
  ],
  ['capacity', false, 'capacity|installed|fleet'],
  ['stores', false, 'stores?|branches|outlets|sites|plants?|stations?|vessels?|ships?|calls'],
  [
    'revenue',
    true,
    'revenues?|turnover|sales|arr|run[- ]rate|top line|gross (?:order|merchandise) value|g[om]v|bookings|billings',
  ],
  ['cash flow', true, '(?:free |operating )?cash flows?'],
  [
    'profit',
    true,
    '(?:net |operating |gross |pre-tax |pretax )?(?:profits?|income|earnings)(?: before tax)?|ebitda?',
  ],
  ['loss', true, '(?:net |operating |pre-tax )?loss(?:es)?'],
  [
    'valuation',
    true,
    'valuations?|valued|values|market (?:value|cap(?:itali[sz]ation)?)|enterprise value|worth|post-money',
  ],
  ['debt', true, '(?:net )?debts?|borrow(?:s|ed|ings?)?|loans?|bonds?|credit facility|owed|owes'],
  [
    'investment',
    true,
    'invest(?:s|ed|ing|ments?)?|commit(?:s|ted|ting|ments?)?|funding|raised|raises|round|financing|capital',
  ],
  [
    'spending',
    true,
    'spend(?:s|ing)?|spent|capex|expenditures?|outlays?|costs?|expenses?|budget|subsid(?:y|ies)',
  ],
  [
    'price',
    true,
    'prices?|priced|fees?|rent|premium|bonus(?:es)?|dividends?|royalt(?:y|ies)|pay(?:s|ment|ments)?|paid',
  ],
  ['contract value', true, 'contracts?|deals?|orders?|contract value|binding|partnership'],
  ['cash', true, 'cash|reserves|assets|deposits|savings|funds?'],
];

const MEASURES = new Map<string, Measure>(MEASURE_WORDS.map(([name, money]) => [name, { name, money }]));
const WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${MEASURE_WORDS.map(([, , words], i) => `(?<m${i}>${words})`).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

export interface MeasureWord extends Measure {
  readonly start: number;
  readonly end: number;
}

/** Every word of a text that names a measure, in order. */
export function measuresIn(text: string): MeasureWord[] {
  return [...text.matchAll(WORDS)].flatMap(match => {
    const index = MEASURE_WORDS.findIndex((_, i) => match.groups?.[`m${i}`] !== undefined);
    const measure = MEASURES.get(MEASURE_WORDS[index]?.[0] ?? '');
    return measure ? [{ ...measure, start: match.index, end: match.index + match[0].length }] : [];
  });
}

/** The measure word nearest to a span: those before it in its clause come first, then those right after it. */
export function nearestMeasure(
  words: readonly MeasureWord[],
  text: string,
  at: { start: number; end: number },
): Measure | undefined {
  const before = words.findLast(word => word.end <= at.start);
  const after = words.find(word => word.start >= at.end);
  const distance = (from: number, to: number) =>
    to - from + (/[;；]/.test(text.slice(from, to)) ? 200 : 0) + (/,/.test(text.slice(from, to)) ? 15 : 0);
  const farBefore = before ? distance(before.end, at.start) : Infinity;
  const farAfter = after ? distance(at.end, after.start) * 1.5 + 5 : Infinity;
  const nearest = farBefore <= farAfter ? before : after;
  return nearest && MEASURES.get(nearest.name);
}
