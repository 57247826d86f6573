// Runs of capitalised words in a text, how often each stands there, and in which roles.
import type { Prose } from '../markdown/prose';
import {
  ALPHANUMERIC,
  AMPERSAND,
  capitalsIn,
  endOfCapitalWord,
  endOfRun,
  HYPHEN,
  kindAt,
  LETTER,
  LOWER,
  SPACE,
  startOfRun,
  UPPER,
} from '../text/letters';
import { onceOfWord } from '../text/remember';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { isNoActor } from './no-actors';
import { startsWithAct } from './subject';

/** A name and the first place that has it. */
export interface NamedPlace {
  readonly name: string;
  readonly span: Span;
}

/** What stands before the name of a place. */
const PLACING = /^(?:in|at|near|outside|across|throughout|around|into|via)$/i;
/** What joins a name to that of another. */
const JOINING = /^(?:with|by|from|and|between|against|to)$/;

const NEITHER = { joins: false, places: false, leaves: false, counts: false };

/** What the word before a name makes of it. */
const relationOf = onceOfWord(word => ({
  joins: JOINING.test(word),
  places: PLACING.test(word),
  leaves: word === 'from',
  counts: /^(?:thousand|million|billion)$/.test(word),
}));

/** Mixed case or all capitals: what a name looks like, and no lone capital. */
const PROPER = /\p{Ll}\p{Lu}|^\p{Lu}\p{Ll}|^\p{Lu}{3,}/u;

/** How often a run of capitalised words stands in the text, and in which roles. */
export interface NameUse {
  count: number;
  midSentence: number;
  /** How often it stands before a verb, or owns something. */
  acts: number;
  /** How often it stands beside another: "with Norvik", "and Norvik". */
  joined: number;
  /** How often it stands as a place does: "in Brno". */
  placed: number;
  /** Somewhere it is explained as short for common words. */
  isTerm: boolean;
  readonly span: Span;
}

/** Every run of capitalised words that may be a name. */
export function namesIn(proses: readonly Prose[]): ReadonlyMap<string, NameUse> {
  const places = new Map<string, NameUse>();
  for (const prose of proses) {
    for (const { name, start, midSentence, acts, joined, placed, isTerm } of prose.of(namesAt)) {
      let place = places.get(name);
      if (!place) {
        const span = prose.toSpan({ start, end: start + name.length });
        place = { count: 0, midSentence: 0, acts: 0, joined: 0, placed: 0, isTerm: false, span };
        places.set(name, place);
      }
      place.count++;
      if (midSentence) place.midSentence++;
      if (acts) place.acts++;
      if (joined) place.joined++;
      if (placed) place.placed++;
      if (isTerm) place.isTerm = true;
    }
  }
  return places;
}

interface NameAt {
  readonly name: string;
  readonly start: number;
  readonly midSentence: boolean;
  readonly acts: boolean;
  readonly joined: boolean;
  readonly placed: boolean;
  /** It is explained as short for common words: "final investment decision (FID)". */
  readonly isTerm: boolean;
}

const MOST_WORDS = 4;

/**
 * Calls `found` with every run of capitalised words; "and" and the like do not join names here, because they join two
 * actors as often, and "of" only where a body goes by what it is of.
 */
function eachCapitalRun(
  text: string,
  capitals: readonly number[],
  found: (start: number, end: number) => void,
): void {
  let at = 0;
  for (const start of capitals) {
    if (start < at || (kindAt(text, start - 1) & ALPHANUMERIC) !== 0) continue;
    at = endOfCapitalWord(text, start);
    for (let words = 1; words < MOST_WORDS && text[at] === ' ' && kindAt(text, at + 1) === UPPER; words++)
      at = endOfRun(text, at + 2, ALPHANUMERIC | AMPERSAND);
    if (text.startsWith(' of ', at) && OF.test(text.slice(Math.max(start, at - 20), at))) {
      const rest = OF_WHAT.exec(text.slice(at, at + LONGEST_REST))?.[0].length ?? 0;
      at += rest;
    }
    found(start, at);
  }
}

/** Bodies that go by what they are of: "Ministry of Finance", "Bank of Norvik". */
const OF =
  /(?:^|\s)(?:Bank|Ministry|Department|Port|University|Institute|Bureau|Chamber|Federation|Union|Office)$/;
const OF_WHAT = /^ of (?:the )?\p{Lu}[\p{L}\p{N}-]+(?:(?:,? and)? \p{Lu}[\p{L}\p{N}-]+){0,2}/u;
const LONGEST_REST = 60;

/** Words with which a sentence starts, so that they are no part of the name behind them: "Will Osram Micro sell?" */
const OPENERS = new Set(
  'Will Does Do Did Is Are Was Were Can Could Should Would Has Have Had May Might Must In On At By For From With If When While After Before Since But And As Why How Where What Who'.split(
    ' ',
  ),
);

function namesAt(text: string, wording: Wording): readonly NameAt[] {
  const capitals = wording.of(capitalsIn);
  if (capitals.length === 0) return NONE;
  const names: NameAt[] = [];
  eachCapitalRun(text, capitals, (from, end) => {
    const { name, start: opened, isShort } = nameOf(text, from, end);
    if (name === undefined || isLabel(text, end)) return;
    const start = from + opened;
    const ahead = relationBefore(text, start);
    const isTerm = isShort && (ahead.counts || isTermAt(text, name, start));
    const before = isTerm ? NEITHER : ahead;
    const isFrom = before.leaves && TO_PLACE.test(text.slice(end, end + 6));
    names.push({
      name,
      start,
      midSentence: !isTerm && isMidSentence(text, start),
      acts: !isTerm && startsWithAct(text.slice(end, end + 16)),
      joined: (before.joins && !isFrom) || text[start - 1] === '+',
      placed: before.places || isFrom,
      isTerm,
    });
  });
  return names;
}

const NONE: readonly NameAt[] = [];

/** The name in a run of capitalised words, without the word that opens a sentence, and where it starts; none in those that name no actor. */
const nameOf = onceOfWord((run: string) => {
  const gap = run.indexOf(' ');
  const start = gap > 0 && OPENERS.has(run.slice(0, gap)) ? gap + 1 : 0;
  const name = run.slice(start);
  return {
    start,
    name: name.length < 2 || !isProper(name) || isNoActor(name) ? undefined : name,
    isShort: SHORT.test(name),
  };
});

/** "FID", "SiC", "IoT": what a short form looks like. */
const SHORT = /^\p{Lu}\p{L}*\p{Lu}$/u;

/** "from Sundby to Norvik": both are places. */
const TO_PLACE = /^ to \p{Lu}/u;

/** Most names are told by their second letter. */
function isProper(name: string): boolean {
  return (kindAt(name, 0) === UPPER && kindAt(name, 1) === LOWER) || PROPER.test(name);
}

/** True for words that end where a colon stands, or one behind a space. */
export function isLabel(text: string, end: number): boolean {
  const mark = text[kindAt(text, end) === SPACE ? end + 1 : end];
  return mark === ':' || mark === '：';
}

/** What the word before a place, with one space between them, makes of what starts there. */
function relationBefore(text: string, at: number): typeof NEITHER {
  return text[at - 1] === ' ' ? relationOf(text, startOfRun(text, at - 1, LETTER), at - 1) : NEITHER;
}

/** True behind a word, a number or a mark that ends no sentence. */
function isMidSentence(text: string, at: number): boolean {
  const end = startOfRun(text, at, SPACE);
  return (kindAt(text, end - 1) & (ALPHANUMERIC | HYPHEN)) !== 0 || ',;+/–'.includes(text[end - 1] ?? '.');
}

/** What a short form stands for in its sentence: "SWU is separative work unit", "SWU (separative work units)". */
const STANDS_FOR = /^(?: (?:is|are|means|stands for) (?:an? |the )?| ?[=(（] ?)(?=\p{Ll})/u;

/** "FID" after "a final investment decision (", or before " is a final investment decision"; "million SWU", "$/SWU". */
function isTermAt(text: string, name: string, start: number): boolean {
  if (text[start - 1] === '/') return true;
  if (text[start - 1] === '(')
    return mayStandFor(name, text.slice(Math.max(0, start - 80), start - 1).trimEnd(), true);
  const end = start + name.length;
  const gap = STANDS_FOR.exec(text.slice(end, end + 20))?.[0].length;
  return gap !== undefined && mayStandFor(name, text.slice(end + gap, end + gap + 80), false);
}

/** What stands between the words that letters stand for: a hyphen may join two or be within one, a small word may be left out. */
const GAPS: readonly RegExp[] = [/[\s-]+/, /\s+/, /[\s-]+(?:(?:of|the|and|for|to|in|on) )*/];

/** "IoT" for three words, "SiC" for two, "ETA" for "estimated time of arrival". */
function mayStandFor(name: string, words: string, isBefore: boolean): boolean {
  const groups = name.match(/\p{Lu}\p{Ll}*/gu) ?? [];
  return [groups, [...name]].some(letters =>
    GAPS.some(gap => {
      const parts = words.split(gap);
      const { length } = letters;
      return areInitials(letters, isBefore ? parts.slice(-length) : parts.slice(0, length));
    }),
  );
}

function areInitials(letters: readonly string[], words: readonly string[]): boolean {
  return (
    words.length === letters.length &&
    words.every((word, i) => /^\p{Ll}/u.test(word) && word.startsWith(letters[i]?.toLowerCase() ?? ' '))
  );
}
