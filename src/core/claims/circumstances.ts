// The circumstances of a figure: which of several amounts it is, and what kind of value.
import type { Cell } from '../markdown/block';
import type { Prose } from '../markdown/prose';
import type { PlacedFigure } from '../report/report';
import { atEnd, ofLastWord } from '../text/at-end';
import { mayHave, type Sought, seek, soughtWithin } from '../text/beginnings';
import type { Span } from '../text/span';
import type { Role } from './claim';
import { FALLS, RISES, SAYS_FROM } from './directions';

const MOST_BEFORE = 60;
const MOST_AFTER = 40;
const CLAUSE_ENDS = /[;,.:]\s|[.;]$|[(（]/;

/** The words of the clause around a figure, and what they may tell. */
export interface Around {
  readonly before: string;
  readonly after: string;
  /** Words that may stand before the figure, or behind it. */
  readonly mayBefore: Sought;
  readonly mayAfter: Sought;
}

/** The words of the clause before and after a figure, which stands at a span of a prose. */
export function wordsAround(prose: Prose, { start, end }: Span): Around {
  const { text } = prose;
  const after = text.slice(end, end + MOST_AFTER);
  const clause = after.search(CLAUSE_ENDS);
  const from = Math.max(0, start - MOST_BEFORE);
  return {
    before: text.slice(startOfClause(text, from, start), start),
    after: clause < 0 ? after : after.slice(0, clause),
    mayBefore: soughtWithin(prose, from, start),
    mayAfter: soughtWithin(prose, end, end + MOST_AFTER),
  };
}

/** Where the clause starts that goes on to a place: behind the last bracket, or mark and space, from an offset on. */
function startOfClause(text: string, from: number, end: number): number {
  for (let at = end; at > from; at--) {
    const last = text.charAt(at - 1);
    if (last === '(' || last === '（') return at;
    if (at - 2 >= from && ENDS_CLAUSE.has(text.charAt(at - 2)) && /\s/.test(last)) return at;
  }
  return from;
}

const ENDS_CLAUSE: ReadonlySet<string> = new Set(';,.:');

const ROLES: readonly (readonly [Role, RegExp, RegExp])[] = [
  [
    'further',
    /\b(?:further|subsequent(?:ly)?|additional(?:ly)?|another|extra|on top)\b/i,
    /^\s*(?:more|further|additional|extra|on top)\b/i,
  ],
  [
    'initial',
    /\b(?:initial(?:ly)?|up ?front|first tranche)\b/i,
    /\b(?:initially|up ?front|at closing|first(?! (?:\w+[ -])?(?:half|quarters?|months?|weeks?|days?|years?|time|of)\b))\b/i,
  ],
  [
    'total',
    /\b(?:total(?:l?ing|s|led)?|combined|altogether|cumulative(?:ly)?|overall)\b/i,
    /\b(?:in all|in total|altogether|combined)\b/i,
  ],
  [
    'previous',
    /\b(?:previous(?:ly)?|formerly|prior)\b|\balready (?:invested|committed|paid|spent|raised|put)\b/i,
    /\b(?:previously|before that)\b|^\s*already (?:invested|committed|paid|spent|raised)\b/i,
  ],
  ['maximum', /\b(?:maximum|up to|at most|as much as|cap(?:ped)?)\b/i, /\bat most\b/i],
];
/** Any of the words above: most figures that may have one beside them have none. */
const ROLE_BEFORE = anyOf(ROLES.map(([, left]) => left));
const ROLE_AFTER = anyOf(ROLES.map(([, , right]) => right));
/** What each of them begins with. */
const TELLS_ROLE = seek(
  'further subsequent additional another extra top more initial up upfront front first closing total combined altogether ' +
    'cumulative overall all previous formerly prior already before maximum most much cap capped',
);

const CHANGES = `by|${RISES}|${FALLS}|lost|loses|gained|gains|adds?|added|more|saving|saved`;
const CHANGE_FILLERS = 'by|about|around|some|nearly|almost|over|another|an?|estimated|additional';
/** "rose by $3 million", "a $3 million increase", "3 million fewer": how much a value changed. */
const CHANGE_BEFORE = atEnd(
  new RegExp(
    String.raw`\b(?:(?<!\b(?:mak(?:es?|ing)|made|tak(?:es?|ing)|took|sets?|buil[dt]s?) )up|(?<!\b(?:puts?|pays?|paid|lays?|laid|sets?|writ(?:es?|ten)|wrote) )down|(?:rise|increase|fall|decrease|drop|decline|cut|reduction|change) of|${CHANGES}) (?:(?:${CHANGE_FILLERS}) )*`,
    'i',
  ),
);
const CHANGE_AFTER =
  /^\s*(?:\([^()]{0,20}\)\s*)?(?:(?:(?!(?:is|are|was|were|be|been|looks?|seems?)\s)\p{L}+ )?(?:more|less|higher|lower|fewer|larger|smaller|cheaper|dearer|wider|narrower|longer|shorter|greater|heavier|lighter)\b(?! of| than (?:half|(?:a|one|two|three)[- ]))|(?:\p{L}+[ -]){0,1}(?:increase|rise|decrease|fall|drop|decline|reduction|improvement|jump|deterioration)s?\b)/iu;
const TELLS_CHANGE = seek(
  'more less higher lower fewer larger smaller cheaper dearer wider narrower longer shorter greater heavier lighter increase rise rises decrease fall falls drop drops decline reduction ' +
    'improvement jump jumps deterioration',
);

/** "from 2.6 billion to 3.4 billion", "from a net inflow of 2.6 billion in 2025 to …": the first is what it was before. */
const START = atEnd(
  /\bfrom\s+(?:(?:an?\s+)?(?:\p{L}+\s+){1,3}of\s+)?(?:about |around |nearly |some |over )?/iu,
);
const TO_END = /^[^;:]{0,30}?\bto\s/i;
const BASE_FILLERS = 'the|its|an?|only|just|about|some|around';
/** "compared with 40 million", "up from 40 million", "40 million a year earlier": the value before. */
const BASE_BEFORE = atEnd(
  new RegExp(
    String.raw`(?:^from|\b(?:compared (?:with|to)|against|versus|vs\.?|(?:up|down|${RISES}|${FALLS}|higher|lower|more|less|fewer)\b[^;:]{0,40}\b(?:from|than|on)))\s+(?:(?:${BASE_FILLERS}) )*`,
    'i',
  ),
);
/** The words in which those before a change, or before a value that one is compared with, may end. */
const ENDS_CHANGE = new RegExp(`^(?:up|down|back|of|${CHANGES}|${CHANGE_FILLERS})$`, 'i');
const ENDS_BASE = new RegExp(`^(?:with|to|against|versus|vs|from|than|on|${BASE_FILLERS})$`, 'i');
const CHANGE = 1;
const BASE = 2;
const endingOf = ofLastWord(
  word => (ENDS_CHANGE.test(word) ? CHANGE : 0) | (ENDS_BASE.test(word) ? BASE : 0),
);
const BASE_AFTER =
  /^\s*(?:\p{L}+ )?(?:of |in )?(?:a|the) (?:year|week|month|quarter|day) (?:earlier|before|ago)\b|^\s*(?:\p{L}+ )?(?:of |in )?(?:(?:last|the previous|the prior) (?:year|week|month|quarter)|previously|earlier)\b/iu;
const TELLS_BASE = seek('year week month quarter day previously earlier');

/** @param labels what a cell's row and column are called; none in prose */
export function roleOf(around: Around, figure: PlacedFigure, labels: readonly Cell[]): Role {
  const told = roleTold(around);
  if (told) return told;
  return isMost(figure, labels) ? 'maximum' : FIRST.test(labels[0]?.prose.text ?? '') ? 'initial' : 'level';
}

function isMost({ quantity }: PlacedFigure, [label]: readonly Cell[]): boolean {
  return quantity.qualifier === 'at-most' || MAXIMUM.test(label?.prose.text ?? '');
}

const MAXIMUM = /^maximum\b/i;
const FIRST = /^(?:initial|first (?:phase|stage|tranche|instalment|round))\b/i;

/** The role that the words around a figure tell; a cell mostly has none. */
function roleTold({ before, after, mayBefore, mayAfter }: Around): Role | undefined {
  if (before === '' && after === '') return undefined;
  if ((mayBefore & SAYS_FROM) !== 0 && START.test(before) && TO_END.test(after)) return 'previous';
  const ending = endingOf(before);
  if (
    ((ending & BASE) !== 0 && BASE_BEFORE.test(before)) ||
    ((mayAfter & TELLS_BASE) !== 0 && BASE_AFTER.test(after))
  )
    return 'previous';
  const isChange = (ending & CHANGE) !== 0 && CHANGE_BEFORE.test(before);
  if (((mayBefore | mayAfter) & TELLS_ROLE) !== 0 && (ROLE_BEFORE.test(before) || ROLE_AFTER.test(after))) {
    const named = ROLES.find(([, left, right]) => left.test(before) || right.test(after))?.[0];
    // "total employment increased by 1.6 million"
    if (named && !(isChange && named === 'total')) return named;
  }
  return isChange || ((mayAfter & TELLS_CHANGE) !== 0 && CHANGE_AFTER.test(after)) ? 'change' : undefined;
}

const ASPECTS: readonly (readonly [string, RegExp])[] = [
  [
    'annual',
    /\bannual(?:i[sz]ed|ly)?\b(?! (?:report|accounts|filing|letter|meeting|review|survey))|\b(?:a|per|each) year\b(?! (?:and|or|earlier|before|ago|later|after|old)\b)|\byearly\b|\brun[- ]rate\b|\barr\b/i,
  ],
  ['quarterly', /\bquarterly\b|\b(?:a|per) quarter\b/i],
  ['monthly', /\bmonthly\b|\b(?:a|per) month\b/i],
  ['weekly', /\bweekly\b|\b(?:a|per) week\b/i],
  ['daily', /\bdaily\b|\b(?:a|per) day\b/i],
  ['average', /\b(?:average|mean|median)\b/i],
];

const ASPECT = anyOf(ASPECTS.map(([, words]) => words));

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'i');
}

/** What each of the words above begins with, which nearly every figure has none of beside it. */
const TELLS_ASPECT = seek(
  'annual year yearly run arr quarter month week weekly day daily average mean median',
);

/** What kind of value it is: per year, per day, an average; '' for a plain one. */
export function aspectOf({ before, after, mayBefore, mayAfter }: Around, labels: readonly Cell[]): string {
  const isTold = ((mayBefore | mayAfter) & TELLS_ASPECT) !== 0;
  if (!isTold && !labels.some(({ prose }) => mayHave(TELLS_ASPECT, prose))) return '';
  const row = labels.map(cell => cell.prose.text).join(' ');
  // No pattern goes on across the end of a line.
  const around = `${before}\n${after}\n${row}`;
  return ASPECT.test(around) ? (ASPECTS.find(([, words]) => words.test(around))?.[0] ?? '') : '';
}
