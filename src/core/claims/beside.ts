// The words right beside a figure, which say what it is: where they start and end, and which labels stand in for them.
import type { Cell } from '../markdown/block';
import type { Prose } from '../markdown/prose';
import { fieldKindOf } from '../report/fields';
import type { PlacedFigure } from '../report/report';
import { atEnd } from '../text/at-end';
import { seek, soughtWithin } from '../text/beginnings';
import { once } from '../text/remember';
import type { Span } from '../text/span';
import type { Mention } from './claim';
import type { Place, SentencePlace } from './places';

const BEFORE = 110;
const AFTER = 100;
/** The amounts of one change, at most: "rose by 12%, or £16 million, from A to B". */
const MOST_JOINED = 4;

/** The stretches of prose that tell what a figure is. */
export interface Beside {
  /** From the figure before it in its sentence to its own, and from there to the next one: at most some words. */
  readonly before: Span;
  readonly after: Span;
  /** What is said of a figure before it, or of all that its sentence opens with, and thus of it too. */
  readonly joined: Span | undefined;
}

/**
 * What stands beside a mention. What is said of the figure before it is said of it too where the two are one amount told
 * twice, or the two ends of one change; a total is of all that its sentence opens with.
 * @param mentions all of a report, in order
 * @param places theirs
 */
export function besideOf(mentions: readonly Mention[], places: readonly Place[], mention: Mention): Beside {
  const { index } = mention;
  const own = places[index];
  if (!own) throw new RangeError('a mention of another report');
  const { prose, sentence } = own;
  const { text } = prose;
  const previous = placeBeside(places, index - 1, own);
  const before = mentions[index - 1];
  const restates =
    previous && before && isSameKind(before, mention) && RESTATES.test(text.slice(previous.end, own.start));
  const from = restates ? endBefore(places, index - 1, own) : (previous?.end ?? sentence.start);
  const to = placeBeside(places, index + 1, own)?.start ?? sentence.end;
  const after = { start: own.end, end: Math.min(to, own.end + AFTER) };
  const joined = saysInAll(prose, Math.max(from, own.start - 20), after.end)
    ? openingOf(sentence)
    : ((previous && joinedTo(mentions, places, mention, own)) ?? titleBefore(mention, own));
  return { before: { start: Math.max(from, own.start - BEFORE), end: own.start }, after, joined };
}

/** The place at an index, if it is in the sentence of another one. */
function placeBeside(places: readonly Place[], index: number, { sentence }: Place): Place | undefined {
  const place = places[index];
  return place?.sentence === sentence ? place : undefined;
}

/** Where the figure before the one at an index ends, or else their sentence starts. */
function endBefore(places: readonly Place[], index: number, own: Place): number {
  return placeBeside(places, index - 1, own)?.end ?? own.sentence.start;
}

/** What is said of the first of the amounts to which a mention is joined. */
function joinedTo(
  mentions: readonly Mention[],
  places: readonly Place[],
  mention: Mention,
  own: Place,
): Span | undefined {
  const { index } = mention;
  let end = own.start;
  let at = index;
  for (; at > index - MOST_JOINED; at--) {
    const before = mentions[at - 1];
    const place = placeBeside(places, at - 1, own);
    if (!before || !place || !goesOn(before, mention, own.prose.text, place, end)) break;
    end = place.start;
  }
  return at === index ? undefined : { start: Math.max(endBefore(places, at, own), end - BEFORE), end };
}

/** "**Norrine announces Alder Flats.** C$11.7 billion in three phases": a figure with nothing before it is of the title. */
function titleBefore({ figure }: Mention, { prose, start: at }: Place): Span | undefined {
  const { kind, unit } = figure.quantity;
  const isBare = kind === 'count' && unit === '';
  if (figure.cell || isBare || at > LONGEST_TITLE || !TITLE_END.test(prose.text.slice(0, at)))
    return undefined;
  return { start: 0, end: at };
}

const LONGEST_TITLE = 140;
const TITLE_END = atEnd(/[.:–—!?][*_)\]]*\s+/);

/** The words with which a sentence opens, before its first figure: they speak of all its figures. */
export function openingOf({ start, figures }: SentencePlace): Span {
  return { start: Math.max(start, figures - OPENING), end: figures };
}

const OPENING = 260;

/** "€1.2 billion at once and €2.0 billion later, €3.2 billion in all". */
const IN_ALL =
  /(?:in all|in total|altogether|all told)(?![\p{L}-])(?<=(?:^|[^\p{L}-])(?:in all|in total|altogether|all told))/iu;
const ALL = seek('all total altogether');

function saysInAll(prose: Prose, start: number, end: number): boolean {
  return (soughtWithin(prose, start, end) & ALL) !== 0 && IN_ALL.test(prose.text.slice(start, end));
}

/** True when what is said of a figure goes on to the next one, by the words between the two. */
function goesOn(
  before: Mention,
  mention: Mention,
  text: string,
  { start, end }: Span,
  next: number,
): boolean {
  const between = text.slice(end, next);
  if (isSameKind(before, mention))
    return TO_END.test(between) && FROM.test(text.slice(Math.max(0, start - 20), start));
  const { kind } = before.figure.quantity;
  if (kind === 'percent' || kind === 'multiple') return TO_END.test(between) || FROM_START.test(between);
  return kind === 'count' && WITH.test(between);
}

/** A percentage behind an amount tells how much it is of another, or how much more. */
function isSameKind(a: Mention, b: Mention): boolean {
  return a.money === b.money && a.figure.quantity.kind === b.figure.quantity.kind;
}

/** "$9.20 per kW and month, or $27.6 million a year": what is said of the first amount is said of the second. */
const RESTATES =
  /^[^;:.,(]{0,30}[,(]\s*(?:or|i\.e\.,?|that is,?|equal to|equivalent to|which is)\s+(?:about |some )?$/i;
/** "rose from £128 million in 2024 to £144 million", "rose by 12.5% to £144 million". */
const TO_END =
  /^(?:\s(?!to\s)[\p{L}\p{N}]+){0,4}\sto\s+(?:(?:about|some|around|nearly|over|a|an|the)\s+){0,2}$/iu;
const FROM = atEnd(/\bfrom\s+(?:(?:about|some|around|nearly|over|a|an|the)\s+){0,2}/i);
/** "grew by 15%, from €540 million". */
const FROM_START = /^,?\s+from\s+(?:(?:about|some|around|nearly|over)\s+)?$/i;
/** "21 projects with 7,300 MW": two amounts of one thing. */
const WITH = /^(?:\s[\p{L}-]+){0,2}\swith\s+$/iu;

/** "Cash. The $421 million …", "**Norvik**: …": a few words that name what a block is about. */
const SHORT_LEAD = /^\s*[^.:–—]{2,40}[.:–—](?=\s)/;

/** Where the short lead of a block ends; 0 where it has none, or one that only names a field, as "Position:" does. */
function endOfLead(text: string): number {
  const lead = SHORT_LEAD.exec(text.slice(0, 50))?.[0];
  if (lead === undefined) return 0;
  return fieldKindOf(lead.replace(/[.:–—]$/, '')) === undefined ? lead.length : 0;
}

/** The short lead of a figure's block. */
export function leadOf(figure: PlacedFigure, { prose, start }: Place): Span | undefined {
  const end = figure.cell ? 0 : prose.of(endOfLead);
  return end > 0 && end <= start ? { start: 0, end } : undefined;
}

/** A column of all kinds of values has a header that tells nothing of them. */
const ANY_VALUE = /^\s*(?:value|figure|amount|number|data|result|level|latest|metric)s?\s*$/i;

const isOfAnyValue = once((header: string) => ANY_VALUE.test(header));

const NONE: readonly Cell[] = [];

/** The cells that say what a figure's cell is about. */
export function labelsOf({ cell }: PlacedFigure): readonly Cell[] {
  if (!cell) return NONE;
  const header = cell.table.header.cells[cell.column];
  const labels = cell.row.cells.slice(0, Math.min(2, cell.column));
  return header && !isOfAnyValue(header.prose.text) ? [...labels, header] : labels;
}
