// The date or period that belongs to a figure.
import { type DateMention, findDates } from '../figures';
import type { Prose } from '../markdown/prose';
import type { PlacedFigure } from '../report/report';
import { atEnd } from '../text/at-end';
import { once } from '../text/remember';
import { firstFrom, itemsWithin } from '../text/scopes';
import { isNextTo, type Spot } from './spot';

/** The dates nearest to the figure: after it in its sentence, then before it, then those of its row, column or table. */
export function ownPeriods(
  spot: Spot,
  previous: PlacedFigure | undefined,
  figures: readonly PlacedFigure[],
): readonly string[] {
  const { figure, prose, reach, limit, labels } = spot;
  const all = prose.of(findDates);
  if (all.length > 0) {
    const dates = itemsWithin(all, reach, date => date.span).filter(
      date => !isBound(prose.text, date) && !isOfNext(prose.text, date, limit),
    );
    const nearest = dates.length === 0 ? undefined : nearestDate(dates, spot, previous, figures);
    if (nearest) return [nearest.edtf];
  }
  for (const cell of labels) {
    const [ofRow] = cell.prose.of(findDates);
    if (ofRow) return [ofRow.edtf];
  }
  const ofTable = figure.cell ? periodOfCaption(figure.cell.caption) : '';
  return ofTable === '' ? [] : [ofTable];
}

const LONGEST_CAPTION = 120;

/** "Table 2. The makers compared, 2025": the one date of a caption is that of all its cells; '' where it has none. */
const periodOfCaption = once((caption: string): string => {
  const [date, other] = caption.length > LONGEST_CAPTION ? [] : findDates(caption);
  return date === undefined || other !== undefined || isBound(caption, date) ? '' : date.edtf;
});

const LONGEST_LEAD = 60;

/** "Yesterday (2010–2019): growth. Traffic rose …": the date in the words that open a block. */
export function periodOfLead({ figure, prose, start }: Spot): readonly string[] {
  const [first] = prose.of(findDates);
  if (figure.cell || !first || first.span.end > Math.min(start, LONGEST_LEAD)) return [];
  const colon = prose.text.indexOf(':', first.span.end);
  return colon >= 0 && colon < Math.min(start, LONGEST_LEAD) ? [first.edtf] : [];
}

function nearestDate(
  dates: readonly DateMention[],
  { figure, prose, end: at, limit }: Spot,
  previous: PlacedFigure | undefined,
  figures: readonly PlacedFigure[],
): DateMention | undefined {
  const { text } = prose;
  const after = dates.find(
    date =>
      date.span.start >= at &&
      date.span.end <= limit &&
      !/[;,；，。]/.test(text.slice(at, date.span.start)) &&
      !IS_OTHER.test(text.slice(at, date.span.start)),
  );
  // A date before a semicolon belongs to the clause before it, and one behind another figure to that figure.
  const opening = previous && isNextTo(previous, figure) ? startOfFirst(figure, prose, figures) : at;
  const sameClause = (date: DateMention) => {
    const between = text.slice(date.span.end, at);
    return !/[;；]/.test(between) && (date.span.start < opening || !/,|\band\b/.test(between));
  };
  const before = dates.findLast(date => date.span.end <= at && sameClause(date));
  const [only] =
    dates.length === 1 ? dates.filter(date => !IS_OTHER.test(text.slice(at, date.span.start))) : [];
  return after ?? before ?? only;
}

/** Where the first figure of a figure's sentence starts. */
function startOfFirst(figure: PlacedFigure, prose: Prose, figures: readonly PlacedFigure[]): number {
  const first = figures[firstFrom(figures, figure.sentence.start, other => other.span.start)];
  return prose.fromSource((first ?? figure).span.start);
}

/** "£144 million (2024: £128 million)": the date of the figure behind it. */
function isOfNext(text: string, { span }: DateMention, limit: number): boolean {
  return span.end <= limit && limit - span.end <= 3 && /^\s?[:：]\s?$/.test(text.slice(span.end, limit));
}

/**
 * "A backlog of 9.8 billion is a year and a half of sales at the pace of 2025", "reached 89 million, against 84 million
 * in 2024": the date of what it is compared with.
 */
const IS_OTHER =
  /\b(?:is|are|was|were)\s+(?:(?:about|almost|nearly|more than|less than|only|just)\s+)?(?:an?|half|twice|the)\s|\b(?:against|than|after|versus|compared (?:with|to)|(?:up|down) from)\s[^.;]*\d/i;

const BOUND = atEnd(
  /\b(?:report|accounts|filing|yearbook|prospectus|survey|register)\s+|\b(?:until|till|since|before|after|than)\s+(?:the\s+)?(?:(?:end|start|beginning) of\s+)?/i,
);

/** "until 2033" bounds what is said, and "annual report 2025" names a document: they do not date it. */
function isBound(text: string, { span }: DateMention): boolean {
  return BOUND.test(text.slice(Math.max(0, span.start - 30), span.start));
}
