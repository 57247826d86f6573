// Tells a source that names somebody from one that names nobody.

const PEOPLE =
  'sources?|analysts?|insiders?|observers?|experts?|commentators?|watchers?|participants?|circles|researchers?|executives?|officials?|traders?|brokers?|dealers?|bankers?|consultants?|economists?|investors?|forecasters?|specialists?|professionals?|players|contacts|pundits|critics|representatives?|delegates?|managers?|buyers?|sellers?|suppliers?|lawyers?|diplomats?|advisers?|advisors?|spokespeople|colleagues|peers|veterans|figures|persons?|people|institutions?|organi[sz]ations?|agencies|bodies|firms';
const PAPERS =
  'reports?|estimates?|trackers?|analys[ei]s|outlets?|media|press|research|studies|surveys|data|publications?|articles?|channels?|polls|rumou?rs|commentary|coverage|accounts|statistics|figures|websites?|blogs?|posts|forums?|materials?|documents|information|calculations?|chatter|talk|gossip|whispers|speculation|hearsay|panels?|feedback|channel checks?|word of mouth';
const GENERIC =
  'multiple|various|several|some|many|most|numerous|certain|other|different|unnamed|anonymous|undisclosed|unspecified|unidentified|third|party|third-party|industry|industries|sector|market|markets|media|press|news|trade|online|web|internet|social|public|publicly|available|open|local|foreign|international|domestic|overseas|regional|national|well-informed|well-placed|informed|independent|independently|not|yet|officially|confirmed|verified|unverified|unconfirmed|original|note|recent|earlier|relevant|related|senior|leading|private|and|or|by|from|in|the|of|a|an|few|number|own|internal|external|company|corporate|financial|broker|brokerage|analyst|expert|investor|bank|sell-side|buy-side|knowledgeable|panel|survey|channel|street|sell|buy|side|high-ranking|top|junior|former|current';
/** They name nobody where estimates are said to be theirs: "operator estimates". */
const ROLES =
  /^(?:operators?|landlords?|owners?|agents?|developers?|producers?|growers?|farmers?|retailers?|wholesalers?|shippers?|carriers?|importers?|exporters?|manufacturers?|makers?|refiners?|lenders?|creditors?|contractors?|vendors?|distributors?|competitors?|rivals?|customers?|users?|employees?|staff|management|residents?|locals?|members?|engineers?)$/i;
/** "several agents", "a number of shipping lines": how many they are is all that is said of them. */
const QUANTIFIED =
  /^(?:multiple|various|several|numerous|some|many|a few|a number of|a handful of|unnamed|anonymous|unidentified|undisclosed)(?: (?!of\b|at\b|in\b|from\b|by\b)\p{Ll}[\p{L}-]*){0,2} (?:\p{Ll}[\p{L}-]*s|people|staff|media)$/iu;
const NOUN = new RegExp(`^(?:${PEOPLE}|${PAPERS})$`, 'i');
const PAPER = new RegExp(`^(?:${PAPERS})$`, 'i');
const PERSON = new RegExp(`^(?:${PEOPLE}|media|press|reports?)$`, 'i');
const GENERIC_WORD = new RegExp(`^(?:${GENERIC})$`, 'i');
/** "Korean industry sources": where they come from does not say who they are. */
const ORIGIN = /^\p{Lu}\p{Ll}+(?:ese|ish|ian|ean|can|man|nch|tch|raeli|qi)$/u;
/** Nobody needs more words than this to name nobody. */
const LONGEST = 160;

/** True for "multiple sources" and "⚠️ Third-party analyst estimates", where no word names a body or a document. */
export function namesNobody(source: string): boolean {
  if (source.length > LONGEST) return false;
  const words = source
    .split(/[^\p{L}\p{N}'’-]+/u)
    .map(word => word.replace(/['’]s?$/, ''))
    .filter(word => word !== '' && word !== '-');
  const last = words.at(-1);
  if (last === undefined || isDefinite(words) || hasName(words)) return false;
  const papers = PAPER.test(last);
  if (!words.some(word => NOUN.test(word))) return false;
  const people = PERSON.test(last) && words.length > 1;
  return words.every(
    word =>
      GENERIC_WORD.test(word) ||
      NOUN.test(word) ||
      (people && ORIGIN.test(word)) ||
      (papers && ROLES.test(word)),
  );
}

/** True for a source line such as "several agents": whoever they are, it does not say. */
export function isOnlyCounted(source: string): boolean {
  return source.length <= LONGEST && QUANTIFIED.test(source.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
}

/** "the broker" is the one of whom the text has spoken. */
function isDefinite([first = '', second = '', ...more]: readonly string[]): boolean {
  return /^the$/i.test(first) && more.length === 0 && PERSON.test(second) && !GROUPS.test(second);
}

/** Of these, "the" does not say who they are; "the firms" and "the agencies" are those of whom the text has spoken. */
const GROUPS =
  /(?<!(?:^|\P{L})(?:firm|bodie|agencie|institution|organi[sz]ation))s$|^(?:press|media|people)$/iu;

/** "the Tracker panel": a capital inside words in lower case. */
function hasName([first = '', ...more]: readonly string[]): boolean {
  return /^\p{Ll}/u.test(first) && more.some(word => /^\p{Lu}\p{Ll}/u.test(word) && !ORIGIN.test(word));
}
