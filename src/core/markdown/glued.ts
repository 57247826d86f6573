// Structure that a paste from a web page has flattened: headings and list items glued to the text before them.
import { flat } from '../text/lists';
import type { Span } from '../text/span';
import { bareTitle, headingTitle, looksLikeHeading } from './flattened';
import { isInsideAddress, type Part, partsRunTogether } from './run-together';

/** No heading is longer than this. */
const LONGEST_HEADING = 140;

// "…by size:- Leading startups", "…position:・Resist makers": a list mark right after what introduces it.
const GLUED_ITEM =
  /[:：.;)。?!](?=[-–] ["'“‘(*]{0,3}[\p{Lu}\p{Lo}\p{N}]|· \p{L}|[•・●▪◦‣∙] ?[^\s•・●▪◦‣∙])/gu;
// "1. Sell the quay.2. Buy two ferries.", "1. … Source: port log2. Norvik …": the number of the next item.
const GLUED_NUMBER = /(?=\d)(?<=[.;!?。；)\]】%”"\p{Ll}])(\d{1,2})[.)] (?=\p{Lu})/gu;
// "…could pay.From 2020 to 2025: Prices": a label of several words right after a sentence.
const GLUED_LABEL =
  /(?=\p{Lu})(?<=[\p{Ll})\]%”"][.!?。])(?=\p{Lu}\p{Ll}+(?: [\p{L}\d–-]{1,14}){1,4}: \p{Lu})/gu;

const MAY_HOLD_LABEL = /[.!?。][A-Z\xc0-\uffff]/;

// "… its shuttle. ▪ Lokomotiva buys …": the next item of a list whose line starts with the same mark.
const INLINE_ITEM = / (?=[•・●▪◦‣∙] ?[^\s•・●▪◦‣∙])/gu;
// "1. Prices rise. 2. They fall again.": the next item of a list whose line starts with its first number.
const INLINE_NUMBER = /(?<=[.;!?。；)\]%”"] )(\d{1,2})[.)] (?=\S)/gu;

/** What stands on both sides of every joint: with this first, the other forms are tried at few places. */
const JOINT = '(?<=\\S)(?=[\\p{Lu}\\d*#[■□◆◇❖★▶►【①-⑳❶-❿（一二三四五六七八九十]|\\p{Extended_Pictographic})';
// "… for a year. - Supply: two plants.": the next item of a list that starts in its line with ":- ".
const INLINE_DASH = /(?<=[.;!?)] )(?=- [\p{Lu}\p{N}])/gu;

/** Each joint is where a heading starts right after what cannot stand before a word: there was a line break. */
const GLUED_HEADING = new RegExp(
  `${JOINT}(?:${[
    // "…to one provider.Present (2024–2026)": a sentence's end with a capital right after it.
    '(?<=[\\p{Ll}\\p{N}\\p{Lo})%”"’\\]][.!?。])(?=\\p{Lu}|\\*\\*\\p{Lu})',
    // "…, they said “no.”Outlook to 2030": the same inside quotation marks.
    '(?<=[\\p{Ll}][.!?][”"])(?=\\p{Lu}\\p{Ll}+ \\p{L})',
    // "…at home.三、Outlook", "…at home.（三）Outlook", "…at home.🔮 Predictions": a number or picture before a title.
    '(?<=[.!?。)])(?=[（(][一二三四五六七八九十]{1,3}[）)] ?\\p{L}|[一二三四五六七八九十]{1,3}、 ?\\p{L}|\\p{Extended_Pictographic}\\uFE0F? ?\\p{Lu})',
    // "… (Confidence: low)Issues to Watch": brackets that close with a capital right after them.
    '(?<=[\\p{Ll}\\p{N}%][)）\\]】])(?=\\p{Lu}\\p{Ll}+(?: \\p{L}|\\s*$))',
    // "…were booked.05 Stages", "notice2. Second Event", "[^2]VII. Returns": the number of a section.
    '(?<=[\\p{Ll})\\]】%”"’][.!?。]?)(?=(?:\\d{1,2}|[IVX]{1,5}|[A-K])[.)] \\p{Lu})',
    '(?<=[\\p{Ll})\\]%”"’][.!?。])(?=\\d{1,2} \\p{Lu})',
    // "…Automation Census 2025.2. Recent Moves": the number of a section behind a year and its full stop.
    '(?<=\\b(?:19|20)\\d\\d\\.)(?=\\d{1,2}\\. \\p{Lu})',
    // "…county statistics04 Judgments": a number with a nought before it counts sections, nothing else.
    '(?<=[\\p{Ll})\\]%”"’])(?=0\\d \\p{Lu})',
    '(?<=[\\p{Ll})\\]%”"’.。])(?=\\d{1,2}\\.\\d{1,2} \\p{Lu}\\p{Ll})',
    // "…report 2022Today (2023–2026)": a period in brackets at the end of the line.
    '(?<=\\b\\d{4})(?=\\p{Lu}\\p{Ll}+(?: \\p{L}+)? \\([^()]*\\d{4}[^()]*\\)$)',
    // "…investor day slidesKey Figures": capitals at all words after a whole word in small letters.
    '(?<=(?:^|\\s)\\p{Ll}{5,20})(?=\\p{Lu}\\p{Ll}+(?: (?:and |of |the |& )?\\p{Lu}\\p{Ll}+){1,3}$)',
    // "Source: Norvik reportPlayers in the market": a few more words up to the end of the line.
    '(?<=(?:^|\\s)\\p{Ll}{5,20})(?=\\p{Lu}\\p{Ll}{3,}(?: \\p{L}+){2,5}$)',
    // "…official accountEvent 2: Starsea Group", "Form 10-QDeal 3: …": a numbered label.
    '(?<=[\\p{L}\\p{N})])(?=\\p{Lu}\\p{Ll}{2,12} \\d{1,2}[:.] \\p{Lu})',
    // "…at home.■ Chronology", "…7 April 2026② Seiran", "…providers.## Judgments": a mark of headings.
    '(?<=[^\\s■□◆◇❖★▶►])(?=[■□◆◇❖★▶►【] ?[\\p{L}\\p{N}]|[①-⑳❶-❿] ?\\p{L})',
    '(?<=[^\\s#])(?=#{1,6} \\p{Lu})',
    // "… daily newspaper[Slide 4] The four makers".
    '(?<=[^\\s[])(?=\\[(?:[Ss]lide|[Pp]age|[Ss]heet) ?\\d)',
  ].join('|')})`,
  'gu',
);
/** A cheap look for any of the above, which turns nearly every line away. */
const MAY_HOLD_HEADING =
  /[a-z\u00df-\u024f\d)\]】%”"’][.!?。]?(?:[A-Z]|\*\*[A-Z])|[a-z)\]】%”"’][.!?。]?\d{1,2}(?:\.\d{1,2})?[.):]? [A-Z]|[A-Z][A-Z][a-z]{2,12} \d{1,2}[:.] |\d{4}\.\d{1,2}\. [A-Z]|\S[■□◆◇❖★▶►【①-⑳❶-❿]|[.!?。)](?:[（一二三四五六七八九十]|[\ud83c-\ud83e\u2600-\u27bf])|[^\s#]#{1,6} |\S\[[SPsp]/;
const MAY_HOLD_ITEM =
  /[:：.;)。?!](?:[-–·] |[•・●▪◦‣∙])|^\s*[•・●▪◦‣∙].* [•・●▪◦‣∙]|[.;!?。；)\]】%”"a-z] ?\d{1,2}[.)] |[a-z)\]%”"][.!?。][A-Z][a-z]+ [^:]{1,60}: [A-Z]/;

/**
 * Splits a line where structure was glued into it; the first part is what stood there before.
 * @param missing the number that a numbered title glued to digits must have: "…notice 2026-0173. Sundby Sells"
 */
export function gluedParts(text: string, line: Span, missing?: number): readonly Part[] {
  const parts = partsRunTogether(text, line);
  const [only] = parts;
  if (parts.length === 1 && only && !only.isHeading && !mayHaveGlued(text, only, missing)) return parts;
  return flat(parts, part => {
    if (part.isHeading) return [part];
    const spans = gluedInto(text, part, missing);
    // "… filing2. The state pays (19 May 2026)" before "Core Facts: …" in one line.
    const endsInTitle = (span: Span) =>
      span.end < line.end && span === spans.at(-1) && DATED_TITLE.test(text.slice(span.start, span.end));
    return spans.map(span => ({ ...span, isHeading: endsInTitle(span) }));
  });
}

/** A cheap look for whatever may be glued into a line, which turns most lines away. */
function mayHaveGlued(text: string, { start, end }: Span, missing: number | undefined): boolean {
  const content = text.slice(start, end);
  return missing !== undefined || MAY_HOLD_ITEM.test(content) || mayHoldHeading(content);
}

function mayHoldHeading(content: string): boolean {
  return MAY_HOLD_HEADING.test(content.slice(-LONGEST_HEADING - 2));
}

const DATED_TITLE = /^\s*\d{1,2}[.)] \p{Lu}.{5,140}[(（][^()（）]*\d{4}[)）]\s*$/u;

function gluedInto(text: string, line: Span, missing: number | undefined): Span[] {
  const content = text.slice(line.start, line.end);
  const cuts = [
    ...(MAY_HOLD_ITEM.test(content) ? itemCuts(content) : []),
    ...(mayHoldHeading(content) ? headingCuts(content, text.slice(line.end, line.end + NEXT_LINES)) : []),
    ...(missing === undefined ? [] : missingTitle(content, missing)),
  ];
  if (cuts.length === 0) return [{ start: line.start, end: line.end }];
  const ordered = [...new Set(cuts)].sort((a, b) => a - b).filter(cut => !isInsideCode(content, cut));
  const parts: Span[] = [];
  let start = 0;
  for (const cut of ordered) {
    if (content.slice(start, cut).trim() === '') continue;
    parts.push({ start: line.start + start, end: line.start + cut });
    start = cut;
  }
  parts.push({ start: line.start + start, end: line.end });
  return parts;
}

function itemCuts(content: string): number[] {
  const [mark] = content.trimStart();
  const isListed = /^\s*(?:[-*+•・●▪◦‣∙]|\d{1,2}[.)]) ?\S/u.test(content);
  const cuts = [
    // The colon between two items is of their marks; before the first one it is of the words that introduce them.
    ...[...content.matchAll(GLUED_ITEM)].map((match, i) =>
      match[0] === ':' && (i > 0 || isListed) && /[\s.;!?)]/.test(content.charAt(match.index - 1))
        ? match.index
        : match.index + match[0].length,
    ),
    ...[...content.matchAll(INLINE_ITEM)].flatMap(({ index }) =>
      content[index + 1] === mark ? [index + 1] : [],
    ),
    ...(/[:：]- /.test(content) ? [...content.matchAll(INLINE_DASH)].map(({ index }) => index) : []),
    ...[...(MAY_HOLD_LABEL.test(content) ? content.matchAll(GLUED_LABEL) : [])]
      .map(match => match.index)
      .filter(cut => !isInsideAddress(content, cut)),
  ];
  // "It has two lots:1. Track works …2. Signals": a list that starts right behind what introduces it.
  const first = /(?<=[:：])1[.)] (?=\p{Lu})/u.exec(content);
  if (first) cuts.push(first.index);
  let last = first ? 1 : Number(/^\s*(\d{1,2})[.)] /.exec(content)?.[1] ?? Number.NaN);
  const numbers = [...content.matchAll(GLUED_NUMBER), ...(last === 1 ? content.matchAll(INLINE_NUMBER) : [])];
  for (const match of numbers.sort((a, b) => a.index - b.index)) {
    if (Number(match[1]) !== last + 1) continue;
    last++;
    cuts.push(match.index);
  }
  return cuts;
}

/** Where the title with a number starts that is glued to the digits before it. */
function missingTitle(content: string, number: number): number[] {
  const found = new RegExp(`(?<=\\d\\.?)${number}[.)] (?=\\p{Lu})`, 'u').exec(content);
  return found && looksLikeHeading(content.slice(found.index), true) ? [found.index] : [];
}

/** A list or a table on the next line, or a gap. */
const HEADED = /^(?:\r\n|\r|\n)[ \t]*(?:(?:[-*+•・●▪◦‣∙|]|\d{1,2}[.)] )|(?:\r\n|\r|\n)\s*\S)/;
/** As much of the text after a line tells whether it heads that. */
const NEXT_LINES = 40;
/** "… of the group.Findings": a word alone, right after the end of a sentence, is a heading where it heads something. */
const LONE_WORD = /^\p{Lu}\p{Ll}{4,}\s*$/u;

/**
 * The first place from which on the line reads as a heading.
 * @param after the text that follows the line
 */
function headingCuts(content: string, after: string): number[] {
  GLUED_HEADING.lastIndex = Math.max(0, content.length - LONGEST_HEADING);
  for (let match = GLUED_HEADING.exec(content); match; match = GLUED_HEADING.exec(content)) {
    // Behind the whole character: from within a pair the engine would go back to where it starts.
    GLUED_HEADING.lastIndex = match.index + ((content.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
    const rest = content.slice(match.index);
    const isMarked =
      /^(?:[■□◆◇❖★▶►【①-⑳❶-❿（一二三四五六七八九十[]|\p{Extended_Pictographic}|#|0\d |\p{Lu}\p{Ll}{2,12} \d{1,2}[:.] )/u.test(
        rest,
      );
    const words = rest.trim().split(/\s+/).length;
    const isLone = LONE_WORD.test(rest) && HEADED.test(after);
    const enough = words >= 2 || isMarked || isLone || /^\p{Lu}{4,}$/u.test(bareTitle(rest));
    if (
      enough &&
      looksLikeHeading(rest, isMarked || isShortTitle(headingTitle(rest))) &&
      !isInsideAddress(content, match.index)
    )
      return [match.index];
  }
  return [];
}

/** A few words that no sentence's end follows, up to the end of the line. */
export function isShortTitle(words: string): boolean {
  const title = words.trim();
  const count = title.split(/\s+/).length;
  return /^\p{Lu}/u.test(title) && count >= 3 && count <= 7 && !/[.!?。;:,]["”’)]?$/.test(title);
}

function isInsideCode(content: string, at: number): boolean {
  const near = content.slice(Math.max(0, at - 500), at);
  return (near.match(/`/g)?.length ?? 0) % 2 === 1;
}
