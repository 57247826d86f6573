// Which figures state a value that a slip could have changed, by the words around them.
import type { Mention } from '../claims';
import type { PartKind } from '../report/report';
import { CLAUSE_JOINTS } from '../text/english';
import { once } from '../text/remember';
import { pointsBack } from './definite';
import { isAmount, type Reading, tellsKind } from './reading';

/** True for an amount, or the percentage of a measure, that stands for itself: no change, no value before, no end of a range. */
export function isStated({ report, mentions }: Reading, mention: Mention): boolean {
  const { figure, role, measure } = mention;
  const { kind } = figure.quantity;
  const { cell } = figure;
  if (role === 'change' || role === 'previous' || figure.ends || figure.spelled) return false;
  if (cell && isReplaced(cell.table.header.cells[cell.column]?.prose.text ?? '')) return false;
  if (tellsKind(report, figure)) return false;
  return isAmount(kind) || (kind === 'percent' && measure !== undefined && !isOfChange(mentions, mention));
}

const isReplaced = once((header: string) => REPLACED.test(header));

/** The header of values that others have taken the place of. */
const REPLACED =
  /^\W*(?:old|previous(?:ly)?|prior|before|former(?:ly)?|earlier|was|original(?:ly)?|first (?:reported|published|estimate))\b/i;

/** "Costs rose by $1.7 billion or 13%": the percentage tells the change again. */
function isOfChange(mentions: readonly Mention[], { index, figure }: Mention): boolean {
  const before = mentions[index - 1];
  return (
    before?.role === 'change' &&
    before.figure.block === figure.block &&
    figure.span.start - before.figure.span.end <= LONGEST_OR
  );
}

/** ", or about ". */
const LONGEST_OR = 12;

/** "1.22 million shells, three-quarters of the total": what a share is told of is a part, and the whole another amount. */
const IS_PART =
  /^[^.;:]{0,40},\s(?:[^.;:,]{0,25}\s)?(?:\d[\d.]*\s?(?:%|per ?cent|percent)|half|(?:two-|three-)?(?:thirds?|quarters?|fifths?|tenths?))\s+of\s+(?:the\s(?:total|whole)|all)\b/i;

export function isPart({ report: { text } }: Reading, { figure }: Mention): boolean {
  return (
    !figure.cell &&
    IS_PART.test(text.slice(figure.span.end, Math.min(figure.sentence.end, figure.span.end + 100)))
  );
}

/** "£172 million and £157 million respectively": the words around a value tell of the others too. */
const HANDS_OUT = /\brespectively\b/i;

export function isHandedOut({ report: { text } }: Reading, { figure }: Mention): boolean {
  return !figure.cell && HANDS_OUT.test(text.slice(...clauseSpan(figure)));
}

/** Words for a value that takes the place of another on purpose, and for what only might be. */
const REVISED = String.raw`restat\w+|revis\w+|originally|first published|previously reported|adjusted|pro forma|instead|[Ww]ith(?:out)? (?:all|any|every|full|the full)`;
const IS_REVISED = new RegExp(String.raw`\b(?:${REVISED})\b`);
const IS_OPEN = new RegExp(
  String.raw`\b(?:could(?! not\b)|might|may|would|if|unless|whether|assum\w+|suppos\w+|scenario|expect\w*|plan(?:s|ned|ning)? (?:to|for|on)|(?:[Ww]e|they|it) (?:now )?(?:plan|budget|aim)s?|target\w*|goal|forecast\w*|guidance|${REVISED})\b`,
);
/** "1,290 million at the customs, since they include freight": why it is not the value that stands elsewhere. */
const IS_EXPLAINED =
  /\b(?:since|because|as) (?:it|they|that|this|these|those) (?:also |only )?(?:includ|exclud|count|cover|leave)(?:e?s?)\b/i;
const SENTENCE = 600;
const NEXT_CLAUSE = new RegExp(`;|,\\s+(?:${CLAUSE_JOINTS})\\s`);
const OPEN_PARTS: ReadonlySet<PartKind> = new Set(['predictions', 'decisions']);

/**
 * True for a value that is said to hold. Decisions of a court or an office are facts that have a source.
 * @param isKnown the digits tell that it is a value stated elsewhere: advice and forecasts name facts too
 */
export function isAsserted({ report, sourced }: Reading, { figure }: Mention, isKnown: boolean): boolean {
  const isFact = isKnown || !OPEN_PARTS.has(figure.section.part) || sourced.covers(figure.span);
  if (figure.cell) return isFact;
  if (pointsBack(report, figure)) return true;
  if (!isFact) return false;
  const [start, end] = clauseSpan(figure);
  if (!isKnown && IS_EXPLAINED.test(report.text.slice(start, end))) return false;
  const [clause = ''] = report.text.slice(figure.span.end, end).split(NEXT_CLAUSE);
  return !(isKnown ? IS_REVISED : IS_OPEN).test(report.text.slice(start, figure.span.start) + clause);
}

function clauseSpan({ sentence, span }: Mention['figure']): [number, number] {
  return [Math.max(sentence.start, span.start - SENTENCE), Math.min(sentence.end, span.end + SENTENCE)];
}
