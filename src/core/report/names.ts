// Names of actors in running text: capitalised names that act in events or are named throughout.
import { eachRun, kindAt, LETTER, UPPER } from '../text/letters';
import { flat } from '../text/lists';
import { isCountry, isRegion } from './countries';
import { saysBody } from './name-forms';
import type { NamedPlace, NameUse } from './name-uses';
import type { Event } from './report';
import { startsWithAct } from './subject';

/** A name is taken for an actor when it is named this often, at least once in an actor's role. */
const MENTIONS_NEEDED = 3;
const MOST_NAMES = 40;

/**
 * Names that act in event titles or are named throughout, most frequent first.
 * @param lowerCase the words that the text has in lower case
 */
export function findNames(
  uses: ReadonlyMap<string, NameUse>,
  events: readonly Event[],
  lowerCase: ReadonlySet<string>,
): NamedPlace[] {
  const inTitles = new Set(flat(events, event => namesInTitle(event.title)));
  const openings = new Map<string, boolean>();
  for (const [name, isSubject] of flat(events, event => openingsOf(event.title)))
    openings.set(name, isSubject || openings.get(name) === true);
  const isNamedOutside = ({ span }: NameUse) =>
    !events.some(({ titleSpan }) => titleSpan.start <= span.start && span.end <= titleSpan.end);
  return [...uses]
    .filter(([name, use]) =>
      openings.has(name)
        ? // Of several words with capitals throughout, the title's own are not counted.
          use.count > 1 || openings.get(name) || (name.includes(' ') && isNamedOutside(use))
        : (use.midSentence > 0 && isActor(name, use)) ||
          (use.count > 1 && inTitles.has(name) && !isCountry(name)),
    )
    .filter(
      ([name, use]) =>
        !use.isTerm && !isRegion(name) && !isDemonym(name, uses) && !isCommonWord(name, use, lowerCase),
    )
    .filter(([name, use]) => (openings.get(name) && isMoreThanPlace(name, use)) || !isPlace(name, use))
    .sort((a, b) => b[1].count - a[1].count)
    .slice(0, MOST_NAMES)
    .map(([name, place]) => ({ name, span: place.span }));
}

/** "Ostravan" where the text has "Ostrava": what is of a place. */
function isDemonym(name: string, uses: ReadonlyMap<string, NameUse>): boolean {
  const [, stem = '', vowel = ''] = /^(\p{Lu}\p{Ll}{3,}?)(i?[ae]?)(?:n|ns)$/u.exec(name) ?? [];
  return stem !== '' && ['', 'a', 'e', 'ia', vowel].some(end => uses.has(stem + end));
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
function isCommonWord(name: string, { acts, midSentence }: NameUse, lowerCase: ReadonlySet<string>): boolean {
  return (acts < 2 || midSentence < 2) && lowerCase.has(name.toLowerCase());
}

function isActor(name: string, { count, acts, joined }: NameUse): boolean {
  if (isCountry(name)) return acts > 1 && count >= MENTIONS_NEEDED;
  const isOften = count >= MENTIONS_NEEDED || (count > 1 && name.includes(' ') && saysBody(name));
  return acts + joined > 0 && isOften;
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
  const labelled = /^(\p{Lu}[^:]{1,40}): (?=\p{Ll})/u.exec(title)?.[1];
  if (labelled !== undefined) return [[labelled, true]];
  const isTitle = isTitleCase(told);
  // "Tianshan Cloud and Wenxing AI Found a Joint Venture": who acts together with the first.
  const other = isTitle ? SECOND.exec(told)?.[1] : undefined;
  return [...firstWordsOf(told, isTitle), ...(other ? firstWordsOf(other, true) : [])];
}

const SECOND = /^(?:\S+ ){1,4}(?:and|&) (\p{Lu}.*)$/u;

function firstWordsOf(told: string, isTitle: boolean): [name: string, isSubject: boolean][] {
  const words = told.split(' ', 5);
  const hasForm = !isTitle && !/^(?:The|An?) /.test(told);
  // Where small words stay small, a name goes on as long as there are capitals: no "Bank" in "Bank Rate falls".
  const endsBefore = (next: string | undefined) => next !== undefined && (isTitle || !/^\p{Lu}/u.test(next));
  return [1, 2, 3, 4]
    .filter(count => endsBefore(words[count]))
    .map(count => {
      const name = words.slice(0, count).join(' ');
      const rest = told.slice(name.length);
      const isName = hasForm && count > 1 && !/ \p{Ll}|['’]/u.test(name) && /^ \p{Ll}/u.test(rest);
      return [name.replace(/['’]s?$/, ''), isName || DOES.test(rest) || startsWithAct(rest)];
    });
}
