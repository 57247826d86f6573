// Names of actors in running text: capitalised names that act in events or are named throughout.
import type { Prose } from '../markdown/prose';
import {
  ALPHANUMERIC,
  AMPERSAND,
  eachRun,
  endOfCapitalWord,
  endOfRun,
  HYPHEN,
  kindAt,
  LETTER,
  SPACE,
  startOfRun,
  UPPER,
} from '../text/letters';
import type { Span } from '../text/span';
import type { WordSet } from '../text/word-set';
import { isCountry } from './countries';
import { isNoActor } from './no-actors';
import type { Event } from './report';

export interface NamedPlace {
  readonly name: string;
  readonly span: Span;
}

/** A name is taken for an actor when it is named this often, at least once in an actor's role. */
const MENTIONS_NEEDED = 3;
const MOST_NAMES = 40;

const ACTS =
  /^(?:['’]s?(?![\p{L}])|\s+(?:has|have|had|is|was|will|would|may|can|says?|said|announce[sd]?|invest(?:s|ed)?|plans?|wants?|agree[sd]?|sells?|sold|buys?|bought|acquire[sd]?|launche[sd]|provides?|provided|builds?|built|raise[sd]?|signs?|signed|expects?|offers?|offered|reports?|reported|holds?|held|owns?|takes?|took|leads?|led|pays?|paid|receive[sd]?|commits?|committed)\b|\s*\+\s*\p{Lu})/u;
/** What stands before the name of a place. */
const PLACING = new Set('in at near outside across throughout around into via'.split(' '));
/** What joins a name to that of another. */
const JOINING = new Set('with by from and between against to'.split(' '));

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

/**
 * Names that act in event titles or are named throughout, most frequent first.
 * @param lowerCase the words that the text has in lower case
 */
export function findNames(
  uses: ReadonlyMap<string, NameUse>,
  events: readonly Event[],
  lowerCase: WordSet,
): NamedPlace[] {
  const inTitles = new Set(events.flatMap(event => namesInTitle(event.title)));
  const openings = new Map<string, boolean>();
  for (const [name, isSubject] of events.flatMap(event => openingsOf(event.title)))
    openings.set(name, isSubject || openings.get(name) === true);
  return [...uses]
    .filter(([name, use]) => !use.isTerm && !isCommonWord(name, use, lowerCase))
    .filter(([name, use]) => (openings.get(name) && isMoreThanPlace(name, use)) || !isPlace(name, use))
    .filter(([name, use]) =>
      openings.has(name)
        ? use.count > 1 || openings.get(name)
        : (isActor(name, use) && use.midSentence > 0) ||
          (use.count > 1 && inTitles.has(name) && !isCountry(name)),
    )
    .sort((a, b) => b[1].count - a[1].count)
    .slice(0, MOST_NAMES)
    .map(([name, place]) => ({ name, span: place.span }));
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
 * Calls `found` with every run of capitalised words; "of", "and" and the like do not join names here, because they join
 * two actors as often.
 */
function eachCapitalRun(text: string, found: (start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const start = at++;
    if (kindAt(text, start) !== UPPER || (kindAt(text, start - 1) & ALPHANUMERIC) !== 0) continue;
    at = endOfCapitalWord(text, start);
    for (let words = 1; words < MOST_WORDS && text[at] === ' ' && kindAt(text, at + 1) === UPPER; words++)
      at = endOfRun(text, at + 2, ALPHANUMERIC | AMPERSAND);
    found(start, at);
  }
}

/** Words with which a sentence starts, so that they are no part of the name behind them: "Will Osram Micro sell?" */
const OPENERS = new Set(
  'Will Does Do Did Is Are Was Were Can Could Should Would Has Have Had May Might Must In On At By For From With If When While After Before Since But And As Why How Where What Who'.split(
    ' ',
  ),
);

function namesAt(text: string): NameAt[] {
  const names: NameAt[] = [];
  eachCapitalRun(text, (from, end) => {
    const gap = text.indexOf(' ', from);
    const start = gap > 0 && gap < end && OPENERS.has(text.slice(from, gap)) ? gap + 1 : from;
    const name = text.slice(start, end);
    if (name.length < 2 || !PROPER.test(name) || isNoActor(name)) return;
    if (LABELS.test(text.slice(end, end + 2))) return;
    const isTerm =
      text[start - 1] === '(' && isShortForWords(name, text.slice(Math.max(0, start - 80), start - 1));
    const before = isTerm ? '' : wordBefore(text, start);
    names.push({
      name,
      start,
      midSentence: !isTerm && isMidSentence(text, start),
      acts: !isTerm && ACTS.test(text.slice(end, end + 16)),
      joined: JOINING.has(before) || text[start - 1] === '+',
      placed: PLACING.has(before.toLowerCase()),
      isTerm,
    });
  });
  return names;
}

const LABELS = /^\s?[:：]/;

/** The word before a place, with one space between them; '' when there is none. */
function wordBefore(text: string, at: number): string {
  return text[at - 1] === ' ' ? text.slice(startOfRun(text, at - 1, LETTER), at - 1) : '';
}

/** True behind a word, a number or a mark that ends no sentence. */
function isMidSentence(text: string, at: number): boolean {
  const end = startOfRun(text, at, SPACE);
  return (kindAt(text, end - 1) & (ALPHANUMERIC | HYPHEN)) !== 0 || ',;+/–'.includes(text[end - 1] ?? '.');
}

/** "FID" after "a final investment decision": the initials of words in small letters. */
function isShortForWords(name: string, before: string): boolean {
  const words = before
    .trimEnd()
    .split(/[\s-]+/)
    .slice(-name.length);
  return (
    words.length === name.length &&
    words.every((word, i) => /^\p{Ll}/u.test(word) && word[0] === name[i]?.toLowerCase())
  );
}

/** A name that mostly says where something is, or a country that nobody joins. */
function isPlace(name: string, { count, acts, joined, placed }: NameUse): boolean {
  return placed * 2 >= count || (placed > 0 && (acts + joined < 2 || isCountry(name)));
}

/** The subject of an event is an actor though the text also says what happens there. */
function isMoreThanPlace(name: string, { count, placed }: NameUse): boolean {
  return !isCountry(name) && placed * 2 < count;
}

/** A lone word that the text has in lower case too, and hardly ever as a name. */
function isCommonWord(name: string, { acts, midSentence }: NameUse, lowerCase: WordSet): boolean {
  return lowerCase.has(name.toLowerCase()) && (acts < 2 || midSentence < 2);
}

function isActor(name: string, { count, acts, joined }: NameUse): boolean {
  if (isCountry(name)) return acts > 1 && count >= MENTIONS_NEEDED;
  const isOften = count >= MENTIONS_NEEDED || (count > 1 && name.includes(' ') && saysBody(name));
  return acts + joined > 0 && isOften;
}

/** A short form needs this many letters, and as many uses alone. */
const SHORT_FORM = { letters: 4, uses: 2 };

/**
 * "Kastela" for "Kastela Banka": the first word of a name, where the text uses it alone as the name of one who acts,
 * never in lower case, and it begins no other of the names. By name.
 * @param lowerCase the words that the text has in lower case: asked only where there is something to ask
 */
export function shortForms(
  names: readonly string[],
  uses: ReadonlyMap<string, NameUse>,
  lowerCase: () => WordSet,
): ReadonlyMap<string, string> {
  const firstWords = names.map(firstWord);
  const sharers = new Map<string, number>();
  names.forEach((name, i) => {
    const first = firstWords[i] ?? '';
    if (first !== name) sharers.set(first, (sharers.get(first) ?? 0) + 1);
  });
  const found = new Map<string, string>();
  names.forEach((name, i) => {
    const first = firstWords[i] ?? '';
    const use = uses.get(first);
    const isAlone = first !== name && first.length >= SHORT_FORM.letters && !isNoActor(first);
    if (!isAlone || !use || use.acts + use.joined === 0 || use.count < SHORT_FORM.uses || isCountry(first))
      return;
    if (sharers.get(first) === 1) found.set(name, first);
  });
  if (found.size === 0) return found;
  const words = lowerCase();
  for (const [name, first] of found) if (words.has(first.toLowerCase())) found.delete(name);
  return found;
}

/** The legal forms of companies, and the words by which bodies of all kinds call themselves. */
const LEGAL_FORM =
  / (?:GmbH|AG|SE|SA|SAS|S[pP]a|SpA|Srl|AB|ASA|AS|Oyj?|NV|BV|PLC|Plc|Ltd|Limited|LLC|LLP|LP|Inc|Corp|Corporation|Co|KK|Pty|Pte)$/;
const BODY =
  / (?:Group|Holdings?|Partners|Bank|Trust|Fund|Company|Association|Federation|Institute|Ministry|Authority|Agency|Commission|Council|Union|University|Industries|Technologies|Systems)$/;

/** Verbs that state what their subject wants or must do, apart from those of running text. */
const STANDS =
  /^(?:needs?|seeks?|hopes?|aims?|must|should|opposes?|supports?|backs?|prefers?|controls?|fears?|insists?|ask(?:s|ed)?|argues?|blames?|claims?|supplies|regards?|favou?rs?|demands?|are|were|could|wins?|loses?)\b/;

/** The first words of a text, up to the verb that says what they do or want: "The dockers' union (300 members) opposes …". */
export function subjectOf(text: string): string | undefined {
  const window = text.slice(0, 120);
  const subject = /^\p{Lu}[\p{L}\p{N}&’'-]*(?: [\p{L}\p{N}&’'-]+){0,4}/u.exec(window)?.[0] ?? '';
  const words = subject.split(' ');
  for (let count = 1; count <= words.length; count++) {
    const name = words.slice(0, count).join(' ');
    const rest = window
      .slice(name.length)
      .replace(/^(?: [(（][^()（）]{1,60}[)）]| (?:alone|also|itself|now|still|too)\b)/, '');
    if (/^ \p{Ll}/u.test(rest) && goesOnAsSubject(rest)) return name;
  }
  return undefined;
}

/** True for a text that goes on as a sentence does whose subject stands before it: "wants all three phases". */
export function goesOnAsSubject(rest: string): boolean {
  const words = rest.slice(0, 40).replace(/^[\s:：–—.,-]+/, '');
  return STANDS.test(words) || ACTS.test(` ${words}`);
}

/** True for a name that says itself that it is of a body: "Norvik AG", "Sundby Bank". */
export function saysBody(name: string): boolean {
  return LEGAL_FORM.test(name) || BODY.test(name);
}

/** The names in the text that say themselves that they are of a body, by their form without its legal form. */
export function bodiesIn(uses: ReadonlyMap<string, NameUse>): ReadonlyMap<string, NamedPlace> {
  const found = new Map<string, NamedPlace>();
  for (const [full, { span }] of uses) {
    const name = full.replace(LEGAL_FORM, '');
    if ((name !== full || BODY.test(name)) && name.includes(' ') && !found.has(name))
      found.set(name, { name, span });
  }
  return found;
}

export function firstWord(name: string): string {
  return name.split(' ', 1)[0] ?? '';
}

/** "Cobrera shuts its mine", "Brasco fined €4 million": a verb, and what it is done to. */
const DOES = /^ \p{Ll}{2,}(?:s|ed) (?:its|his|their|the|an?|to|\p{Lu}|[\p{Sc}\d])/u;

/** The names of several words that a title has behind its first ones, where it has small letters in between. */
function namesInTitle(title: string): string[] {
  return isTitleCase(title)
    ? []
    : (title.match(/(?=\p{Lu})(?<=\p{Ll} )\p{Lu}[\p{L}\p{N}&-]+(?: \p{Lu}[\p{L}\p{N}&-]+){1,3}/gu) ?? []);
}

/** Most of the words, apart from small ones, have capitals, so that these make no name. */
function isTitleCase(title: string): boolean {
  let [long, capital] = [0, 0];
  eachRun(title, LETTER, LETTER, (start, end) => {
    if (end - start < 3 || SMALL_WORDS.has(title.slice(start, end))) return;
    long++;
    if (kindAt(title, start) === UPPER) capital++;
  });
  return capital * 5 > long * 4;
}

/** Titles have these in small letters; shorter words are not looked at. */
const SMALL_WORDS = new Set('the and for its via but nor out'.split(' '));

/**
 * The first one to four words of a title, possessives without their s: one of these may be who acts in it, and is for
 * sure where it is a name by its form, or stands before a verb.
 */
function openingsOf(title: string): [name: string, isSubject: boolean][] {
  const told = title.replace(/^[^:]{3,40}: (?=\p{Lu})/u, '');
  const words = told.split(' ', 5);
  const labelled = /^(\p{Lu}[^:]{1,40}): (?=\p{Ll})/u.exec(title)?.[1];
  if (labelled !== undefined) return [[labelled, true]];
  const isTitle = isTitleCase(told);
  const hasForm = !isTitle && !/^(?:The|An?) /.test(told);
  // Where small words stay small, a name goes on as long as there are capitals: no "Bank" in "Bank Rate falls".
  const endsBefore = (next: string | undefined) => next !== undefined && (isTitle || !/^\p{Lu}/u.test(next));
  return [1, 2, 3, 4]
    .filter(count => endsBefore(words[count]))
    .map(count => {
      const name = words.slice(0, count).join(' ');
      const rest = told.slice(name.length);
      const isName = hasForm && count > 1 && !/ \p{Ll}|['’]/u.test(name) && /^ \p{Ll}/u.test(rest);
      return [name.replace(/['’]s?$/, ''), isName || DOES.test(rest) || ACTS.test(rest)];
    });
}
