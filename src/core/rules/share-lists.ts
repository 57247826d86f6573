// Shares of one whole that together pass 100%: in a sentence, a list or a column.
import type { Mention } from '../claims';
import { exactly, spellLike } from '../figures';
import { add } from '../figures/interval';
import { itemLists } from './item-lists';
import { KIND } from './kinds';
import type { Reading } from './reading';
import type { Found } from './rule';
import {
  mentionsAt,
  type Part,
  type Sentence,
  sentencesIn,
  wordsAfter,
  wordsBefore,
  wordsBetween,
} from './sentences';
import { type Grid, gridsIn, saysTotal } from './tables';

export function* sharesOfOneWhole(reading: Reading): Iterable<Found> {
  for (const sentence of sentencesIn(reading))
    if ((sentence.several & KIND.percent) !== 0) yield* inSentence(sentence);
  yield* inItems(reading);
  for (const grid of gridsIn(reading)) {
    yield* inColumns(grid);
    yield* inWords(reading, grid);
  }
}

/** Beyond this the shares are of different wholes, or overlap. */
const MOST = 135;

function* over(shares: readonly Mention[]): Iterable<Found> {
  const sum = add(...shares.map(share => share.figure.quantity.range));
  const stated = add(
    ...shares.map(({ figure: { quantity } }) => ({ low: quantity.value, high: quantity.value })),
  ).low;
  const largest = shares.reduce((a, b) => (b.figure.quantity.value > a.figure.quantity.value ? b : a));
  if (sum.low <= 100 || stated > MOST) return;
  yield {
    span: largest.figure.span,
    message: `These shares add up to ${Number(stated.toFixed(2))}%, more than the whole: ${shares.map(share => share.figure.text).join(' + ')}.`,
    related: shares
      .filter(share => share !== largest)
      .map(share => ({ span: share.figure.span, message: 'Another share of the same whole' })),
  };
}

function isShare({ figure }: Mention): boolean {
  const { kind, value, qualifier } = figure.quantity;
  return (
    kind === 'percent' &&
    figure.ends === undefined &&
    value > 0 &&
    value <= 100 &&
    qualifier !== 'over' &&
    qualifier !== 'under' &&
    qualifier !== 'at-most' &&
    qualifier !== 'at-least'
  );
}

// --------------------------------------------------------------------------------------------------------- sentences

/** Words of ownership or division: what one has, another has not. */
const EXCLUSIVE =
  /\b(?:holds?|held|owns?|owned|belong(?:s|ed)? to|split|divided|market shares?|% of the (?:market|shares?|capital|equity|company|vote|votes|total|electorate)|stakes?|shareholders?|account(?:s|ed)? for|made up|consists? of|mix|shares? of the (?:market|total|vote))\b/i;
/** "Networks take 31% of copper, housing 26%": what one has used or made, another has not. */
const TAKES =
  /\b(?:takes?|took|absorbs?|absorbed|consumes?|consumed|suppl(?:y|ies|ied)|generates?|generated|contributes?|contributed|produces?|produced|provides?|provided|represents?|represented|settles?|settled|pays?|paid|covers?|covered|funds?|funded|financ(?:es?|ed)|buys?|bought|bears?|bore|handles?|handled|carr(?:y|ies|ied)|serv(?:es?|ed)|mak(?:es?|ing)|made)\s+(?:up )?(?:about |some |roughly |nearly |over |almost )?$/i;
const REST =
  /\b(?:the rest|others|other [\p{L}]+|(?:everyone|everybody|everything|someone|anything|all) else|all others|the remainder|the remaining)\b/iu;
const CHANGES =
  /\b(?:up|down|rose|fell|grew|grow(?:th|s|ing)?|risen|fallen|increas\w*|declin\w*|decreas\w*|from|than|margins?|return\w*|yield\w*|rates?|against|versus|compared|discount\w*|premium|probabilit\w+|chance|interest|coupon|previously|(?:years?|months?|quarters?) earlier|year ago|of (?:them|those|these|its|his|their))\b|\bafter\s+(?:(?:about|the|its|some|only|just)\s+)*[\d$€£]/i;

const COMPARED =
  /\b(?:up|down|rose|fell|grew|than|against|after|versus|compared|previously|earlier|year ago)\b/i;

function* inSentence(sentence: Sentence): Iterable<Found> {
  const shares = sentence.parts.filter(part => isShare(part.mention));
  const found = restOf(sentence, shares);
  if (found) {
    yield found;
    return;
  }
  if (shares.length === 2 && (holdTwo(sentence, shares) || soldAndKept(sentence, shares)))
    yield* over(shares.map(share => share.mention));
  if (shares.length < 3 || shares.length > 12) return;
  const [first] = shares;
  const last = shares.at(-1);
  if (!first || !last || !isOneList(sentence, shares)) return;
  const text = sentence.text.slice(Math.max(0, first.start - 90), last.end + 40);
  const divided = isDivision(sentence, shares);
  const takes =
    TAKES.test(sentence.text.slice(Math.max(0, first.start - 30), first.start)) &&
    /^\s+of\b/.test(wordsAfter(sentence, first, 8));
  if (
    !divided &&
    !takes &&
    !isBareList(sentence, shares) &&
    !EXCLUSIVE.test(text) &&
    !REST.test(sentence.text.slice(first.end, last.end + 30))
  )
    return;
  // "49%, 26% and 40% in 2019, 2018 and 2017, respectively" are three wholes.
  // What stands before "takes up" is nothing that it is compared with.
  const compared = sentence.text.slice(takes ? first.start : Math.max(0, first.start - 40), last.end + 20);
  if ((divided || takes ? COMPARED : CHANGES).test(compared)) return;
  if (/\brespectively\b/i.test(sentence.text.slice(last.end))) return;
  yield* over(shares.map(share => share.mention));
}

/** "held 60% and bought the remaining 45%": what remains is all that the others leave. */
function restOf(sentence: Sentence, shares: readonly Part[]): Found | undefined {
  const rest = shares.at(-1);
  const others = shares.slice(0, -1);
  if (!rest || others.length === 0 || others.length > 6) return undefined;
  const before = sentence.text.slice(Math.max(0, rest.start - 24), rest.start);
  if (!/\b(?:the|its|their) (?:remaining|other|last)\s+$/i.test(before)) return undefined;
  if (CHANGES.test(sentence.text.slice(Math.max(0, (others[0]?.start ?? 0) - 40), rest.end)))
    return undefined;
  const all = add(...shares.map(share => share.mention.figure.quantity.range));
  if (all.low <= 100 || others.some(share => /[;:]|\.\s/.test(wordsBetween(sentence, share, rest))))
    return undefined;
  const left = 100 - add(...others.map(share => exactly(share.mention.figure.quantity.value))).low;
  const { figure } = rest.mention;
  const newText = spellLike(left, figure);
  return {
    span: figure.span,
    message: `${others.map(share => share.mention.figure.text).join(' and ')} leave ${newText}, not “${figure.text}”.`,
    related: others.map(share => ({
      span: share.mention.figure.span,
      message: 'Another share of the same whole',
    })),
    fixes:
      left > 0
        ? [
            {
              kind: 'edits',
              title: `Write ${newText}, what remains`,
              edits: [{ span: figure.core, newText }],
              certain: false,
            },
          ]
        : [],
  };
}

/** Money divided among its uses, or a whole among where it comes from: nothing goes to two of them. */
const DIVIDES =
  /\b(?:go(?:es)?|went|flow(?:s|ed)?|(?:is|are|was|were|be|been) (?:to be )?(?:spent|invested|allocated|earmarked|set aside|reserved|paid|put|placed|used)|(?:is|are|was|were) (?:allocated|devoted|assigned|destined)|pays?|paid|funds?|funded|financed?s?)\b[^,;]{0,24}?(?<!\p{L})(to|into|in|on|for|towards)\s/iu;
const COMES =
  /\b(?:come|comes|came|(?:is|are|was|were) (?:drawn|sourced|imported|bought))\b[^,;]{0,24}?\b(from)\s/iu;
const MONEY =
  /\b(?:proceeds|budget|money|funds?|loans?|grants?|revenues?|spending|expenditure|outlay|capital|cash|sum|profits?|investment|subsid(?:y|ies)|costs?|aid|package|dividends?|taxes|donations?)\b/i;

/** "45% will go into X, 35% into Y and 30% into Z": one verb for all, its preposition again at each. */
function isDivision(sentence: Sentence, shares: readonly Part[]): boolean {
  const [first, ...others] = shares;
  const [second] = others;
  if (!first || !second) return false;
  const around = sentence.text.slice(Math.max(0, first.start - 60), second.start);
  const divides = DIVIDES.exec(around);
  const preposition = (COMES.exec(around) ?? (MONEY.test(around) ? divides : null))?.[1];
  return (
    preposition !== undefined &&
    others.every(share => new RegExp(`^\\s*${preposition}\\s`, 'i').test(wordsAfter(sentence, share, 12)))
  );
}

/** Several answers may be given at once, which add up to more than this. */
const MOST_OF_LIST = 115;
const VERB = /\b(?:is|are|was|were|has|have|had|say|said|want|use|cite|name|plan|expect|rate|see)\b/i;

/** "On holiday 46%, visiting friends 33%, on business 27%": a sentence that is nothing but a whole's parts. */
function isBareList({ text, parts }: Sentence, shares: readonly Part[]): boolean {
  const ends = shares.every(share =>
    /^\s*(?:[,;.]|and\b|\[|\(|$)/.test(text.slice(share.end, share.end + 5)),
  );
  const sum = add(...shares.map(share => share.mention.figure.quantity.range)).low;
  return ends && parts.length === shares.length && sum <= MOST_OF_LIST && !VERB.test(text);
}

/** What is owned: "the company", "the new company", "its voting rights". */
const OWNED =
  '(?:the |its |their )?(?:(?:new|combined|merged|joint|enlarged) )?(?:company|shares?|capital|equity|votes?|stock|firm|group|business|entity|venture|voting rights)';
const HOLDS =
  /\b(?:holds?|held|owns?|owned|ha(?:s|ve|d)|gets?|got|receives?|received|keeps?|kept|controls?|controlled)\s+(?:about |some |nearly )?$/i;
const OTHER_OWNER = new RegExp(
  `^(?: of ${OWNED})?,? (?:and |while )?(?:(?:the|its|an?) )?(?!(?:of|in|at|on|for|by|to|and|while|then|now|today|later)\\b)(?:[\\p{L}’'&.-]+ ){1,6}(?:about |some |nearly )?$`,
  'u',
);
const ENDS_OWNED = new RegExp(`^\\s*(?:[.;,)[]|$|of ${OWNED})`, 'i');

/** "The family holds 64%, the Ulmenau fund 41%": two owners under one verb. */
function holdTwo(sentence: Sentence, [first, second]: readonly Part[]): boolean {
  if (!first || !second) return false;
  const before = wordsBefore(sentence, first, 90);
  const between = wordsBetween(sentence, first, second);
  return (
    HOLDS.test(before) &&
    !CHANGES.test(before) &&
    OTHER_OWNER.test(between) &&
    !/\b(?:in|at|for|by|of which|including|who|which|whose)\b/i.test(between.replace(/^ of /, ' ')) &&
    ENDS_OWNED.test(wordsAfter(sentence, second, 40)) &&
    (EXCLUSIVE.test(sentence.text) ||
      IS_OWNED.test(between) ||
      /\b(?:owners?|ownership|shareholders?)\b/i.test(sentence.text))
  );
}

const IS_OWNED = new RegExp(`^ of ${OWNED}\\b`, 'i');

/** "49% of the wind farm goes to the fund; Norvik keeps 61%": what is sold is not kept. */
function soldAndKept(sentence: Sentence, [sold, kept]: readonly Part[]): boolean {
  if (!sold || !kept) return false;
  const between = wordsBetween(sentence, sold, kept);
  return (
    /^ of\b/.test(between) &&
    /[,;] (?:and |while |but )?(?:[\p{L}’'&.-]+ ){1,4}(?:keeps?|kept|retains?|retained)\s+(?:about |some |nearly )?$/u.test(
      between,
    ) &&
    !CHANGES.test(between) &&
    /^\s*(?:[.;,)|[]|$|and\b)/i.test(wordsAfter(sentence, kept, 8))
  );
}

/** Item after item, each with a few words, joined by commas, semicolons or "and". */
function isOneList(sentence: Sentence, shares: readonly Part[]): boolean {
  return shares.slice(1).every((share, i) => {
    const before = shares[i];
    const words = before ? wordsBetween(sentence, before, share) : '';
    return words.length <= 70 && /[,;)]|\band\b/.test(words) && !/\.\s|:/.test(words);
  });
}

// ------------------------------------------------------------------------------------------------------------- items

/** What introduces a list of owners or of parts: each share is another's. */
const DIVIDED =
  /\b(?:cap(?:itali[sz]ation)? table|owners?|ownership|shareholders?|who owns|is split|are split|breakdown)\b/i;

/** "- Founders: 44%" above "- Other funds: 38%": items that hold nothing but a share. */
function* inItems(reading: Reading): Iterable<Found> {
  for (const { items, intro } of itemLists(reading)) {
    const shares = items.map(({ mention }) => mention);
    if (items.length < 3 || NOT_SHARES.test(intro) || !shares.every(isShare)) continue;
    if (DIVIDED.test(intro) || items.some(({ label }) => CATCH_ALL.test(label))) yield* over(shares);
  }
}

// ----------------------------------------------------------------------------------------------------------- columns

const SHARE_HEADER =
  /\b(?:shares?|stakes?|split|mix|breakdown|ownership|holding|votes?|portion|proportion)\b|% of\b/i;
const NOT_SHARES =
  /\b(?:change|growth|price|margin|return|yield|rate|average|per|penetration|utili[sz]ation|occupancy|cumulative|vs|versus)\b|[±Δ]/i;
const CATCH_ALL =
  /^(?:all |the )?(?:others?\b|rest\b|remain(?:der|ing)\b|everyone else|unknown|none of these)|\bothers?$/i;
const CASES = /^(?:scenarios?|cases?|outcomes?)$/i;

function* inColumns(grid: Grid): Iterable<Found> {
  const rows = grid.rows.filter(row => row.kind === 'part' || row.kind === 'marked');
  for (const [column, header] of grid.headers.entries()) {
    if (column === 0) continue;
    const cells = rows.map(row => row.cells[column]);
    const shares = cells.flatMap(cell => (cell && isShare(cell) ? [cell] : []));
    if (shares.length < 3 || shares.length < rows.length - 1 || NOT_SHARES.test(header)) continue;
    const whole = grid.rows.find(row => saysTotal(row.label))?.cells[column];
    const scenarios = CASES.test(grid.headers[0] ?? '') && /^probabilit|^likelihood|^weight/i.test(header);
    const exclusive =
      (whole !== undefined && whole.figure.quantity.value === 100) ||
      (SHARE_HEADER.test(header) && rows.some(row => CATCH_ALL.test(row.label))) ||
      /\bmarket share|ownership|\bstake|share of (?:total|the market|market|votes?|shares|capital|equity)|% of total/i.test(
        header,
      ) ||
      scenarios;
    if (exclusive) yield* over(shares);
  }
}

/** "48% of broadband lines" in row after row of one column. */
function* inWords(reading: Reading, grid: Grid): Iterable<Found> {
  if (!grid.rows.some(row => CATCH_ALL.test(row.label))) return;
  for (let column = 1; column < grid.headers.length; column++) {
    const byWhole = new Map<string, Mention[]>();
    for (const row of grid.rows) {
      const cell = row.row.cells[column];
      if (!cell || row.cells[column]) continue;
      for (const figure of reading.figuresIn(cell.span)) {
        const mention = mentionsAt(reading, figure.span)[0];
        const at = cell.prose.fromSource(figure.span.end - 1) + 1;
        const whole = /^\s+of (?:the |all )?((?:[\p{L}-]+ ?){1,3})/iu.exec(
          cell.prose.text.slice(at, at + 40),
        )?.[1];
        if (!mention || whole === undefined || !isShare(mention)) continue;
        const key = whole.trim().toLowerCase();
        byWhole.set(key, [...(byWhole.get(key) ?? []), mention]);
      }
    }
    for (const shares of byWhole.values()) if (shares.length >= 3) yield* over(shares);
  }
}
