// Sources in brackets behind what they say: "(Norvik annual report 2025)", "(Xiong et al., 2017)", "Jonas (2021)", "(Reuters)".
import { findDates } from '../figures';
import { OBJECT } from '../markdown/prose';
import { mayHave, seek } from '../text/beginnings';
import type { Wording } from '../text/wording';
import { confidenceAlone } from './confidence';
import { namesNobody } from './vague';

/** A stretch of a text that names a source. */
export interface Named {
  readonly start: number;
  readonly name: string;
}

const BRACKETS = /[([（]([^()[\]（）\n]{3,240})[)\]）]/gu;
const ENDS = /^[ \t]*(?:[.;。；\n]|$)/u;

/** The sources that a text names in brackets. */
export function* namedInBrackets(text: string, wording: Wording): Iterable<Named> {
  if (!/[([（]/.test(text)) return;
  for (const { 0: all, 1: words = '', index } of text.matchAll(BRACKETS)) {
    const end = index + all.length;
    const ends = ENDS.test(text.slice(end, end + 20));
    const before = text.slice(Math.max(0, index - LONGEST_NAME), index).trimEnd();
    const author = /^\d{4}[a-z]?$/.test(words) && AUTHOR.exec(before)?.[1];
    if (author) yield { start: text.lastIndexOf(author, index), name: `${author} ${all}` };
    const name = documentIn(words, ends, wording) ?? (ends && isName(words, before) ? words : undefined);
    if (name !== undefined && !namesNobody(name)) yield { start: index + 1, name };
  }
}

const LONGEST_NAME = 80;
const WORD = "\\p{Lu}[\\p{L}\\p{N}&’'.+/-]*";
/** "Jonas (2021)", "Wu and Hsu (2020)", "Wu et al. (2020)". */
const AUTHOR = new RegExp(`(?:^|[\\s(])(${WORD}(?: (?:and|&) ${WORD})?(?: et al\\.)?)$`, 'u');

const PAPERS =
  'reports?|prospectus|filings?|letters?|surveys?|presentations?|releases?|bulletins?|yearbooks?|census|notices?|announcements?|accounts|statements?|statistics|minutes|stud(?:y|ies)|lists?|circulars?|transcripts?|budgets?|invoices?|records?|websites?|applications?|decrees?|rulings?|regulations?|papers?|ledgers?|logs?|sheets?|files?|briefings?|disclosures?|dashboards?|catalogues?|audits?|memos?|decks?|slides?|contracts?|newsletters?|returns?|notes?';
const DATE = '(?:(?:\\d{1,2} )?\\p{Lu}\\p{Ll}+ |FY ?|[QH][1-4] )?\\d{4}(?:\\/\\d\\d)?';
/**
 * "Sejin prospectus", "Silicon Ledger Research, HBM tracker", "Norvane investor presentation, June 2026": a named document
 * with its date or place, and a clause on what else it says at most.
 */
const DOCUMENT = new RegExp(
  `^((?:the )?\\p{Lu}[\\p{L}\\p{N}&'’.,+ /-]{2,70}?\\b(?:${PAPERS}|databases?|trackers?|regist(?:er|ry)|dataset|monitor|terms|rules|conditions|panels?|factsheets?|handbooks?|call|10-[KQ]|8-K|20-F)(?:,? (?:of |[Nn]o\\. |pp?\\. |s\\. |[QH][1-4] |FY)?(?:\\d[\\d/–-]*|\\p{Lu}\\p{Ll}+ \\d{4}|\\d{1,2} \\p{Lu}\\p{Ll}+ \\d{4}))*)(?:, (?:according to which|which|where|in which|whose)\\s.{1,200})?$`,
  'u',
);
/** "annual securities report, June 2026", "site report 24", "company release": a document without a name. */
const UNNAMED = new RegExp(
  `^(?:the |its |their |our )?(?:\\p{Ll}+ ){0,3}(?:${PAPERS})(?: (?:by|of|from) (?:the )?\\p{Lu}[\\p{L}&. ]{1,40})?((?:,| of| for)? ${DATE}|,?(?: [Nn]o\\.)? [\\p{Lu}\\d/.-]*\\d[\\d/.-]*)?$`,
  'u',
);
/** "…, p. 17", "…, Exh. 3": the place in a document. */
const PLACE =
  /, (?:pp?|exh|ch|sec|s|art|no|nos|vol|tab|table|fig|figure|annex|appendix|section|chapter|page|note|slide|para|paragraph|item|line)\.? ?[\dA-Z][\dA-Z.–-]*$/i;
/** How the last words of documents begin: few texts have one. */
const DOCUMENTS = seek(
  'report prospectus filing letter survey presentation release bulletin yearbook census notice announcement accounts ' +
    'statement statistics minutes study studies list lists circular transcript budget database tracker regist dataset ' +
    'monitor terms rules conditions panel factsheet handbook decree call website invoice record application ruling regulation paper ledger log logs sheet file files briefing disclosure dashboard catalogue audit memo memos deck decks slide contract newsletter return note notes k q f',
);
const AGAIN = /^(?:(?:the )?same(?:$| (?:source|document|report|survey|page))|ibid|idem|op\. cit)\b/i;

function documentIn(words: string, ends: boolean, wording: Wording): string | undefined {
  if (words.endsWith(OBJECT))
    return /^(?:the )?\p{Lu}/u.test(words) ? words.slice(0, -1).replace(/[,:;]? $/, '') : undefined;
  if (mayHave(DOCUMENTS, wording)) {
    const named = DOCUMENT.exec(words)?.[1];
    if (named !== undefined) return named;
    const unnamed = UNNAMED.exec(words);
    if (unnamed && (ends || unnamed[1] !== undefined)) return words;
    if (
      ends &&
      /[,;] /.test(words) &&
      words.split(/[,;] /).some(part => UNNAMED.test(part) || DOCUMENT.test(part))
    )
      return words;
  }
  return AGAIN.test(words) || PLACE.test(words) || isDated(words, ends) ? words : undefined;
}

/** "Xiong et al., 2017", "GLA budget 2025/26, p. 31", "Nikkei Materials, 11 Feb.": a name with its date, and the place in it. */
function isDated(words: string, ends: boolean): boolean {
  if (!/\d/.test(words)) return false;
  const [date] = findDates(words.replace(/(\d{4})[a-z]\b/g, '$1 '));
  const before = words.slice(0, date?.span.start ?? 0).trimEnd();
  const after = words.slice(date?.span.end ?? 0);
  return (
    (NAMES.test(before) || (ends && UNNAMED_BODY.test(before))) &&
    !/\b(?:in|since|until|till|from|by|to|before|after|during|at|on)$/.test(before) &&
    IN_IT.test(after)
  );
}

const NAMES = /^[^\d:]*(?:\p{Lu}\p{L}|^(?:the|its|their|our)\b)[^\d:]*$/u;
/** "bed census, 31 January", where it ends a sentence. */
const UNNAMED_BODY = /^\p{Ll}[^\d:,]*,$/u;
const IN_IT = /^[a-z]?\.?(?:\/\d\d)?(?:[,:;] [^:]{1,60})?$/;

const NAME = new RegExp(`^${WORD}(?: (?:(?:of|for|and|the|de|du) )?${WORD}){0,5}(?:,? \\p{Ll}+){0,3}$`, 'u');

/** A name behind what it says: no short form of the words before it, as in "the net interest margin (NIM)". */
function isName(words: string, before: string): boolean {
  if (!NAME.test(words)) return false;
  const last = /([\p{L}\p{N}]+)$/u.exec(before)?.[1] ?? '';
  const isShort = words.length < 8 && !words.includes(' ');
  return (
    confidenceAlone(words) === undefined &&
    !/^\p{Lu}\p{L}{2}/u.test(last) &&
    !(isShort && last.charAt(0).toLowerCase() === words.at(-1)?.toLowerCase())
  );
}
