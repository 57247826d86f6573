// Attributions in running text: "according to X", "X says", "says X".
import { OBJECT, type Prose } from '../markdown/prose';
import { mayHave, seek } from '../text/beginnings';
import { ALPHANUMERIC, AMPERSAND, APOSTROPHE, HYPHEN, startOfRun } from '../text/letters';
import type { Wording } from '../text/wording';
import type { SourceNote } from './report';
import { sentenceAt, sentencesOf, sentencesWith } from './sentences';
import { isOnlyCounted, namesNobody } from './vague';

const ACCORDING =
  /\b(?:according to|as reported by|(?:data|figures|numbers|statistics|estimates?) (?:from|by)|based on|as per)\s+/gi;
const SAYING =
  /\b(?:says?|said|reports?|reported|estimates?|estimated|puts?|reckons?|reckoned|calculates?|calculated|shows?|showed|finds?|found|counts?|counted|states?|stated|(?:writes?|wrote)(?! (?:(?:off|down|up|cheques?|checks?)\b|[A-Z]{0,3}[$€£¥₹]))|notes?|noted|told)\b/gi;
/** How the words of all of these begin: few texts have one. */
const ATTRIBUTES = seek(
  'say says said report estimate put puts reckon calculate show shows showed find finds found count state write wrote ' +
    'note notes noted told according data figures numbers statistics based per',
);
/** What may follow such a verb when it gives what somebody said. */
const SAID = /^(?: (?:that|the|its?|an?|in|no|more|about|some|only)\b| [\p{Sc}\d]|[.,;:]|$)/u;
/** "…, says X": the subject follows. */
const INVERTED = /^(?:says|said|reckons|reckoned|reports|estimates|writes|wrote|notes)$/i;
const LONGEST_NAME = 80;
const WORD = "[\\p{L}\\p{N}&'’-]+";
const WORDS_AFTER = new RegExp(`^${WORD}(?: ${WORD}){0,7}`, 'u');
const WORD_KINDS = ALPHANUMERIC | AMPERSAND | APOSTROPHE | HYPHEN;
const MOST_WORDS_BEFORE = 7;
/** A document or body that a determiner makes definite: "its price list", "the liquidator's report". */
const DEFINITE =
  /^(?:the|its|their|our|his|her|this|a|an)\b(?: \S+){0,4} (?:reports?|filings?|surveys?|census|registers?|registry|accounts|statements?|notices?|letters?|prospectus|bulletins?|presentations?|offices?|ministry|agency|authority|regulator|associations?|department|institute|commission|council|observatory|lists?|records?|letter|prospectus|law|order|contract|audit|index|database|data|study|survey|release|engineer|manager|director|boss|spokes(?:man|woman|person)|minister)\b/iu;
/** "the prefecture's utility", "the company": one body, which the reader can tell. */
const OWNED =
  /^(?:the|its|their|our|his|her) (?:\p{Ll}[\p{L}-]*['’]s? )?(?!\p{L}+s\b)\p{Ll}[\p{L}-]+(?= |$)/iu;
const NAMED =
  /^(?:(?:the|its|their|our|an?) )?(?:\p{Ll}+ ){0,2}(?:\p{Lu}|\d+\p{Lu})[\p{L}\p{N}&'’-]*(?: (?:(?:of|and|the|for|in) )?(?:\p{Lu}|\d)[\p{L}\p{N}&'’-]*)*/u;
const PRONOUN = /(?:^| )(?:it|they|he|she|we|you|i|who|which|that|this|these|those)$/i;

/**
 * "(Sejin prospectus)", "(Silicon Ledger Research, HBM tracker)", "(Norvane investor presentation, June 2026)": a named
 * document in brackets, with its date or place, and a clause on what else it says at most.
 */
const BRACKETED =
  /[(（]((?:the )?\p{Lu}[\p{L}\p{N}&’'., /-]{2,70}?\b(?:reports?|prospectus|filings?|letters?|databases?|trackers?|surveys?|presentations?|releases?|bulletins?|yearbooks?|census|regist(?:er|ry)|notices?|announcements?|accounts|dataset|monitor|terms|rules|conditions|statistics|minutes|panels?|factsheets?|handbooks?|decrees?|call|10-[KQ]|8-K|20-F)(?:,? (?:of |[Nn]o\. |p\. |pp\. |s\. |[QH][1-4] |FY)?(?:\d[\d/–-]*|\p{Lu}\p{Ll}+ \d{4}|\d{1,2} \p{Lu}\p{Ll}+ \d{4}))*)(?:, (?:according to which|which|where|in which|whose)\s[^()（）]{1,200})?[)）]/gu;

/** "(annual securities report, June 2026)": a document without a name, with its date. */
const DATED =
  /[(（]((?:the |its |their )?(?:\p{Ll}+ ){0,3}(?:reports?|prospectus|filings?|letters?|surveys?|presentations?|releases?|bulletins?|yearbooks?|census|notices?|announcements?|accounts|statements?|statistics|minutes)(?:,| of| for) (?:(?:\d{1,2} )?\p{Lu}\p{Ll}+ |FY ?|[QH][1-4] )?\d{4}(?:\/\d\d)?)[)）]/gu;

/** "(Congo Export Board).": a body by its name, behind what it says. */
const BODY =
  /[(（]((?:the )?\p{Lu}[\p{L}&’'.-]*(?: (?:(?:of|for|and|the) )*\p{Lu}[\p{L}&’'.-]*){0,6}? (?:Agency|Association|Authority|Board|Bureau|Census|Chamber|Commission|Council|Customs|Department|Exchange|Federation|Index|Inspectorate|Institute|Ministry|Observatory|Office|Registry|Regulator|Research|Statistics|Survey|Tracker))[)）](?=\s*[.;,]|\s*$)/gu;

/** "(Harbour Ledger, https://ledger.example/q3)": a name with its address, for which one character stands in prose. */
const ADDRESS = /[(（]((?:the )?\p{Lu}[^()（）\uFFFC]{1,80}?)[,:;]? \uFFFC[)）]/gu;

/** How the last words of documents and bodies in brackets begin: few texts have one. */
const DOCUMENTS = seek(
  'report prospectus filing letter database tracker survey presentation release bulletin yearbook census regist notice ' +
    'announcement accounts dataset monitor terms rules conditions statement statistics minutes panel factsheet handbook ' +
    'decree call k q f agency association authority board bureau chamber commission council customs department exchange ' +
    'federation index inspectorate institute ministry observatory office regulator research',
);

function* inBrackets(text: string, wording: Wording): Iterable<Attribution> {
  const forms = text.includes(OBJECT) ? [ADDRESS] : [];
  if (mayHave(DOCUMENTS, wording)) forms.push(BRACKETED, DATED, BODY);
  for (const form of forms)
    for (const match of text.matchAll(form)) {
      const name = match[1] ?? '';
      if (!namesNobody(name)) yield { start: match.index + 1, name, named: true };
    }
}

/** The attributions of a piece of prose; each covers all of it, or its sentence where it names nobody. */
export function attributionsIn(prose: Prose): SourceNote[] {
  return prose.of(readAttributions).map(({ start, name, named }): SourceNote => {
    const span = prose.toSpan({ start, end: start + name.length });
    const names = named ? [{ name, key: undefined, span, url: undefined }] : [];
    return {
      kind: 'attribution',
      span,
      text: name,
      names,
      scopes: [
        prose.toSpan(named ? { start: 0, end: prose.text.length } : sentenceAt(prose.of(sentencesOf), start)),
      ],
    };
  });
}

function readAttributions(text: string, wording: Wording): Attribution[] {
  const told = attributionsTold(text, wording);
  return text.includes('(') || text.includes('（') ? [...told, ...inBrackets(text, wording)] : told;
}

function attributionsTold(text: string, wording: Wording): Attribution[] {
  return sentencesWith(ATTRIBUTES, wording).flatMap(sentence => {
    const words = text.slice(sentence.start, sentence.end);
    return [...afterPrepositions(words), ...aroundVerbs(words)].map(found => ({
      ...found,
      start: sentence.start + found.start,
    }));
  });
}

interface Attribution {
  readonly start: number;
  readonly name: string;
  readonly named: boolean;
}

function* afterPrepositions(sentence: string): Iterable<Attribution> {
  for (const match of sentence.matchAll(ACCORDING)) {
    const found = nameAt(sentence, match.index + match[0].length);
    if (found) yield found;
  }
}

function* aroundVerbs(sentence: string): Iterable<Attribution> {
  for (const match of sentence.matchAll(SAYING)) {
    const end = match.index + match[0].length;
    const after = sentence.slice(end, end + 20);
    const before = sentence.slice(Math.max(0, match.index - LONGEST_NAME), match.index);
    const inverted = INVERTED.test(match[0]) && /[,”"]\s*$/.test(before) && /^ [\p{L}]/u.test(after);
    const plain = /^(?:say|said|report|estimate|reckon|believe)$/i.test(match[0]);
    const found = inverted
      ? nameAt(sentence, end + 1)
      : SAID.test(after)
        ? nameBefore(before, match.index, match[0])
        : plain
          ? vagueBefore(before, match.index, match[0])
          : undefined;
    // "Press reports" and "analyst estimates" are nouns; "analysts estimate" says who.
    const isNoun = found && !found.named && !inverted && (!/s$/i.test(found.name) || /s$/i.test(match[0]));
    if (found && !isNoun) yield found;
  }
}

function nameAt(sentence: string, start: number): Attribution | undefined {
  const words = WORDS_AFTER.exec(sentence.slice(start, start + LONGEST_NAME))?.[0];
  if (words === undefined) return undefined;
  const nobody = leadingNobody(words);
  if (nobody !== undefined) return { start, name: nobody, named: false };
  const name = NAMED.exec(words)?.[0] ?? DEFINITE.exec(words)?.[0] ?? OWNED.exec(words)?.[0];
  return name === undefined ? undefined : { start, name, named: true };
}

/** Only those who name nobody are looked for where no usual word follows: "analysts say costs will rise". */
function vagueBefore(before: string, end: number, verb: string): Attribution | undefined {
  const found = nameBefore(before, end, verb);
  return found?.named === false ? found : undefined;
}

/** "Drivers say": a capital opens the sentence and makes no name of them; "Reuters says" names one body. */
function isGroup(words: string, verb: string): boolean {
  if (!/^\p{Lu}\p{Ll}+s$/u.test(words)) return false;
  if (/^(?:say|report|estimate|reckon|state|note|put|show|find)$/i.test(verb)) return true;
  return !/s$/.test(verb) && words !== 'Reuters' && AGENTS.test(words);
}

/** How words for people who do something end in the plural. */
const AGENTS = /(?:[^aeiou]ers|tors|ists|ants|dents|ians|yees|ials)$/;

function nameBefore(before: string, end: number, verb: string): Attribution | undefined {
  const trimmed = before.trimEnd();
  const words = lastWords(trimmed);
  if (words === '' || PRONOUN.test(words)) return undefined;
  const start = end - before.length + trimmed.length - words.length;
  const all = words.split(' ');
  for (let i = 0; i < all.length; i++) {
    const rest = all.slice(i).join(' ');
    const opensClause = i === 0 || /^(?:and|but|while|as|that|where)$/i.test(all[i - 1] ?? '');
    const at = start + words.length - rest.length;
    if (opensClause && namesNobody(rest)) return { start: at, name: rest, named: false };
    if (at === 0 && isGroup(rest, verb)) return undefined;
    if (/^\p{Lu}/u.test(all[i] ?? '') && NAMED.exec(rest)?.[0] === rest)
      return { start: at, name: rest, named: true };
    if (DEFINITE.exec(rest)?.[0] === rest) return { start: at, name: rest, named: true };
  }
  return undefined;
}

/** The words that a text ends with, one space between each two of them. */
function lastWords(text: string): string {
  let start = startOfRun(text, text.length, WORD_KINDS);
  for (let count = 1; count < MOST_WORDS_BEFORE && text[start - 1] === ' '; count++) {
    const next = startOfRun(text, start - 1, WORD_KINDS);
    if (next === start - 1) break;
    start = next;
  }
  return text.slice(start);
}

/** The longest run of words at the start that names nobody: "multiple analysis sources". */
function leadingNobody(words: string): string | undefined {
  const all = words.split(' ');
  for (let n = Math.min(all.length, 5); n > 0; n--) {
    const run = all.slice(0, n).join(' ');
    if (namesNobody(run) || isOnlyCounted(run)) return run;
  }
  return undefined;
}
