// Structure that a paste from a web page has flattened: headings and list items glued to the text before them.
import type { Span } from '../text/span';

/** No heading is longer than this. */
const LONGEST_HEADING = 140;

// "…by size:- Leading startups": a list mark right after the colon or full stop that introduces it.
const GLUED_ITEM = /[:：.;)](?=- ["'“‘(*]{0,3}[\p{Lu}\p{Lo}\p{N}])/gu;
// "…to one provider.Present (2024–2026)": a sentence's end with a capital right after it.
const GLUED_HEADING = /(?<=[\p{Ll}\p{N}\p{Lo})%”"’][.!?。])(?=\p{Lu})/gu;
// "…Government notice2. Second Event": a number right after a word.
const GLUED_NUMBER = /(?<=[\p{Ll})])(?=\d{1,2}\. \p{Lu})/gu;

/** Splits a line where structure was glued into it; the first part is what stood there before. */
export function gluedParts(text: string, line: Span): Span[] {
  const content = text.slice(line.start, line.end);
  const cuts: number[] = [];
  for (const match of content.matchAll(GLUED_ITEM)) cuts.push(match.index + 1);
  for (const joint of [GLUED_HEADING, GLUED_NUMBER]) {
    joint.lastIndex = Math.max(0, content.length - LONGEST_HEADING);
    for (let match = joint.exec(content); match; match = joint.exec(content)) {
      joint.lastIndex = match.index + 1;
      const rest = content.slice(match.index);
      const words = rest.trim().split(/\s+/).length;
      if (looksLikeHeading(rest) && words >= 2 && !isInsideAddress(content, match.index)) {
        cuts.push(match.index);
        break;
      }
    }
  }
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

function isInsideAddress(content: string, at: number): boolean {
  const word =
    content
      .slice(Math.max(0, at - 200), at)
      .split(/\s/)
      .at(-1) ?? '';
  return word.includes('://') || word.startsWith('www.') || word.includes('@');
}

function isInsideCode(content: string, at: number): boolean {
  const near = content.slice(Math.max(0, at - 500), at);
  return (near.match(/`/g)?.length ?? 0) % 2 === 1;
}

const NUMBERING = /^(?:(?:[IVXL]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3})[.)]|[一二三四五六七八九十]{1,3}、)\s*/;

/** A title without list or section number, Markdown marks and surrounding space. */
export function bareTitle(title: string): string {
  return title
    .trim()
    .replace(/^[#*_\s]{1,20}/, '')
    .replace(/[*_\s]{1,20}$/, '')
    .replace(NUMBERING, '')
    .trim();
}

/**
 * True for a line that reads as a heading by its form: short, no sentence's end, capitals at its words or a date,
 * period or level in brackets at its end.
 */
export function looksLikeHeading(line: string): boolean {
  if (line.length > LONGEST_HEADING) return false;
  const title = bareTitle(line);
  if (title.length < 2 || !/^["“'‘(]?[\p{Lu}\p{Lo}\p{N}]/u.test(title)) return false;
  if (/[.!?;:,。！？；：，…]$/.test(title) || title.includes('|')) return false;
  if (/^[^:]{1,40}: \S/.test(title)) return false;
  const words = title.split(/\s+/);
  if (words.length > 18) return false;
  if (words.length <= 3 || /\((?:[^()]*\d{4}[^()]*|[^()]*confidence[^()]*)\)/i.test(title)) return true;
  const long = words.filter(word => /^\p{L}{4,}/u.test(word));
  const capital = long.filter(word => /^\p{Lu}/u.test(word));
  return long.length > 0 && capital.length >= long.length * 0.6;
}
