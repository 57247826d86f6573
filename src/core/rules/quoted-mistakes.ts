// Mistakes that a text tells on purpose: it quotes them, or says what an earlier issue had wrong.
import type { Span } from '../text/span';
import { aroundQuotation } from './quotations';
import type { Finding } from './rule';

/** The rules on what a text says; those on its sources and form hold for quotations too. */
const ON_CONTENT = new Set([
  'sum-mismatch',
  'growth-mismatch',
  'share-mismatch',
  'range-reversed',
  'date-conflict',
  'unit-kind',
  'implausible-value',
  'malformed-quantity',
  'untranslated-unit',
  'magnitude-conflict',
  'value-conflict',
]);
/** Words of whoever tells a quoted mistake from the truth. */
const CORRECTS =
  /\b(?:correct(?:ed|ion|ly|s)?|corrigend\w+|errat\w+|erroneous(?:ly)?|in error|wrong(?:ly)?|mistake\w*|mistook|misprint\w*|misstat\w+|misread|typo\w*|should (?:have )?(?:read|say|said|be|been)|differently|actually|in fact|in truth|meant|means|rather than|too (?:much|many|high|low|large|small|little)|the right (?:value|figure|number|amount|one)|as its own|(?:old|older|earlier|first|previous) (?:draft|version|edition))\b/i;
/** "*Correction, 4 May:* the first edition said …". */
const NOTICE =
  /^[\s>*_#-]*(?:corrections?|corrigend(?:um|a)|errat(?:um|a)|clarifications?)(?:,? [^:.\n–—]{1,25}|\s?\([^)\n]{1,30}\))?[*_]*\s?[:.–—]/i;
/** "The May issue put it at …". */
const EARLIER_TEXT =
  /\b(?:issue|edition|version|draft|bulletin|newsletter|print|article|paper|report|table|note|we)\b[^.;]{0,60}\b(?:said|wrote|put|gave|stated|showed|had|reported|listed|printed|named)\b[^.;]*$/i;
const WAS_WRONG =
  /^[^.;]{0,80}[.;:,–—]\s(?:(?:but |and )?(?:that|this|it|which) (?:was|is) (?:wrong|incorrect|an error|a mistake|a misprint|too (?:high|low))|(?:it|the (?:right|correct) \p{L}+|that|this) (?:should|ought to) (?:have )?(?:be|been|read|say)|the (?:right|correct) \p{L}+ (?:is|was)|we (?:regret|apologi[sz]e))\b/iu;
const REACH = 160;
/** So far from its start a notice tells of mistakes. */
const LONGEST_NOTICE = 2000;

/** True for a mistake that the text quotes and corrects, at the finding or at what it is compared with. */
export function isQuotedMistake(text: string, { rule, span, related }: Finding): boolean {
  if (!ON_CONTENT.has(rule)) return false;
  if (isCorrected(text, span) || related.some(other => isCorrected(text, other.span))) return true;
  const around = aroundQuotation(text, span);
  if (!around) return false;
  return (
    CORRECTS.test(`${around.before} ${around.after}`) ||
    isSaidAgain(text.slice(span.start, span.end), around.after)
  );
}

/** True in a notice of correction, and for what an earlier text is said to have had wrong. */
function isCorrected(text: string, span: Span): boolean {
  const from = Math.max(0, span.start - LONGEST_NOTICE);
  const line = text.slice(from, span.start).lastIndexOf('\n');
  const start = from + line + 1;
  const isLineStart = line >= 0 || from === 0;
  if (isLineStart && NOTICE.test(text.slice(start, start + 60))) return true;
  const after = text.slice(span.end, span.end + REACH).split('\n')[0] ?? '';
  return (
    WAS_WRONG.test(after) && EARLIER_TEXT.test(text.slice(Math.max(start, span.start - REACH), span.start))
  );
}

/** “up 5.4%”: it went up by 5.4 percentage points. */
function isSaidAgain(quoted: string, after: string): boolean {
  const number = /\d[\d.,]*\d/.exec(quoted)?.[0];
  return number !== undefined && after.includes(number);
}
