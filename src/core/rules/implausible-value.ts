import { type Mention, measuresIn } from '../claims';
import type { CellPlace } from '../report/report';
import { MONTH_STARTS } from '../text/english';
import type { Rule } from './rule';
import { type Part, type Sentence, sentencesIn, wordsAfter, wordsBefore } from './sentences';

export const implausibleValue: Rule = {
  id: 'implausible-value',
  family: 'units',
  severity: 'warning',
  summary:
    'A value that cannot be: a share, probability or occupancy over 100%, more users than people on Earth.',
  *check(reading) {
    for (const sentence of sentencesIn(reading)) {
      for (const part of sentence.parts) {
        const measure = boundedMeasure(sentence, part);
        if (measure !== undefined)
          yield {
            span: part.mention.figure.span,
            message: `“${part.mention.figure.text}” cannot be: ${measure} ends at 100%.`,
          };
        else if (isTooManyPeople(sentence, part))
          yield {
            span: part.mention.figure.span,
            message: `“${part.mention.figure.text}” cannot be: it is more than all people on Earth, about 8 billion.`,
          };
      }
    }
  },
};

/** Measures that cannot pass 100%, and how a message names them. */
const BOUNDED: readonly (readonly [string, RegExp])[] = [
  ['a probability', /\b(?:probabilit(?:y|ies)|likelihood|chances?|odds|confidence)\b/i],
  [
    'a utilisation',
    /\b(?:(?:capacity |fleet )?utili[sz]ation(?: rate)?|load factors?|capacity factors?)\b|\b(?:runs?|ran|running|operat(?:es?|ed|ing)|work(?:s|ed)?) at\b/i,
  ],
  ['an occupancy', /\b(?:(?:bed |room )?occupanc(?:y|ies)(?: rates?)?)\b/i],
  [
    'a share',
    /\b(?:(?:market|viewing|audience|traffic|vote) shares?|shares? of (?!stock|common|preferred)|stakes?|turnout|attendance rate|vacancy(?: rate)?|unemployment(?: rate)?|literacy(?: rate)?|punctuality|availability|uptime|adherence|compliance(?: rate)?|completion(?: rate)?|success rate|pass rate|hit rate|survival(?: rate)?|response rate|yield rate|(?:first[- ]pass|process|production|die|wafer|line) yields?)\b|\byield of\b/i,
  ],
  ['ownership', /\b(?:owns?|owned|holds?|belongs? to)\b/i],
];
/** Growth, change and comparison may pass 100%, and so may ratios to something else. */
const UNBOUNDED =
  /\b(?:up|rose|rise[sn]?|rising|grew|grow[sn]?|growing|growth|increas\w*|gain\w*|jump\w*|soar\w*|surg\w*|climb\w*|higher|more|above|over|exceed\w*|premium|return\w*|by|change|price|prices|cover|ratio|debt|gdp|subscribed|oversubscribed|margin|compared|index|of (?:the )?(?:forecast|plan|target|gdp|budget|estimate|average|last year|previous|prior|normal))\b|\+|\//i;

/** The bounded measure that a percentage over 100 claims to be. */
function boundedMeasure(sentence: Sentence, part: Part): string | undefined {
  const { quantity, cell } = part.mention.figure;
  const percent = quantity.kind === 'percent';
  if (!percent || quantity.range.low <= 100 || quantity.value > 1000) return undefined;
  const after = wordsAfter(sentence, part, 40).split(/[,;.]\s/)[0] ?? '';
  if (cell && sentence.text.length <= part.end - part.start + 16) return ofCell(part.mention);
  const words =
    wordsBefore(sentence, part, 70)
      .split(/[,;:.(]\s|\s[–—]\s/)
      .at(-1) ?? '';
  const own = words.split(/\b(?:and|but|while|with)\s/).at(-1) ?? '';
  // "occupancy was 71% in spring and 103% in summer" tells of one thing.
  const clause = own === '' ? words : own;
  const labelled = wordsBefore(sentence, part, 70).replace(/:\s*$/, '');
  const before = /:\s*$/.test(wordsBefore(sentence, part, 3)) ? labelled : clause;
  const sign = sentence.text.slice(part.start, part.start + 1) === '+';
  if (!sign && isShareOf(before, after)) return 'a part of a whole';
  if (!sign && OF_MARKET.test(after) && !UNBOUNDED.test(levelsOnly(before))) return 'a share of a market';
  if (sign || isUnbounded(before) || UNBOUNDED.test(after.replace(OVER_TIME, ''))) return undefined;
  if (/^\s*of (?:its|their|the|all|installed|nominal|rated)?\s?(?:\w+ )?capacity\b/i.test(after))
    return 'use of a capacity';
  if (/^\s*(?:occupied|full|let|leased|rented out|vaccinated|literate)\b/i.test(after))
    return 'a part of a whole';
  if (
    isShareOfMany(after) ||
    isPartOfThings(after) ||
    isSubject(sentence, part, after) ||
    OF_ALL.test(wordsBefore(sentence, part, 70))
  )
    return 'a part of them';
  if (OF_TIME.test(after)) return 'a part of a time';
  if (OF_ALL_LISTED.test(sentence.text)) return 'a part of them';
  const found = BOUNDED.find(([, words]) => words.test(before));
  if (found) return found[0];
  if (quantity.value < MOST_OF_SHARE && !/^\s*of\b/i.test(after) && !COMPARES.test(sentence.text))
    return 'a part of a whole';
  return /^\s*(?:occupancy|utili[sz]ation|load factor|market share|stake|probability|chance|turnout)\b/i.test(
    after,
  )
    ? BOUNDED.find(([, words]) => words.test(after))?.[0]
    : undefined;
}

/** True when words compare, unless the measure that ends at 100% is told after them: "the index puts the utilization at". */
function isUnbounded(before: string): boolean {
  const measure =
    BOUNDED.flatMap(([name, words]) => (name === 'ownership' ? [] : (words.exec(before)?.index ?? [])))[0] ??
    0;
  return UNBOUNDED.test(levelsOnly(before.slice(measure)));
}

/** "Of all those treated, 104% …". */
const OF_ALL =
  /(?:^|[.;]\s)of (?:all )?(?:the|those|these|all|its|their)\b[^,.;%]{3,60},\s*(?:about |around |over |nearly )?$/i;

/** What is no growth and no ratio is a part of a whole; far above 100% it is rather something that is not known here. */
const MOST_OF_SHARE = 200;
/** Words of a sentence in which a percentage compares two things, or sets a rate. */
const COMPARES = new RegExp(
  `${UNBOUNDED.source}|\\b(?:than|as (?:much|many)|rates?|tax\\w*|deduct\\w*|allowances?|dut(?:y|ies)|tariffs?|lev(?:y|ies)|solvency|liquidity|leverage|covers?|covered|coverage|conversion|retention|loans?|deposits?|reserves?|penetration|assets|debts?|liabilities|equity|capital|combined|median|times|tripled?|doubled?|bonus\\w*|paid out|payout|valued?|values|worth|costs?|inflation|interest|yields?|spread|fees?|salar(?:y|ies)|wages?|loss(?:es)?|profits?|bids?|orders?|demand|would|could|volume|efficiency|score|level|humidity|quota|par|bonds?|notes|puts?|redeem\\w*|repa(?:y|id)\\w*|nominal)\\b`,
  'i',
);

/** "112% of the market for hail cover"; of the market's average, growth or size it may be any percentage. */
const OF_MARKET =
  /^\s*of (?:the|its|their) (?:\p{L}+ )?market(?! (?:price|value|rate|average|growth|cap))\b/iu;

/** "Of the samples taken, 99.9% passed at Norvik and 99.8% at Sundby": each is a part of the same. */
const OF_ALL_LISTED =
  /^Of (?:all )?(?:the|those|these|its|their) [\p{L}’' -]{3,60}, (?:about |around |over |nearly )?\d[\d.]*\s?(?:%|per ?cent)/u;

/** "made up 108% of the packs", "accounts for 120% of sales"; of profits and other balances a part may pass the whole. */
function isShareOf(before: string, after: string): boolean {
  const whole = /^\s*of (?:(?!\b(?:and|or|in|on|at|to|by|for)\b)[\p{L}'’-]+ ?){1,4}/iu.exec(after)?.[0];
  if (whole === undefined || BALANCE.test(whole) || UNBOUNDED.test(after)) return false;
  return MAKES_UP.test(before) || (TAKES.test(before) && /\b(?:the|all|its|their)\b.*s\s*$/i.test(whole));
}

const MAKES_UP =
  /\b(?:ma(?:de|kes?|king) up|account(?:s|ed|ing)? for|constitut(?:es?|ed|ing)|compris(?:es?|ed|ing))\s+(?:about |around |some |nearly |almost |fully |only |as much as )?$/i;
/** What takes or brings more than there is; of one thing only, for of another a part may be any percentage. */
const TAKES =
  /\b(?:represent(?:s|ed|ing)?|took|takes?|taking|suppl(?:y|ies|ied|ying)|provid(?:es?|ed|ing)|carr(?:y|ies|ied|ying))\s+(?:about |around |some |nearly |almost |fully |only |as much as )?$/i;
const BALANCE =
  /\b(?:profits?|income|earnings|ebitda?|loss(?:es)?|cash|flow|gains?|decline|fall|rise|deficit|surplus|wages?|needs?|demand|requirements?|consumption|output|revenues?|turnover|assets?|commitments?|fees|reserves|sales|costs?|proceeds|savings|deposits|equity|capital|value|gdp|targets?|loans?|bonds?|bids?|shares?|notes?|claims?|debts?|liabilities|obligations?|quotas?)\b/i;

/** "of the patients who finished", "of its shops": things that are counted, not amounts or yardsticks. */
function isShareOfMany(after: string): boolean {
  if (/^\s*of those \p{L}+ing\b/iu.test(after)) return true;
  const noun = OF_MANY.exec(after)?.[1];
  return noun !== undefined && (PEOPLE.test(noun) || measuresIn(noun).some(({ name }) => COUNTED.has(name)));
}

/** Not "of the patients of 2019", "of the staff needed": those are others. */
const OF_MANY =
  /^\s*of (?:(?:the|its|their|our|all|all the|these|those)\s+)?(?:[\p{L}-]+\s+){0,2}?([\p{L}-]+s|people|staff|children|women|men)\s+(?!(?:of|from|as|than|it|they|on|to|for|needed|planned|expected|required|allowed|treated)\b)\p{Ll}/iu;

/** "122% of the offices are let": a verb in the plural tells that things are counted; a balance may be passed. */
function isPartOfThings(after: string): boolean {
  const things =
    /^\s*of (?:the|all|all the|its|their|our|these|those) (?:[\p{L}-]+ ){0,2}?[\p{L}-]+s (?:are|were|go|went|come|came|have|had)\b/iu.exec(
      after,
    )?.[0];
  return things !== undefined && !BALANCE.test(things);
}

/** "115% of the pensioners live alone": what opens a sentence and is of many things, before a verb. */
function isSubject(sentence: Sentence, part: Part, after: string): boolean {
  const things = SUBJECT.exec(after)?.[0];
  return (
    things !== undefined &&
    !BALANCE.test(things) &&
    /^(?:\p{L}+ )?$/u.test(sentence.text.slice(0, part.start))
  );
}

const SUBJECT =
  /^\s*of (?:the|all|all the|its|their|our|these|those) (?:[\p{L}-]+ ){0,2}?[\p{L}-]+[^s]s (?!(?:of|in|at|on|for|to|from|and|or|as|than|that|which|is|was|has)\b)\p{Ll}+/iu;

const COUNTED: ReadonlySet<string> = new Set(['customers', 'staff', 'stores']);

/** "over the year", "more than once" tell of a time. */
const OVER_TIME = /\bover (?=(?:the|a|one|all of) |(?:19|20)\d\d)/gi;
/** "occupied for 107% of the time". */
const OF_TIME = /^\s*of (?:the|its|their|all) (?:time|days|hours|nights)\b/i;

/** "climbed to 104%" gives a level, "climbed by 104%" a change. */
function levelsOnly(words: string): string {
  return words
    .replace(
      /\b(?:rose|rising|rises|risen|climb(?:s|ed|ing)|grew|grown|grows|increas(?:ed|es|ing)|jump(?:s|ed|ing)|went up|up)\s+(?:further |again |back )?to\s*(?:an? )?$/i,
      'to',
    )
    .replace(/\bover (?=\d|the\b)/i, '');
}

/** In a table the header or the row's label names the measure. */
const LONGEST_CAPTION = 120;

function ofCell({ figure: { cell } }: Mention): string | undefined {
  if (!cell) return undefined;
  const header = cell.table.header.cells[cell.column]?.prose.text ?? '';
  const label = cell.row.cells[0]?.prose.text ?? '';
  if (SHARE_HEADER.test(header)) return 'a share';
  for (const text of [header, label, cell.caption.slice(0, LONGEST_CAPTION)]) {
    const found = BOUNDED.find(([name, words]) => name !== 'ownership' && words.test(text));
    if (
      found &&
      !/\b(?:growth|change|price|cover|ratio|index|return|premium|coverage)\b|\+|±|Δ|\p{L}\s*\/\s*\p{L}/iu.test(
        `${header} ${label}`,
      )
    )
      return found[0];
  }
  return namesMeasure(header) && amongShares(cell, `${header} ${label}`)
    ? 'a part of a whole, as the others of its column are,'
    : undefined;
}

/** The rest of a column are percentages up to 100, some of them near it, and nothing says that they compare things. */
function amongShares({ table, column, cell }: CellPlace, words: string): boolean {
  if (COMPARES.test(words)) return false;
  const others = table.rows.flatMap(row => {
    const other = row.cells[column];
    const value = other && other !== cell ? percentIn(other.prose.text) : undefined;
    return value === undefined ? [] : [value];
  });
  return (
    others.length >= SHARES_NEEDED &&
    others.every(value => value >= 0 && value <= 100) &&
    Math.max(...others) >= NEAR_WHOLE
  );
}

/** A column headed by a period alone holds a measure of its own in each row. */
function namesMeasure(header: string): boolean {
  return /\p{L}{3}/u.test(header.replace(PERIOD_WORDS, ''));
}

const PERIOD_WORDS = new RegExp(
  `\\b(?:FY|CY|[QH][1-4]|year|quarter|half|month|${MONTH_STARTS})\\p{L}*`,
  'giu',
);
const SHARES_NEEDED = 3;
const NEAR_WHOLE = 80;

/** The number of a cell that holds one and nothing else. */
function percentIn(text: string): number | undefined {
  const number = /^\s*(\d{1,3}(?:\.\d+)?)\s?%?\s*$/.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** "Share (%)", "Share of total": a column of nothing but parts of one whole. */
const SHARE_HEADER = /^\W*shares?(?: of (?:the )?(?:total|whole|all|market|sales|revenue))?\W*$/i;

const PEOPLE =
  /^(?:(?:\p{L}+ )*)(?:people|persons?|users?|customers?|subscribers?|clients?|members?|respondents|students|pupils|shareholders|inhabitants|residents|viewers|households|patients|employees|workers|voters|citizens|residents|adults|children|women|men)$/iu;
const ON_EARTH = 8.3e9;

function isTooManyPeople(sentence: Sentence, part: Part): boolean {
  const { quantity } = part.mention.figure;
  if (quantity.kind !== 'count' || quantity.range.low <= ON_EARTH) return false;
  return (
    PEOPLE.test(quantity.unit) ||
    PEOPLE.test(/^ \p{L}+ \p{L}+\b/u.exec(wordsAfter(sentence, part))?.[0].trim() ?? '')
  );
}
