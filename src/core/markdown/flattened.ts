// What headings and titles look like: their numbers, and the form by which a line without a mark is known as one.

import { capitalised, MONTH_STARTS, SMALL_NUMBERS } from '../text/english';
import { kindAt, SPACE } from '../text/letters';
import { once } from '../text/remember';
import { isPageWords } from './page-words';

/** No heading is longer than this. */
const LONGEST_HEADING = 140;
const MOST_WORDS = 18;

const DECORATION =
  /^(?:#{1,6}(?=[\s*])|\[[ xX]\]\s|[*_\s>■□◆◇❖▌▍◼●○◎►▶★☆※▼•・《]|[△▲▽](?=\s)|【(?!\d|[^【】]{1,40}】\s*[^\s】])|\uFE0F|\u200D|(?![©®™])\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])+/u;
const TRAILING = /[*_\s】》]{1,20}$/;
const TRAILING_ENDS = '*_】》';

/** "Three. Supply", "Part Two: Demand": the number of a section in words. */
export const COUNTING_WORDS = `One|${capitalised(SMALL_NUMBERS)}|Eleven|Twelve|Thirteen|Fourteen|Fifteen`;
/** Words before a number that only count the titles: "Event 2:", "Part III –", "Recommendation 4.". */
const COUNTED =
  'events?|acts?|deals?|milestones?|nodes?|developments?|items?|cases?|steps?|points?|no|nr|number|part|slide|page|sections?|chapter|exhibit|' +
  'key (?:judge?ment|finding|takeaway|event)s?|judge?ments?|findings?|takeaways?|theses|thesis|claims?|views?|' +
  'predictions?|forecasts?|calls?|bets?|scenarios?|recommendations?|actions?|decisions?|measures?|questions?|issues?|' +
  'players?|risks?|lessons?|priority|option|coa|kj';
const COUNT = new RegExp(
  `^(?:${COUNTED})\\.?\\s+(?:#?\\d{1,2}(?:/\\d{2,4})?|[IVX]{1,4}|[A-F]|${COUNTING_WORDS})\\s*[:.：|–—-]\\s*`,
  'i',
);
const NUMBERING = new RegExp(
  `^(?:${[
    '(?:[IVXL]{1,6}|\\d{1,2}(?:\\.\\d{1,2}){0,3})[.)）](?:\\s+|(?=\\p{L}))',
    '\\d{1,2}(?:\\.\\d{1,2}){1,3}\\s+(?=\\p{Lu}(?:\\p{Ll}|\\d\\p{L}))(?!(?:Million|Billion|Trillion|Thousand)\\b)',
    '0\\d\\s+(?=\\p{Lu})',
    '(?:\\d{1,2}|[IVXL]{1,6}(?=\\s))\\s?[|｜·•]\\s*',
    '(?:\\d{1,2}|[IVXL]{1,6})\\s[–—-]\\s(?=\\p{Lu}\\p{Ll})',
    '[（(](?:\\d{1,2}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[）)]\\s*',
    '第?[一二三四五六七八九十]{1,3}(?:[、.．：:]|[章节節部]分?)\\s*',
    '[①-⑳❶-➓]\\s*',
    '\\d\\uFE0F?\\u20E3\\s*',
    '(?![QH][1-4]:)\\p{Lu}{1,2}-?\\d{1,2}[.):]\\s+(?=\\p{Lu})',
    '【[^【】]{0,14}(?:\\d{1,2}|[IVX]{1,4}|[一二三四五六七八九十]{1,3})】\\s*',
    '§\\s?\\d{1,3}\\s*',
    '\\[(?:[Ss]lide|[Pp]age|[Pp]\\.|[Ss]heet|[Ff]olie) ?\\d{1,3}(?: ?/ ?\\d{1,3})?\\]\\s*',
    '\\[?\\d{1,2}:\\d{2}(?::\\d{2})?\\]?\\s+(?=\\p{Lu})',
    '#\\d{1,3}[.:)]?\\s+',
    `(?:${COUNTING_WORDS})[.)]\\s+(?=\\p{Lu})`,
  ].join('|')})`,
  'u',
);
const COUNTING_STARTS = 'ENOFST';
const MAY_BE_NUMBERED =
  /^(?:[[\dIVXL（(【第一二三四五六七八九十①-⑳❶-➓§#]|\p{Lu}{1,2}-?\d|[ENOFST]\p{Ll}{2,7}[.)])/u;
const MAY_BE_COUNTED = /^[A-Za-z]{2,15}\.?(?: [a-z]{4,9})? #?[\dIVXA-FNOST]/;

/** "(U)", "(S//NF)": how secret a paragraph is, as agencies mark it. */
const PORTION_MARK = /^\((?:U|C|S|TS|R|CUI|NC|NS|NU|NR|UNCLASSIFIED)(?:\/\/[A-Z][A-Z ,/-]{0,40})?\)\s+(?=\S)/;

/** Length of the mark of classification that a paragraph starts with, and of the space after it; 0 when it has none. */
export function portionMark(text: string): number {
  return text.startsWith('(') ? (PORTION_MARK.exec(text.slice(0, 60))?.[0].length ?? 0) : 0;
}

/** "2.1 The fee …": a capital follows, but not that of a unit or of a number word in a title. */
const PARAGRAPH_NUMBER =
  /^\d{1,2}(?:\.\d{1,2}){1,2}\.?[ \t]+(?=(?:\*\*|__)[\p{Lu}\d]|A |\p{Lu}\. \p{Lu}\p{Ll}|(?!(?:Million|Billion|Trillion|Thousand|Crore|Lakh|Percent|Per|Times|(?:Kilo|Mega|Giga|Tera)\p{Ll}*)\b)\p{Lu}\p{Ll}+)/u;

/** Length of the number that a paragraph starts with, and of the space after it; 0 when it has none. */
export function paragraphNumber(text: string): number {
  return PARAGRAPH_NUMBER.exec(text)?.[0].length ?? 0;
}

/** A title without list or section number, Markdown marks, pictures and surrounding space. */
export const bareTitle = once((title: string): string => {
  let bare = undecorated(title);
  if (TRAILING_ENDS.includes(bare.slice(-1)) || kindAt(bare, bare.length - 1) === SPACE)
    bare = bare.replace(bare.endsWith('】') && bare.includes('【') ? /[*_\s]{1,20}$/ : TRAILING, '');
  bare = undecorated(bare.slice(portionMark(bare)));
  if (mayBeNumbered(bare)) bare = undecorated(bare.replace(NUMBERING, ''));
  if (MAY_BE_COUNTED.test(bare)) bare = bare.replace(COUNT, '');
  return bare.trim();
});

/** Most titles start with a plain letter or number. */
function undecorated(title: string): string {
  const first = title.charCodeAt(0);
  return isSmall(first | 32) || (first > 47 && first < 58) ? title : title.replace(DECORATION, '');
}

/** Nor has a title a number that starts with a word, unless that is one in words. */
function mayBeNumbered(title: string): boolean {
  const first = title.charCodeAt(0);
  if (isSmall(first)) return false;
  const isWord = isSmall(first | 32) && isSmall(title.charCodeAt(1));
  return (!isWord || COUNTING_STARTS.includes(title.charAt(0))) && MAY_BE_NUMBERED.test(title);
}

/** True for the code of a letter from a to z. */
function isSmall(code: number): boolean {
  return code > 96 && code < 123;
}

/** The letter or plain number that orders sections: no count, date or amount. */
const ORDER = new RegExp(
  `^(?:[A-K][.)]\\s+|\\d{1,2}\\s+(?=\\p{Lu})(?!(?:Year|Month|Quarter|Week|Day|Million|Billion|Trillion|Thousand|${capitalised(MONTH_STARTS)})))`,
  'u',
);

/** A heading's words: as a bare title, and without the letter or plain number that orders sections. */
export function headingTitle(heading: string): string {
  return bareTitle(heading).replace(ORDER, '');
}

/**
 * True for a line that reads as a heading by its form: short, no sentence's end, capitals at its words or a date,
 * period or level in brackets at its end.
 * @param alone the line stands apart from the text around it, so that few words are enough
 */
export function looksLikeHeading(line: string, alone = false): boolean {
  if (line.length > LONGEST_HEADING) return false;
  const title = headingTitle(line);
  if (title.length < 2 || !/^["“'‘(]?[\p{Lu}\p{Lo}\p{N}]/u.test(title)) return false;
  if (/[.!?;:,。！？；：，…]$/.test(title) || /\||\s[·→]\s/.test(title) || isPageWords(title)) return false;
  // "Source: notice" is a field, "4. Players: positions and interests" a heading.
  const isNumbered =
    alone &&
    /^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]{1,5}[.)])\s|^\s*[一二三四五六七八九十]{1,3}[、.．]/.test(line) &&
    title.split(' ').length <= 8;
  if ((!isNumbered && /^[^:：]{1,40}(?:: |：)\S/.test(title)) || /^[^:]{1,100}: ?[\p{Sc}~+−\d]/u.test(title))
    return false;
  if (/\p{Ll}[.!?]\s+[\p{Lu}([–—]/u.test(title)) return false;
  // "2. Wages rise.【Confidence: low】III. Outlook": more than one line.
  if (title.includes('】') && /[.!?。]\s?【[^【】]*】\s?\S/.test(title)) return false;
  // What a warning sign says of a title is no part of it.
  const words = title.replace(/\s*⚠.*$/u, '').split(/\s+/);
  if (words.length > MOST_WORDS) return false;
  // "02 A table to understand the industry": a number with a nought before it counts sections.
  const isCounted = /^\W*0\d[\s./、-]\s*\p{L}/u.test(line);
  if (
    words.length <= (alone || isCounted ? 9 : 3) ||
    /[(（](?:[^()（）]*\d{4}[^()（）]*|[^()（）]*confidence[^()（）]*)[)）]/i.test(title)
  )
    return true;
  const long = words.filter(word => /^\p{L}{4,}/u.test(word));
  const capital = long.filter(word => /^\p{Lu}/u.test(word));
  return long.length > 0 && capital.length >= long.length * 0.6;
}
