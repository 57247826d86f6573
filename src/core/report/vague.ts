// Tells a source that names somebody from one that names nobody.
import { ALPHANUMERIC, APOSTROPHE, eachRun, HYPHEN, kindAt, LETTER, WORD_LETTERS } from '../text/letters';
import { once } from '../text/remember';

const PEOPLE =
  'sources?|analysts?|insiders?|observers?|experts?|commentators?|watchers?|participants?|circles|researchers?|executives?|officials?|traders?|brokers?|dealers?|bankers?|consultants?|economists?|investors?|forecasters?|specialists?|professionals?|players|contacts|pundits|critics|representatives?|delegates?|managers?|buyers?|sellers?|suppliers?|lawyers?|diplomats?|advisers?|advisors?|spokespeople|colleagues|peers|veterans|figures|persons?|people|institutions?|organi[sz]ations?|agencies|bodies|firms';
const PAPERS =
  'reports?|estimates?|trackers?|analys[ei]s|outlets?|media|press|news|research|studies|surveys|data|publications?|articles?|channels?|polls|rumou?rs|commentary|coverage|accounts|statistics|figures|websites?|blogs?|posts|forums?|materials?|documents|information|calculations?|chatter|talk|gossip|whispers|speculation|hearsay|panels?|feedback|checks?|word of mouth|internet|web';
const GENERIC =
  'multiple|various|several|some|many|most|numerous|certain|other|different|unnamed|anonymous|undisclosed|unspecified|unidentified|third|party|third-party|industry|industries|sector|market|markets|media|press|news|trade|online|web|internet|social|public|publicly|available|open|local|foreign|international|domestic|overseas|regional|national|well-informed|well-placed|informed|independent|independently|not|yet|officially|confirmed|verified|unverified|unconfirmed|original|note|recent|earlier|relevant|related|senior|leading|private|and|or|by|from|in|the|of|a|an|few|number|own|internal|external|company|corporate|financial|broker|brokerage|analyst|expert|investor|bank|sell-side|buy-side|knowledgeable|panel|survey|channel|street|sell|buy|side|high-ranking|top|junior|former|current|compiled|collated|collected|gathered|circulating|based|on';
/** They name nobody where estimates are said to be theirs: "operator estimates". */
const ROLES =
  /^(?:operators?|landlords?|owners?|agents?|developers?|producers?|growers?|farmers?|retailers?|wholesalers?|shippers?|carriers?|importers?|exporters?|manufacturers?|makers?|refiners?|lenders?|creditors?|contractors?|vendors?|distributors?|competitors?|rivals?|customers?|users?|employees?|staff|management|residents?|locals?|members?|engineers?)$/i;
/** "several agents", "a number of shipping lines": how many they are is all that is said of them. */
const QUANTIFIED = new RegExp(
  `^(?:multiple|various|several|numerous|some|many|a few|a number of|a handful of|unnamed|anonymous|unidentified|undisclosed)(?: (?!of\\b|at\\b|in\\b|from\\b|by\\b)[${WORD_LETTERS}][${WORD_LETTERS}-]*){0,2} (?:[${WORD_LETTERS}][${WORD_LETTERS}-]*s|people|staff|media)$`,
  'i',
);
const MAY_BE_COUNTED =
  /^[^a-z]*(?:multiple|various|several|numerous|some|many|a few|a number|a handful|unnamed|anonymous|unidentified|undisclosed) /i;
/** "Korean industry sources": where they come from does not say who they are. */
const ORIGINS = /^\p{Lu}\p{Ll}+(?:ese|ish|ian|ean|can|man|nch|tch|raeli|qi)$/u;

/** Who they are in the know about says nothing of who they are: "health insiders", "port circles". */
const UNNAMED = /^(?:insiders|circles|sources|observers|watchers|pundits)$/i;
/** "circles in Tokyo": where they are does not say who they are. */
const IN_PLACE = /(?<=\p{Ll}s) (?:in|from) \p{Lu}[\p{L} -]*$/u;

/** What a word may be in a source that names nobody, as a set of bits. */
const NOUN = 1;
const PAPER = 2;
const PERSON = 4;
const MODIFIER = 8;
const ORIGIN = 16;
const ROLE = 32;
const FORMS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^(?:${PEOPLE}|${PAPERS})$`, 'i'), NOUN],
  [new RegExp(`^(?:${PAPERS})$`, 'i'), PAPER],
  [new RegExp(`^(?:${PEOPLE}|media|press|reports?)$`, 'i'), PERSON],
  [new RegExp(`^(?:${GENERIC})$`, 'i'), MODIFIER],
  [ORIGINS, ORIGIN],
  [ROLES, ROLE],
];
const usesOf = once((word: string) =>
  FORMS.reduce((uses, [form, use]) => (form.test(word) ? uses | use : uses), 0),
);

/** Nobody needs more words than this to name nobody. */
const LONGEST = 160;

/** True for "multiple sources" and "⚠️ Third-party analyst estimates", where no word names a body or a document. */
export function namesNobody(source: string): boolean {
  if (source.length > LONGEST) return false;
  const words: string[] = [];
  const who = source.replace(/^\W*according to /i, '').replace(IN_PLACE, '');
  eachRun(who, WORD_KINDS, WORD_KINDS, (start, end) => {
    const word = who.slice(start, end).replace(/['’]s?$/, '');
    if (word !== '' && word !== '-') words.push(word);
  });
  const last = words.at(-1);
  if (last === undefined || !words.some(word => (usesOf(word) & NOUN) !== 0)) return false;
  if (isDefinite(words) || hasName(words)) return false;
  if (THIRD_PARTY.test(who) && (usesOf(last) & NOUN) !== 0) return true;
  if (UNNAMED.test(last) && words.every(word => /^\p{Ll}/u.test(word))) return true;
  const isOfPeople = (usesOf(last) & PERSON) !== 0 && words.length > 1;
  const isPaper = (usesOf(last) & PAPER) !== 0;
  const allowed = MODIFIER | NOUN | (isOfPeople ? ORIGIN : 0) | (isPaper ? ROLE : 0);
  return words.every(word => (usesOf(word) & allowed) !== 0);
}

/** "third-party schedule data": which kind it is does not say whose. */
const THIRD_PARTY = /^\P{L}*third[- ]part(?:y|ies)(?: \p{Ll}[\p{Ll}-]*){1,3}$/iu;

const WORD_KINDS = ALPHANUMERIC | APOSTROPHE | HYPHEN;

/** True for a source line such as "several agents": whoever they are, it does not say. */
export function isOnlyCounted(source: string): boolean {
  if (source.length > LONGEST || !MAY_BE_COUNTED.test(source)) return false;
  let [start, end] = [0, source.length];
  while (start < end && (kindAt(source, start) & LETTER) === 0) start++;
  while (end > start && (kindAt(source, end - 1) & LETTER) === 0) end--;
  return QUANTIFIED.test(source.slice(start, end));
}

/** True for words that end in a paper rather than in people: "financial data", not "industry insiders". */
export function endsInPaper(words: string): boolean {
  const uses = usesOf(words.split(' ').at(-1) ?? '');
  return (uses & PAPER) !== 0 && (uses & PERSON) === 0;
}

/** True for people: "industry insiders", "sources in the trade", but not "press reports". */
export function arePeople(words: string): boolean {
  const [who = ''] = words.split(/ (?:in|of|from|at|within) /);
  const uses = usesOf(who.split(' ').at(-1) ?? '');
  return (uses & PERSON) !== 0 && (uses & PAPER) === 0;
}

/** "the broker" is the one of whom the text has spoken. */
function isDefinite([first = '', second = '', ...more]: readonly string[]): boolean {
  return /^the$/i.test(first) && more.length === 0 && (usesOf(second) & PERSON) !== 0 && !GROUPS.test(second);
}

/** Of these, "the" does not say who they are; "the firms" and "the agencies" are those of whom the text has spoken. */
const GROUPS =
  /(?<!(?:^|\P{L})(?:firm|bodie|agencie|institution|organi[sz]ation))s$|^(?:press|media|people)$/iu;

/** "the Tracker panel": a capital inside words in lower case. */
function hasName([first = '', ...more]: readonly string[]): boolean {
  return (
    /^\p{Ll}/u.test(first) && more.some(word => /^\p{Lu}\p{Ll}/u.test(word) && (usesOf(word) & ORIGIN) === 0)
  );
}
