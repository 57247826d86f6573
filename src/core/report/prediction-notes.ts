// What a prediction notes beside its text: by when and how likely, in brackets at its start or end, or as a share.

import { flat } from '../text/lists';
import { confidenceAlone } from './confidence';
import { isHorizon } from './horizons';

export interface Note {
  readonly horizon: string | undefined;
  readonly confidence: string | undefined;
}

const OPEN = '[[(（【〔]';
const INSIDE = '([^()（）[\\]【】〔〕]{2,60})';
const CLOSE = '[\\])）】〕]';
const AT_START = new RegExp(`^\\s*${OPEN}${INSIDE}${CLOSE}\\s*[:：.–—-]?\\s*`);
const AT_END = new RegExp(`\\s*${OPEN}${INSIDE}${CLOSE}\\s*\\.?\\s*$`);
const LONGEST_NOTE = 70;

/** Takes a note off a text: "[within 2 years | high] …", "… (Q4 2026; 60%)", "… (by 2027)". */
export function takeNote(text: string): { readonly text: string; readonly note: Note | undefined } {
  const start = AT_START.exec(text.slice(0, LONGEST_NOTE));
  const before = start ? noteIn(start[1] ?? '') : undefined;
  if (start && before) return { text: text.slice(start[0].length), note: before };
  const from = Math.max(0, text.length - LONGEST_NOTE);
  const end = AT_END.exec(text.slice(from));
  const after = end ? noteIn(end[1] ?? '') : undefined;
  if (!(end && after)) return takeTail(text);
  return { text: text.slice(0, from + end.index), note: after };
}

/** "Norvik lists in Frankfurt, 2027, likely": a horizon and a level behind commas at the end. */
function takeTail(text: string): { readonly text: string; readonly note: Note | undefined } {
  const tail = /, ([^,]{2,30}), ([^,]{1,30}?)\.?$/.exec(text.slice(-70));
  const note = tail ? noteIn(`${tail[1]}, ${tail[2]}`) : undefined;
  return tail && note?.confidence !== undefined
    ? { text: text.slice(0, Math.max(0, text.length - 70) + tail.index), note }
    : { text, note: undefined };
}

/** A horizon and perhaps a level, and nothing else: a share alone in brackets may be anything. */
function noteIn(words: string): Note | undefined {
  const parts = words.split(/\s*[;,|·]\s*/).filter(part => part !== '');
  const horizon = parts.find(isHorizon);
  if (horizon === undefined) return undefined;
  const others = parts.filter(part => part !== horizon);
  const levels = flat(others, part => confidenceAlone(part) ?? []);
  return levels.length < others.length ? undefined : { horizon, confidence: levels[0] };
}

/** "… shuts – 75%": a share at the very end, set off from the text, is its probability; "is 2.4%" has a decimal. */
const ODDS =
  /\s*(?:(?:\s[–—-]|[;:([])\s?|[.,]\s)(\d{1,3}(?:[–-]\d{1,3})? ?%)(?: (?:sure|likely|certain|confident|odds|chance|probability|confidence))?[)\]]?\.?$/;

/** "Base case (60%): 9 million tonnes": a scenario's probability stands behind its name. */
const CASE = /^([^:：()]{2,40}?)\s*[(（](\d{1,3}(?:[–-]\d{1,3})? ?%)[^()（）]{0,20}[)）](?=\s*[:：.–—])/;

/** "70%: Norvik sells." */
const LEADING_ODDS =
  /^\s*((?:about |around |~|> ?|< ?)?\d{1,3}(?:[–-]\d{1,3})? ?%)\s*(?:[:：|]|[–—-](?=\s))\s*(?=\S)/;

/** A text without its probability, and that probability. */
export function takeOdds(text: string): { text: string; odds: string | undefined } {
  const leading = LEADING_ODDS.exec(text.slice(0, 40));
  if (leading) return { text: text.slice(leading[0].length), odds: leading[1] };
  const named = CASE.exec(text.slice(0, 80));
  if (named) return { text: (named[1] ?? '') + text.slice(named[0].length), odds: named[2] };
  const end = ODDS.exec(text);
  return end ? { text: text.slice(0, end.index).trim(), odds: end[1] } : { text, odds: undefined };
}
