// Lines that a paste has run together without a space between them: "Key JudgmentsPrices rise for a year.Demand falls."
import type { Span } from '../text/span';
import { looksLikeHeading } from './flattened';

/** A stretch of a line that stood on a line of its own. */
export interface Part extends Span {
  /** It can only be a heading. */
  readonly isHeading: boolean;
}

/** Where a sentence or bracket ends and the next line starts: "…for $310 million.On 12 November", "(high)2028: …". */
const SENTENCE_JOINT =
  /(?=\p{Lu}[\p{Ll} ])(?<=[\p{Ll}\p{N}%)\]”"’][.!?。]|[\p{Ll}%][)）])|(?=(?:19|20)\d\d[:\s–-])(?<=[)）])/gu;
/** The label of an entry or field after any word: "… of the WeekEvent 1: Ganyu", "(June 16, 2026)Core Facts: …". */
const LABEL_JOINT =
  /(?=\p{Lu})(?:(?<=[\p{L}\p{N})])(?=\p{Lu}\p{Ll}{2,12} \d{1,2}[:.] \p{Lu})|(?<=\d[)）])(?=\p{Lu}\p{Ll}+(?: \p{Lu}?\p{Ll}+){0,2}[:：] ))/gu;
/** A word in small letters that runs into a capital: "… of the exchange filingPort of Norvik Raises Its Fees". */
const WORD_JOINT = /(?=\p{Lu}\p{Ll}+(?: \p{L}|\d{1,2} (?:year|month)))(?<=(?:^|\s)\p{Ll}{4,20})/gu;
const MAY_JOIN_WORDS = /\s[a-z\u00df-\uffff]{4,20}[A-Z\xc0-\uffff]/;
/** Items behind a heading and behind each other: "Key Players- Fibralia: …- Vega Telecom: …". */
const DASH_JOINT = /(?<=[\p{L}\p{N}.?!)])(?=- \p{Lu})/gu;
/** "…release- Norvik Buys a Harbour (3 April 2026) …": a title with its date makes an item of one joint alone. */
const DATED_ITEM = /^- \p{Lu}[^()（）\n]{5,140}[(（][^()（）]{0,20}\b(?:19|20)\d\d[)）]/u;
const LONGEST_TITLE = 180;
/** Cheap looks for each of these. */
const MAY_JOIN_SENTENCES = /[.!?。)）](?:[A-Z\xc0-\uffff]|19|20)/;
const MAY_JOIN_LABEL = /\S[A-Z\xc0-\uffff]\S{2,12} \d{1,2}[:.] |\d[)）][A-Z\xc0-\uffff]/;
const MAY_JOIN_ITEMS = /\S- [A-Z\xc0-\uffff]/;
/** One such joint may be a slip of the writer's; this many are lost line breaks. */
const JOINTS_NEEDED = 2;

/** A heading that runs into the word after it: "Key JudgmentsPrices rise", "Outlook2027: …", "III. Key Judgments1. Prices". */
const HEADING =
  /^\s*((?:(?:[IVX]{1,5}|\d{1,2})[.)] |0\d )?)(\p{Lu}[\p{L}’'-]*(?: (?:\p{Lu}[\p{L}’'-]*|and|of|the|to|for|in|on|at|with|by|&)){0,6}?(?<=\p{Ll}{3}))(?=(?:\p{Lu}[\p{Ll} ]|(?:19|20)\d\d|1[.)] |\d{1,2} (?:year|month))[^\n]{8})/u;
/** A heading of one word must be this long, for many a name has a capital within. */
const LONGEST_NAME = 6;
/** A name with a capital within stands elsewhere too: so near at least. */
const NEAR = 4000;

const COUNTED = /^\s*\p{Lu}\p{Ll}{2,12} \d{1,2}[:.] \p{Lu}/u;
/** "1 year (Medium confidence)" above its prediction. */
const GRADED_HORIZON = /^\s*\d{1,2}\+? (?:year|month)s?\+? \([^()]*confidence[^()]*\)\s*$/i;
const NUMBERED = /^\s*(?:[IVX]{1,5}|\d{1,2})[.)] \p{Lu}/u;

/** What a cheap look at a line tells to be run together. */
const MAY_RUN_TOGETHER =
  /[a-z\d.?!)]- [A-Z]|[a-z\d%)\]”"’][.!?)][A-Z]|[a-z)][A-Z][a-z]+ \d{1,2}[:.] |^\s*(?:[IVX]{1,5}|\d{1,2})[.)] [A-Z].*?[a-z](?:[A-Z]|1[.)] )/;

/** The parts of a line that was run together; one where it was not. */
export function partsRunTogether(text: string, line: Span): readonly Part[] {
  const content = text.slice(line.start, line.end);
  const whole = { ...line, isHeading: false };
  if (!MAY_RUN_TOGETHER.test(content)) return [whole];
  const sentences = MAY_JOIN_SENTENCES.test(content) ? joints(content, SENTENCE_JOINT) : [];
  const labels = MAY_JOIN_LABEL.test(content) ? joints(content, LABEL_JOINT) : [];
  const dashes = MAY_JOIN_ITEMS.test(content) ? joints(content, DASH_JOINT) : [];
  const near = text.slice(Math.max(0, line.start - NEAR), Math.min(line.end, line.start + NEAR));
  const isHeaded =
    sentences.length > 0 && [0, ...sentences].some(at => headingBefore(content.slice(at), near, true) > 0);
  const isRich = sentences.length >= JOINTS_NEEDED || isHeaded;
  const isSure = (at: number) => DATED_ITEM.test(content.slice(at, at + LONGEST_TITLE));
  const isRun = dashes.filter(at => !/\d/.test(content.charAt(at - 1))).length >= JOINTS_NEEDED;
  // "2020- Present" is a period, "order 17- Norvik Buys a Harbour (3 April 2026)" a list.
  const items = dashes.filter(at => isSure(at) || (isRun && !/\d/.test(content.charAt(at - 1))));
  const words = isRich && MAY_JOIN_WORDS.test(content) ? joints(content, WORD_JOINT) : [];
  const cuts = [...new Set([...(isRich ? sentences : []), ...words, ...labels, ...items])].sort(
    (a, b) => a - b,
  );
  const parts: Part[] = [];
  let start = 0;
  for (const end of [...cuts, content.length]) {
    const words = content.slice(start, end);
    const isLast = end === content.length;
    const around = text.slice(Math.max(0, line.start + start - NEAR), line.start + end + NEAR);
    const heading = headingBefore(words, around, isRich);
    const at = (offset: number) => line.start + start + offset;
    if (heading > 0) parts.push({ start: at(0), end: at(heading), isHeading: true });
    if (heading < words.length) {
      const headsItems = content.startsWith('- ', end) && !words.trimStart().startsWith('-');
      const isMarked =
        GRADED_HORIZON.test(words.slice(heading)) ||
        COUNTED.test(words) ||
        (!isLast && NUMBERED.test(words)) ||
        headsItems;
      const isHeading = cuts.length > 0 && isMarked && looksLikeHeading(words.slice(heading), true);
      parts.push({ start: at(heading), end: at(words.length), isHeading });
    }
    start = end;
  }
  return parts;
}

function joints(content: string, pattern: RegExp): number[] {
  return [...content.matchAll(pattern)]
    .map(match => match.index)
    .filter(
      at =>
        !isInsideAddress(content, at) &&
        !ABBREVIATED.test(content.slice(Math.max(0, at - 5), at)) &&
        !IN_NAME.test(content.slice(at, at + 40)) &&
        !VERSION.test(content.slice(Math.max(0, at - 8), at)),
    );
}

/** "St.", "A.", "e.g.": no sentence ends so. */
const ABBREVIATED = /(?:^|[^\p{L}])(?:\p{Lu}\p{Ll}?|\p{Ll}\.\p{Ll})\.$/u;

/** "Notes.Final.docx": a name goes on behind its stop. */
const IN_NAME = /^[\p{L}\p{N}_-]+\.[\p{Ll}\d]{2,4}(?![\p{L}\p{N}])/u;
/** "v2.Beta". */
const VERSION = /(?:^|[\s(])v\d{1,2}\.$/;

/** Length of the heading that runs into the text after it; 0 when there is none. */
function headingBefore(words: string, around: string, isRich: boolean): number {
  const [all, number = '', title = ''] = HEADING.exec(words.slice(0, 120)) ?? [];
  if (all === undefined || !(isRich || number !== '')) return 0;
  const count = title.split(' ').length;
  const next = /^[\p{L}\d]+/u.exec(words.slice(all.length))?.[0] ?? '';
  const last = title.split(' ').at(-1) ?? '';
  const isName = around.split(`${last}${next}`).length > 2;
  const isLong = count > 1 || title.length > LONGEST_NAME;
  return isLong && !isName && looksLikeHeading(title, true) ? all.length : 0;
}

/** True for a place in a web address or an e-mail address. */
export function isInsideAddress(content: string, at: number): boolean {
  const before =
    content
      .slice(Math.max(0, at - 200), at)
      .split(/\s/)
      .at(-1) ?? '';
  // A link ends where its bracket closes, and so does an address in brackets.
  const word = before.replace(/^.*\]\([^()]*\)|^[(（][^()（）]*[)）](?=[.!?。]?$)/, '');
  return word.includes('://') || word.startsWith('www.') || /[^\s[@-]@/.test(word);
}
