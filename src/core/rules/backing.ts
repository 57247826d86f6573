// Which figures need a source at all.
import type { Mention } from '../claims';
import type { PlacedFigure } from '../report/report';
import { atEnd } from '../text/at-end';
import type { Reading } from './reading';

/** True for a figure that states a checkable fact: not foreseen, advised, asked or merely spelled in passing. */
export function needsBacking(reading: Reading, mention: Mention): boolean {
  if (mention.figure.quantity.kind === 'duration' && !isMeasuredTime(reading.report.text, mention))
    return false;
  // A register of risks sets thresholds rather than telling what is.
  if (mention.figure.section.part === 'risks') return false;
  if (isThreshold(reading.report.text, mention)) return false;
  return reading.isFactual(mention.figure) && !isInPassing(mention) && !isLevel(reading.report.text, mention);
}

/** What makes a length of time a term or a stretch that dates something else: "for 20 years", "the first 12 months". */
const TERM = atEnd(
  /\b(?:for|over|within|in|during|after|before|until|since|from|to|by|per|every|each|any|first|last|next|past|previous|coming|following|another|of|than|up to|at least|at most|a|an|the)\s+(?:(?:the|a|about|some|around|only|just|another|next|first|last|past|previous|following|coming)\s+)*/i,
);
/** After these words "for 5 days" tells how long something takes. */
const TAKES_FOR = atEnd(
  /\b(?:wait(?:s|ed|ing)?|queue(?:s|d)?|queuing|last(?:s|ed|ing)?|stay(?:s|ed|ing)?|idle[ds]?|closed|shut|down|stood|stand(?:s|ing)?)\s+(?:still\s+)?for\s+(?:about |some |around |only |just )?/i,
);

/** "41 days to be paid", "a wait of 11 minutes": somebody measured it; "a 10-year contract" says what it is. */
function isMeasuredTime(text: string, { figure }: Mention): boolean {
  if (figure.spelled || !/(?:s|min|h)$/i.test(figure.text) || /\d-/.test(figure.text)) return false;
  const before = text.slice(Math.max(figure.sentence.start, figure.span.start - 40), figure.span.start);
  const after = text.slice(figure.span.end, figure.span.end + 12);
  if (/^-|^\s+(?:read|listen|watch|ago|later|earlier|before|after|old)\b/i.test(after)) return false;
  return !TERM.test(before) || TAKES_FOR.test(before);
}

/** In a judgment, "below $8" and "above 5 Mt a month" set the mark at which something happens. */
function isThreshold(text: string, { figure }: Mention): boolean {
  if (figure.section.part !== 'judgments') return false;
  return /^(?:above|below|beyond|under)\b/i.test(text.slice(figure.span.start, figure.span.end));
}

/** The same under a caveat: there, plans are doubted as much as facts, and the length of a contract with them. */
export function needsConfirmation(reading: Reading, mention: Mention): boolean {
  const { quantity, spelled } = mention.figure;
  if (quantity.kind === 'duration' && spelled) return false;
  if (isInPassing(mention)) return false;
  return reading.isInFactualPart(mention.figure) || isFactAmongForecasts(reading, mention.figure);
}

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
