// Names of actors in running text: capitalised names that act in events or are named throughout.
import { isCurrencyCode, isUnitSymbol } from '../figures';
import type { Prose } from '../markdown/prose';
import { ALPHANUMERIC, AMPERSAND, endOfCapitalWord, endOfRun, kindAt, UPPER } from '../text/letters';
import { remember } from '../text/remember';
import type { Span } from '../text/span';
import { isCountry } from './countries';
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
const PLACED = /(?:^|[^\p{L}])(?:in|at|near|outside|across|throughout|around|into|via) $/iu;
const JOINED_BEFORE = /(?:\+|\b(?:with|by|from|and|between|against|to) )$/;

const NOT_ACTORS: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december monday tuesday wednesday ' +
    'thursday friday saturday sunday the this that these those it its they we our in on at by for from with and but or ' +
    'if when while after before since under over total others source sources table figure note key core main high ' +
    'medium low past present future january key risk impact why what how will who which whether some most many each ' +
    'any all both one two three four five six seven eight nine ten first second third q1 q2 q3 q4 h1 h2 fy ai it ceo cfo coo cto chair ' +
    'ebitda ebit ebita gdp gnp cpi ppi pmi capex opex roe roi roce roic eps npl nii nim arr mrr kpi kpis esg ipo yoy qoq vat gmv gov aum nav irr npv ltv tbd ' +
    'american european asian african german french italian russian indian brazilian canadian australian mexican norwegian austrian ' +
    'belgian iranian egyptian nigerian ukrainian korean indonesian western eastern northern southern'
  ).split(' '),
);

/** True for capitalised words that are no name of an actor: months, labels, nationalities, currencies, units. */
export function isNoActor(name: string): boolean {
  if (known.size > MOST_KNOWN) known.clear();
  return remember(known, name, () => isUnfitForActor(name));
}

/** A report has few different names, and most of them often. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 5000;

function isUnfitForActor(name: string): boolean {
  return (
    NOT_ACTORS.has(name.toLowerCase()) ||
    NATIONALITY.test(name) ||
    COUNTED_NAME.test(name) ||
    isCurrencyCode(name) ||
    isUnitSymbol(name)
  );
}

/** "Series B", "Phase Two", "Table A": one of several that a letter or number tells apart. */
const COUNTED_NAME =
  /^(?:Event|Deal|Milestone|Judge?ment|Prediction|Question|Series|Phase|Stage|Class|Type|Tier|Grade|Table|Figure|Chart|Annex|Appendix|Scenario|Option|Case|Block|Unit|Line|Lot|Tranche|Round|Article|Section|Chapter|Part|Note|Box|Step|Level)(?: (?:\p{Lu}{1,4}|One|Two|Three|Four|Five))?$/u;

/** "Danish", "Japanese". */
const NATIONALITY = /^\p{Lu}\p{Ll}{2,}(?:ish|ese)$/u;

/** Mixed case or all capitals: what a name looks like, and no lone capital. */
const PROPER = /\p{Ll}\p{Lu}|^\p{Lu}\p{Ll}|^\p{Lu}{3,}/u;

/** How often a run of capitalised words stands in the text, and in which roles. */
export interface NameUse {
  count: number;
  midSentence: number;
  acts: number;
  /** How often it stands as a place does: "in Brno". */
  placed: number;
  readonly span: Span;
}

/** Every run of capitalised words that may be a name. */
export function namesIn(proses: readonly Prose[]): ReadonlyMap<string, NameUse> {
  const places = new Map<string, NameUse>();
  for (const prose of proses) {
    for (const { name, start, midSentence, acts, placed } of prose.of(namesAt)) {
      let place = places.get(name);
      if (!place) {
        const span = prose.toSpan({ start, end: start + name.length });
        place = { count: 0, midSentence: 0, acts: 0, placed: 0, span };
        places.set(name, place);
      }
      place.count++;
      if (midSentence) place.midSentence++;
      if (acts) place.acts++;
      if (placed) place.placed++;
    }
  }
  return places;
}

/** Names that act in event titles or are named throughout, most frequent first. */
export function findNames(uses: ReadonlyMap<string, NameUse>, events: readonly Event[]): NamedPlace[] {
  const inTitles = new Set(events.flatMap(event => namesInTitle(event.title)));
  const openings = new Map<string, boolean>();
  for (const [name, isSubject] of events.flatMap(event => openingsOf(event.title)))
    openings.set(name, isSubject || openings.get(name) === true);
  return [...uses]
    .filter(([name, use]) => (openings.get(name) && !isCountry(name)) || !isPlace(name, use))
    .filter(([name, use]) =>
      openings.has(name)
        ? use.count > 1 || openings.get(name)
        : (isActor(name, use) && use.midSentence > 0) || (use.count > 1 && inTitles.has(name)),
    )
    .sort((a, b) => b[1].count - a[1].count)
    .slice(0, MOST_NAMES)
    .map(([name, place]) => ({ name, span: place.span }));
}

interface NameAt {
  readonly name: string;
  readonly start: number;
  readonly midSentence: boolean;
  /** It stands where an actor does. */
  readonly acts: boolean;
  readonly placed: boolean;
}

const MOST_WORDS = 4;

/** Runs of capitalised words; "of", "and" and the like do not join names here, because they join two actors as often. */
function capitalRuns(text: string): Span[] {
  const runs: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at++;
    if (kindAt(text, start) !== UPPER || (kindAt(text, start - 1) & ALPHANUMERIC) !== 0) continue;
    at = endOfCapitalWord(text, start);
    for (let words = 1; words < MOST_WORDS && text[at] === ' ' && kindAt(text, at + 1) === UPPER; words++)
      at = endOfRun(text, at + 2, ALPHANUMERIC | AMPERSAND);
    runs.push({ start, end: at });
  }
  return runs;
}

function namesAt(text: string): NameAt[] {
  return capitalRuns(text).flatMap(({ start, end }): NameAt[] => {
    const name = text.slice(start, end);
    if (name.length < 2 || !PROPER.test(name) || isNoActor(name)) return [];
    if (/^\s?[:：]/.test(text.slice(end, end + 2))) return [];
    const before = text.slice(Math.max(0, start - 12), start);
    return [
      {
        name,
        start,
        midSentence: /[\p{L}\p{N},;+/–-]\s*$/u.test(before),
        acts: ACTS.test(text.slice(end, end + 16)) || JOINED_BEFORE.test(before),
        placed: PLACED.test(before),
      },
    ];
  });
}

/** A name that mostly says where something is, or a country that nobody joins. */
function isPlace(name: string, { count, acts, placed }: NameUse): boolean {
  return placed * 2 >= count || (placed > 0 && (acts < 2 || isCountry(name)));
}

function isActor(name: string, { count, acts }: NameUse): boolean {
  return acts > 0 && (count >= MENTIONS_NEEDED || (count > 1 && name.includes(' ') && saysBody(name)));
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
  lowerCase: () => ReadonlySet<string>,
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
    if (!isAlone || !use || use.acts === 0 || use.count < SHORT_FORM.uses || isCountry(first)) return;
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
    const rest = window.slice(name.length).replace(/^ [(（][^()（）]{1,60}[)）]/, '');
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

/** "Cobrera shuts its mine": a verb in the present, and what it is done to. */
const DOES = /^ \p{Ll}{2,}s (?:its|his|their|the|an?|to|\p{Lu}|[\p{Sc}\d])/u;

/** The names of several words that a title has behind its first ones, where it has small letters in between. */
function namesInTitle(title: string): string[] {
  return isTitleCase(title)
    ? []
    : (title.match(/(?<=\p{Ll} )\p{Lu}[\p{L}\p{N}&-]+(?: \p{Lu}[\p{L}\p{N}&-]+){1,3}/gu) ?? []);
}

/** Most of the longer words have capitals, so that these make no name. */
function isTitleCase(title: string): boolean {
  const long = title.match(/(?<!\p{L})\p{L}{4,}/gu) ?? [];
  return long.filter(word => /^\p{Lu}/u.test(word)).length * 5 > long.length * 4;
}

/**
 * The first one to four words of a title, possessives without their s: one of these may be who acts in it, and is for
 * sure where it is a name by its form, or stands before a verb.
 */
function openingsOf(title: string): [name: string, isSubject: boolean][] {
  const told = title.replace(/^[^:]{3,40}: (?=\p{Lu})/u, '');
  const words = told.split(' ', 5);
  const labelled = /^(\p{Lu}[^:]{1,40}): (?=\p{Ll})/u.exec(title)?.[1];
  if (labelled !== undefined) return [[labelled, true]];
  const hasForm = !isTitleCase(told) && !/^(?:The|An?) /.test(told);
  return [1, 2, 3, 4]
    .filter(count => count < words.length)
    .map(count => {
      const name = words.slice(0, count).join(' ');
      const rest = told.slice(name.length);
      const isName = hasForm && count > 1 && !/ \p{Ll}|['’]/u.test(name) && /^ \p{Ll}/u.test(rest);
      return [name.replace(/['’]s?$/, ''), isName || DOES.test(rest) || ACTS.test(rest)];
    });
}
