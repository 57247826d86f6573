// Lengths of time between two days that a sentence names: by how much a term is prolonged, how long after another day one is.
import type { Mention } from '../claims';
import type { DateMention } from '../figures';
import { type Days, daysOf } from './calendar';
import type { Dated } from './date-conflict';
import { fits, lengthOf, REACH } from './date-periods';
import type { Reading } from './reading';
import type { Found } from './rule';
import { mentionsAt } from './sentences';

const PROLONGS =
  /\b(?:prolong|extend|renew|postpon|delay|defer|push|put off|mov)\p{L}*(?: back| on)?\s+(?:it |them )?by\s+(?:another |a further |up to )?$/iu;

/** "The agreement lapses on 31 March 2027 and can be prolonged by six months, to 30 September 2027". */
export function* checkExtensions(reading: Reading, { prose, dates }: Dated): Iterable<Found> {
  const { text } = prose;
  for (const [i, date] of dates.entries()) {
    const next = dates[i + 1];
    if (!next || !isOneDay(date) || !isOneDay(next) || next.span.start - date.span.end > REACH * 2) continue;
    const between = text.slice(date.span.end, next.span.start);
    if (!/,?\s+(?:to|until|till)\s+$/i.test(between) || /\.\s/.test(between)) continue;
    const [from, to] = [daysOf(date.edtf), daysOf(next.edtf)];
    const [mention] = mentionsAt(
      reading,
      prose.toSpan({ start: date.span.end, end: next.span.start }),
    ).filter(({ figure }) => figure.quantity.kind === 'duration' && figure.quantity.qualifier === undefined);
    if (!from || !to || !mention || to.last < from.first) continue;
    const { figure } = mention;
    if (!PROLONGS.test(text.slice(date.span.end, prose.fromSource(figure.span.start)))) continue;
    if (!fits(mention, { from, to })) yield distanceFound(mention, prose, [date, next], { from, to });
  }
}

/** "It expires on 30 June 2026, 90 days after it was granted on 15 January 2026". */
export function* checkDistances(reading: Reading, { prose, dates }: Dated): Iterable<Found> {
  const { text } = prose;
  for (const [i, date] of dates.entries()) {
    const next = dates[i + 1];
    if (!next || !isOneDay(date) || !isOneDay(next) || next.span.start - date.span.end > REACH * 2) continue;
    const between =
      /^\)?,?\s+(?:(?:or|which is|that is|exactly|just|only)\s+)*([^.;:]{4,24}?)\s+(after|before)\s+[^.;:\d]{0,60}$/i.exec(
        text.slice(date.span.end, next.span.start),
      );
    if (!between) continue;
    const [mention] = mentionsAt(
      reading,
      prose.toSpan({ start: date.span.end, end: next.span.start }),
    ).filter(({ figure }) => figure.quantity.kind === 'duration' && figure.quantity.qualifier === undefined);
    const days = [daysOf(date.edtf), daysOf(next.edtf)];
    const [from, to] = between[2]?.toLowerCase() === 'after' ? days.reverse() : days;
    if (!mention || mention.figure.text !== between[1] || !from || !to || to.last < from.first) continue;
    if (fits(mention, { from, to })) continue;
    yield distanceFound(mention, prose, [date, next], { from, to });
  }
}

const LATER = /^[^.;:]{0,40}?\b(?:and|but) [^.;:]{0,40}?$/i;
const ENDS_IN =
  /\b(?:run(?:s|ning)? out|expir(?:es?|ed|ing)|end(?:s|ed|ing)?|laps(?:es?|ed|ing)|terminat(?:es?|ed|ing)|until|up)\s+(?:on |in |at the end of )?$/i;

/** "began on A and expired six months later, on B", "granted in A for 25 years, runs out in B": a term between two dates. */
export function* checkTerms(reading: Reading, { prose, dates }: Dated): Iterable<Found> {
  const { text } = prose;
  for (const [i, date] of dates.entries()) {
    const next = dates[i + 1];
    if (
      !next ||
      next.span.start - date.span.end > REACH * 2 ||
      date.edtf.includes('/') ||
      next.edtf.includes('/')
    )
      continue;
    const between = text.slice(date.span.end, next.span.start);
    if (/[.;:]/.test(between)) continue;
    const terms = mentionsAt(reading, prose.toSpan({ start: date.span.end, end: next.span.start })).filter(
      ({ figure }) => figure.quantity.kind === 'duration',
    );
    const [term, another] = terms;
    const [from, to] = [daysOf(date.edtf), daysOf(next.edtf)];
    if (
      !term ||
      another ||
      term.figure.quantity.qualifier !== undefined ||
      !from ||
      !to ||
      to.last < from.first
    )
      continue;
    const start = prose.fromSource(term.figure.span.start);
    const before = text.slice(date.span.end, start);
    const behind = text.slice(prose.fromSource(term.figure.span.end - 1) + 1, next.span.start);
    const isLater = LATER.test(before) && /^ later,? (?:on|in) $/.test(behind);
    const isTerm =
      /^(?:,? and (?:ran|runs|lasts|lasted|was to run|is to run))?,? for (?:a (?:term|period) of )?$/.test(
        before,
      ) && ENDS_IN.test(behind);
    if ((!isLater && !isTerm) || fits(term, { from, to })) continue;
    yield distanceFound(term, prose, [date, next], { from, to });
  }
}

function distanceFound(
  { figure }: Mention,
  prose: Dated['prose'],
  [date, next]: readonly [DateMention, DateMention],
  days: { readonly from: Days; readonly to: Days },
): Found {
  return {
    span: figure.span,
    message: `“${figure.text}” does not fit its dates: between ${date.text} and ${next.text} are ${lengthOf(days, figure.text)}.`,
    related: [{ span: prose.toSpan({ start: date.span.start, end: next.span.end }), message: 'The dates' }],
  };
}

function isOneDay({ edtf }: DateMention): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(edtf);
}
