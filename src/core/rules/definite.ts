// Figures that point back: "of the 168 leases", "its limit of 1,200 MW" speak of an amount that stands elsewhere.
import type { PlacedFigure, Report } from '../report/report';
import { atEnd } from '../text/at-end';
import { remember } from '../text/remember';

/** Who or what speaks of a thing that is known: an article, an owner. */
const KNOWN = String.raw`(?:the|its|their|his|her|our|this|these|those|all|[\p{L}\p{N}]+['’]s|[\p{L}]+s['’])`;
/** "the 168 leases", "Talon's €260 million offer". */
const RIGHT_BEFORE = atEnd(new RegExp(String.raw`(?:^|[^\p{L}])${KNOWN}\s+(?:other\s+|remaining\s+)?`, 'iu'));
/** "its limit of 1,200 MW", "the grant from the state of $430 million". */
const OF = atEnd(new RegExp(String.raw`(?:^|[^\p{L}])${KNOWN}\s+(?:[\p{L}-]+\s+){1,4}of\s+`, 'iu'));
/** "the 20 largest", "the 12 or so", "the $20,000 to $30,000 range": none of a number that is known. */
const NOT_OF_KNOWN = /^\s*(?:\p{L}+est\b|most\b|least\b|or\s|to\s|[-–—])/iu;
const REACH = 70;

const known = new WeakMap<PlacedFigure, boolean>();

/** True for a figure of a thing that the text takes for known, by the words right before and behind it. */
export function pointsBack({ text }: Report, figure: PlacedFigure): boolean {
  return figure.cell === undefined && remember(known, figure, () => readsAsKnown(text, figure));
}

function readsAsKnown(text: string, { sentence, span }: PlacedFigure): boolean {
  const before = text.slice(Math.max(sentence.start, span.start - REACH), span.start);
  if (NOT_OF_KNOWN.test(text.slice(span.end, Math.min(sentence.end, span.end + 20)))) return false;
  return RIGHT_BEFORE.test(before) || OF.test(before);
}
