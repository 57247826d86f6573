// Which figures need a source at all.
import type { Mention } from '../claims';
import type { PartKind, PlacedFigure } from '../report/report';
import { atEnd } from '../text/at-end';
import type { Reading } from './reading';

/** True for a figure that states a checkable fact: not foreseen, advised, asked or merely spelled in passing. */
export function needsBacking(reading: Reading, mention: Mention): boolean {
  const { figure } = mention;
  const { text } = reading.report;
  if (figure.quantity.kind === 'duration' && !isMeasuredTime(text, mention)) return false;
  if (isThreshold(text, mention) || isInPassing(mention) || isLevel(text, mention)) return false;
  if (!reading.isAsserted(figure)) return false;
  // A register of risks sets thresholds rather than telling what is.
  const tellsFacts = figure.section.part !== 'risks' && reading.isInFactualPart(figure);
  return tellsFacts || isAnswer(reading, figure) || isPast(text, figure);
}

/** How far back a question is looked for. */
const REACH = 600;

/** What follows a question in its paragraph or item answers it. */
function isAnswer({ report }: Reading, { section, block, sentence, cell }: PlacedFigure): boolean {
  if (section.part !== 'questions' || cell) return false;
  const before = report.text.slice(Math.max(block.span.start, sentence.start - REACH), sentence.start);
  return /[?？](?:[\s*_”"')\]]|$)/.test(before);
}

const OPEN: ReadonlySet<PartKind> = new Set(['predictions', 'decisions', 'risks']);
/** Words of what has happened. */
const PAST =
  /\b(?:last (?:year|quarter|month|week|season|spring|summer|autumn|winter)|(?:years?|months?|weeks?) (?:ago|earlier)|was|were|had|fell|rose|grew|paid|sold|bought|took|went|came|lost|won|built|held|kept|spent|stood|ran|ha(?:s|ve) (?:\p{L}+ )?(?:been|gone|risen|fallen|grown|\p{L}+ed))\b/u;
const BY_VERB = atEnd(/\b\p{L}{2,}ed (?:about |some |only |just )?/u);

/** Among what is foreseen, advised or feared, what the past tense tells is a fact; "more than 5" is a mark to come. */
function isPast(text: string, { sentence, span, quantity, section }: PlacedFigure): boolean {
  if (!OPEN.has(section.part) || quantity.kind === 'duration') return false;
  if (quantity.qualifier !== undefined && quantity.qualifier !== 'about') return false;
  const start = Math.max(sentence.start, span.start - REACH);
  return (
    PAST.test(text.slice(start, Math.min(sentence.end, span.end + REACH))) ||
    BY_VERB.test(text.slice(start, span.start))
  );
}

/** What makes a length of time a term or a stretch that dates something else: "for 20 years", "the first 12 months". */
const TERM = atEnd(
  /\b(?:for|over|within|in|during|after|before|until|since|from|to|by|per|every|each|any|first|last|next|past|previous|coming|following|another|of|than|up to|at least|at most|a|an|the)\s+(?:(?:the|a|about|some|around|only|just|another|next|first|last|past|previous|following|coming)\s+)*/i,
);
/** After these words "for 5 days" tells how long something takes. */
const TAKES_FOR = atEnd(
  /\b(?:wait(?:s|ed|ing)?|queue(?:s|d)?|queuing|last(?:s|ed|ing)?|stay(?:s|ed|ing)?|idle[ds]?|closed|shut|down|stood|stand(?:s|ing)?|sits?|sat|lay|lies?)\s+(?:[\p{L}-]+\s+){0,4}for\s+(?:about |some |around |only |just )?/iu,
);

/** "41 days to be paid", "a wait of 11 minutes": somebody measured it; "a 10-year contract" says what it is. */
function isMeasuredTime(text: string, { figure }: Mention): boolean {
  if (figure.spelled || !/(?:s|min|h)$/i.test(figure.text) || /\d-/.test(figure.text)) return false;
  const before = text.slice(Math.max(figure.sentence.start, figure.span.start - 60), figure.span.start);
  const after = text.slice(figure.span.end, figure.span.end + 12);
  if (/^-|^\s+(?:read|listen|watch|ago|later|earlier|old)\b/i.test(after)) return false;
  return TAKES_FOR.test(before) || !(TERM.test(before) || /^\s+(?:before|after)\b/i.test(after));
}

/** In a judgment, "below $8" and "above 5 Mt a month" set the mark at which something happens. */
function isThreshold(text: string, { figure }: Mention): boolean {
  if (figure.section.part !== 'judgments') return false;
  return /^(?:above|below|beyond|under|between)\b/i.test(text.slice(figure.span.start, figure.span.end));
}

/** The same under a caveat: there, plans are doubted as much as facts, and the length of a contract with them. */
export function needsConfirmation(reading: Reading, mention: Mention): boolean {
  const { quantity, spelled } = mention.figure;
  if (quantity.kind === 'duration' && spelled) return false;
  if (isInPassing(mention)) return false;
  const { figure } = mention;
  return (
    reading.isInFactualPart(figure) || isFactAmongForecasts(reading, figure) || isAnswer(reading, figure)
  );
}

/** "Cap the loan at Norvik's €190 million", "the €190 million should warn us": advice and forecasts too take it for a fact. */
export function isPresupposed(text: string, { section, block, span }: PlacedFigure): boolean {
  const before = text.slice(Math.max(block.span.start, span.start - 24), span.start);
  return OPEN.has(section.part) && PRESUPPOSES.test(before);
}

const PRESUPPOSES = atEnd(/(?:\p{L}['’]s?|\b(?:the|this|that|these|those|its|their|our)) /iu);

/** A paragraph of an outlook tells from what it forecasts; an item is a forecast. */
function isFactAmongForecasts(reading: Reading, figure: PlacedFigure): boolean {
  const { section, block } = figure;
  return section.part === 'predictions' && block.kind === 'paragraph' && reading.isAsserted(figure);
}

/** "Confidence: 85%", "(60% probability)": how sure the author is, which no source tells. */
function isLevel(text: string, { figure: { span, quantity } }: Mention): boolean {
  if (quantity.kind !== 'percent') return false;
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  const after = text.slice(span.end, span.end + 16);
  return (
    /\b(?:confidence|probability|likelihood|conviction|certainty|odds|chance)\b[\s:：=(*_of]*$/i.test(
      before,
    ) ||
    /^\s*(?:confidence|probability|likelihood|conviction|certainty|odds|chance|likely|sure)\b/i.test(after)
  );
}

/** "eight customers", "nearly three times", "hundred-billion-dollar": words in passing rather than data. */
function isInPassing({ figure }: Mention): boolean {
  const { spelled, scale, text } = figure;
  return spelled && (scale === undefined || /^(?:tens|hundreds?|thousands|millions|billions)/i.test(text));
}
