// The words right beside a figure, which say what it is: where they start and end, and which labels stand in for them.
import type { Cell } from '../markdown/block';
import type { Prose } from '../markdown/prose';
import { fieldKindOf } from '../report/fields';
import type { PlacedFigure } from '../report/report';
import { firstFrom } from '../text/scopes';
import type { Span } from '../text/span';
import type { Mention } from './claim';
import { isNextTo } from './spot';

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
 * @param index which of them
 */
export function besideOf(
  mentions: readonly Mention[],
  index: number,
  mention: Mention,
  prose: Prose,
): Beside {
  const { figure } = mention;
  const sentence = spanIn(prose, figure.sentence);
  const own = spanIn(prose, figure.span);
  const endOf = (other: Mention | undefined) =>
    other && isBeside(other, mention) ? spanIn(prose, other.figure.span).end : sentence.start;
  const previous = mentions[index - 1];
  const restates =
    previous &&
    isBeside(previous, mention) &&
    isSameKind(previous, mention) &&
    RESTATES.test(prose.text.slice(endOf(previous), own.start));
  const from = endOf(restates ? mentions[index - 2] : previous);
  const next = mentions[index + 1];
  const to = next && isBeside(next, mention) ? spanIn(prose, next.figure.span).start : sentence.end;
  const before = { start: Math.max(from, own.start - BEFORE), end: own.start };
  const after = { start: own.end, end: Math.min(to, own.end + AFTER) };
  const joined = IN_ALL.test(prose.text.slice(Math.max(from, own.start - 20), after.end))
    ? openingOf(mentions, mention, prose)
    : (joinedTo(mentions, index, mention, prose) ?? titleBefore(mention, prose));
  return { before, after, joined };
}

/** What is said of the first of the amounts to which a mention is joined. */
function joinedTo(
  mentions: readonly Mention[],
  index: number,
  mention: Mention,
  prose: Prose,
): Span | undefined {
  let { start: end } = spanIn(prose, mention.figure.span);
  let at = index;
  for (; at > index - MOST_JOINED; at--) {
    const before = mentions[at - 1];
    if (!before || !isBeside(before, mention)) break;
    const span = spanIn(prose, before.figure.span);
    if (!goesOn(before, mention, prose.text, span, end)) break;
    end = span.start;
  }
  if (at === index) return undefined;
  const other = mentions[at - 1];
  const start =
    other && isBeside(other, mention)
      ? spanIn(prose, other.figure.span).end
      : spanIn(prose, mention.figure.sentence).start;
  return { start: Math.max(start, end - BEFORE), end };
}

/** "**Norrine announces Alder Flats.** C$11.7 billion in three phases": a figure with nothing before it is of the title. */
function titleBefore({ figure }: Mention, prose: Prose): Span | undefined {
  const { kind, unit } = figure.quantity;
  const at = prose.fromSource(figure.span.start);
  const isBare = kind === 'count' && unit === '';
  if (figure.cell || isBare || at > LONGEST_TITLE || !TITLE_END.test(prose.text.slice(0, at)))
    return undefined;
  return { start: 0, end: at };
}

const LONGEST_TITLE = 140;
const TITLE_END = /[.:–—!?][*_)\]]*\s+$/;

/** The words with which the sentence of a mention opens, before its first figure: they speak of all its figures. */
export function openingOf(mentions: readonly Mention[], { figure }: Mention, prose: Prose): Span {
  const sentence = spanIn(prose, figure.sentence);
  const first = mentions[firstFrom(mentions, figure.sentence.start, other => other.figure.span.start)];
  const end = first ? prose.fromSource(first.figure.span.start) : sentence.end;
  return { start: Math.max(sentence.start, end - OPENING), end };
}

const OPENING = 260;

/** "€1.2 billion at once and €2.0 billion later, €3.2 billion in all". */
const IN_ALL =
  /(?:in all|in total|altogether|all told)(?![\p{L}-])(?<=(?:^|[^\p{L}-])(?:in all|in total|altogether|all told))/iu;

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
const FROM = /\bfrom\s+(?:(?:about|some|around|nearly|over|a|an|the)\s+){0,2}$/i;
/** "grew by 15%, from €540 million". */
const FROM_START = /^,?\s+from\s+(?:(?:about|some|around|nearly|over)\s+)?$/i;
/** "21 projects with 7,300 MW": two amounts of one thing. */
const WITH = /^(?:\s[\p{L}-]+){0,2}\swith\s+$/iu;

/** "Cash. The $421 million …", "**Norvik**: …": a few words that name what a block is about. */
const SHORT_LEAD = /^\s*[^.:–—]{2,40}[.:–—](?=\s)/;

/** Where the short lead of a block ends; 0 where it has none, or one that only names a field, as "Position:" does. */
function endOfLead(text: string): number {
  const lead = SHORT_LEAD.exec(text.slice(0, 50))?.[0] ?? '';
  return fieldKindOf(lead.replace(/[.:–—]$/, '')) === undefined ? lead.length : 0;
}

/** The short lead of a figure's block. */
export function leadOf(figure: PlacedFigure, prose: Prose): Span | undefined {
  const end = figure.cell ? 0 : prose.of(endOfLead);
  return end > 0 && end <= prose.fromSource(figure.span.start) ? { start: 0, end } : undefined;
}

/** A column of all kinds of values has a header that tells nothing of them. */
const ANY_VALUE = /^\s*(?:value|figure|amount|number|data|result|level|latest|metric)s?\s*$/i;

/** The cells that say what a figure's cell is about. */
export function labelsOf({ cell }: PlacedFigure): readonly Cell[] {
  if (!cell) return [];
  const header = cell.table.header.cells[cell.column];
  const labels = cell.row.cells.slice(0, Math.min(2, cell.column));
  return header && !ANY_VALUE.test(header.prose.text) ? [...labels, header] : labels;
}

function isBeside(other: Mention, mention: Mention): boolean {
  return isNextTo(other.figure, mention.figure);
}

/** A span of the report as one of the prose. */
export function spanIn(prose: Prose, { start, end }: Span): Span {
  return { start: prose.fromSource(start), end: prose.fromSource(end) };
}
