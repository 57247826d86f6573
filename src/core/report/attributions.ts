// Attributions in running text: "according to X", "X says", "says X".
import type { Prose } from '../markdown/prose';
import { eachSought, seek } from '../text/beginnings';
import { ALPHANUMERIC, AMPERSAND, APOSTROPHE, HYPHEN, startOfRun } from '../text/letters';
import type { Span } from '../text/span';
import type { Wording } from '../text/wording';
import { type Named, namedInBrackets } from './named-in-brackets';
import type { SourceNote } from './report';
import { sentenceAt, sentencesOf, sentencesWith } from './sentences';
import { endsInPaper, isOnlyCounted, namesNobody } from './vague';

const ACCORDING =
  /\b(?:according to|(?<=\bas )(?:reported by|per)|(?:data|figures|numbers|statistics|estimates?) (?:from|by|that)|based on|(?<=\b(?:in|on|by) the (?:\p{Ll}+ )?)(?:accounts|books|register|registry|catalogue|database|census|statistics|ledgers?|records|report|survey|index|yearbook|bulletin) of|under(?= (?:[\p{L}\d'’/-]+ ){0,5}(?:laws?|act|rules?|regulations?|directive|decree|order|treaty|code)\b))\s+/iuy;
const SAYING =
  /\b(?:says?|said|confirms?|confirmed|announces?|announced|discloses?|disclosed|claims?|claimed|warns?|warned|adds|added|recorded|reports?|reported|estimates?|estimated|puts?|reckons?|reckoned|calculates?|calculated|shows?|showed|finds?|found|counts?|counted|states?|stated|(?:writes?|wrote)(?! (?:(?:off|down|up|cheques?|checks?)\b|[A-Z]{0,3}[$€£¥₹]))|notes?|noted|told)\b/iy;
/** How the words of all of these begin: few texts have one. */
const ATTRIBUTES = seek(
  'say says said report estimate put puts reckon calculate show shows showed find finds found count state write wrote ' +
    'note notes noted told confirm announce disclose claim warn add adds added record account books regist catalogue database census ledger survey index yearbook bulletin according data figures numbers statistics based per under',
);
/** What may follow such a verb when it gives what somebody said. */
const SAID = /^(?: (?:that|the|its?|them|an?|in|no|more|about|some|only)\b| [\p{Sc}\d]|[.,;:]|$)/u;
/** To whom, where or when somebody says it. */
const TOLD = /^(?:says?|said|told|writes?|wrote|reported|announced|confirmed|disclosed|warned)$/i;
const WHERE =
  /^ (?:to|at|on|last|this|yesterday|today|us|me|\p{L}+(?= (?:that|in|on|at|last|this)\b|[.,;:]|$))/u;
/** "…, the union adds": "Norvik added 30 ships" tells what it did. */
const ADDS = /^(?:add(?:s|ed)|recorded|claims?|claimed)$/i;
const ENDS = /^(?: that\b|[.,;:]|$)/;
/** Verbs of somebody who can be asked: a table shows, but does not say. */
const BY_SOMEBODY =
  /^(?:says|said|told|reports|reported|estimates|estimated|reckons|reckoned|writes|wrote|adds|added|confirms|confirmed|announced|disclosed|claims|claimed|warns|warned)$/i;
/** "the subsidy bank", "its website": one body, of whom the text has spoken. */
const ONE_BODY =
  /^(?:the|its|their|our|his|her)(?: \p{Ll}[\p{L}-]*(?:['’]s)?){0,3} \p{Ll}[\p{L}-]*(?:[^s]|ss|us)$/iu;
/** "BNEF's survey": a paper or body of somebody who is named. */
const OF_NAMED = /^(?:the )?\p{Lu}[\p{L}&.-]*['’]s? (?:\p{Ll}+ ){0,2}\p{Ll}+$/u;
const AUXILIARIES = /(?: (?:has|have|had|also|now|since|recently|itself|then))+$/;
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
const PRONOUN = /(?:^| )(?:it|they|he|she|we|you|i|who|which|that|this|these|those|not|never|nobody|none)$/i;

/**
 * The attributions of a piece of prose; each covers all of it, its sentence where it names nobody, or the whole report
 * where it speaks for all figures.
 */
export function attributionsIn(prose: Prose, report: Span): SourceNote[] {
  return prose.of(readAttributions).map(({ start, name, named, forAll }): SourceNote => {
    const span = prose.toSpan({ start, end: start + name.length });
    const names = named ? [{ name, key: undefined, span, url: undefined }] : [];
    const own = named ? { start: 0, end: prose.text.length } : sentenceAt(prose.of(sentencesOf), start);
    return { kind: 'attribution', span, text: name, names, scopes: [forAll ? report : prose.toSpan(own)] };
  });
}

function readAttributions(text: string, wording: Wording): Attribution[] {
  const told = attributionsTold(text, wording);
  const others = [...namedInBrackets(text, wording), ...citedByKey(text)];
  return others.length === 0 ? told : [...told, ...others.map(other => ({ ...other, named: true }))];
}

/** "@jensen2024 counted 164 ships": the key of a source in a sentence. */
function citedByKey(text: string): Named[] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(CITED_KEY)].map(({ 0: name, index }) => ({ start: index, name }));
}

const CITED_KEY = /(?<=^|[\s(])@\p{L}[\p{L}\d_:-]{0,60}\d[\p{L}\d_:-]{0,10}(?=[\s,;.)]|$)/gu;

function attributionsTold(text: string, wording: Wording): Attribution[] {
  const told: Attribution[] = [];
  for (const sentence of sentencesWith(ATTRIBUTES, wording)) {
    const { start, end } = sentence;
    const words = text.slice(start, end);
    const found = forAllFigures(words);
    eachMatch(ACCORDING, text, wording, sentence, (at, match) => {
      const name = nameAt(words, at + match.length);
      if (name) found.push(name);
    });
    eachMatch(SAYING, text, wording, sentence, (at, verb) => {
      const name = aroundVerb(words, at, verb);
      if (name) found.push(name);
    });
    for (const one of found) told.push({ ...one, start: start + one.start });
  }
  return told;
}

/** Calls `found` with each place in a sentence where a sticky pattern matches at one of the words, one behind another. */
function eachMatch(
  pattern: RegExp,
  text: string,
  wording: Wording,
  { start, end }: Span,
  found: (at: number, match: string) => void,
): void {
  let free = start;
  const tryAt = (at: number) => {
    pattern.lastIndex = at;
    const match = at < free ? undefined : pattern.exec(text)?.[0];
    if (match === undefined || at + match.length > end) return;
    free = at + match.length;
    found(at - start, match);
  };
  eachSought(ATTRIBUTES, wording, tryAt, start, end);
}

interface Attribution {
  readonly start: number;
  readonly name: string;
  readonly named: boolean;
  readonly forAll?: boolean;
}

/** "All figures come from the carriers' returns", "Figures in this note are from X unless otherwise stated". */
function forAllFigures(sentence: string): Attribution[] {
  const found =
    MAY_TELL_FIGURES.test(sentence) && FOR_ALL.test(sentence) ? FIGURES_FROM.exec(sentence) : null;
  const name = found?.[1] ?? '';
  if (!found || namesNobody(name)) return [];
  return [{ start: found.index + found[0].length - name.length, name, named: true, forAll: true }];
}

const MAY_TELL_FIGURES = /figures|data|numbers|statistics|amounts/i;
const FIGURES = '(?:figures|data|numbers|statistics|amounts)';
const FOR_ALL = new RegExp(
  `\\ball (?:of )?(?:the |our )?(?:\\p{Ll}+ )?${FIGURES}\\b|\\b${FIGURES} (?:used |given |quoted |shown )?(?:in|throughout) th(?:is|e) (?:report|release|paper|note|bulletin|briefing|brief|memo|newsletter|publication|document|edition|issue|review)\\b|\\b(?:unless|except where|where not)\\b.{0,30}\\b(?:stated|noted|indicated|specified|given|marked|shown|cited|otherwise)\\b`,
  'iu',
);
const FIGURES_FROM = new RegExp(
  `\\b${FIGURES}\\b[^.;]{0,60}?(?:\\bfrom|\\b(?:compiled|collected|supplied|provided|published|reported) by|:) (?!20)([^.;,:]{3,80}?)(?= unless\\b| except\\b|[.,;:]|$)`,
  'iu',
);

/** Who says what stands around a verb of a sentence, if anybody does. */
function aroundVerb(sentence: string, at: number, verb: string): Attribution | undefined {
  const end = at + verb.length;
  const after = sentence.slice(end, end + 20);
  const before = sentence.slice(Math.max(0, at - LONGEST_NAME), at);
  const inverted = INVERTED.test(verb) && /[,”"]\s*$/.test(before) && /^ [\p{L}]/u.test(after);
  const found = inverted
    ? nameAt(sentence, end + 1)
    : isToldBehind(verb, after)
      ? nameBefore(sentence, before, at, verb)
      : PLAIN.test(verb)
        ? vagueBefore(sentence, before, at, verb)
        : undefined;
  // "Press reports" and "analyst estimates" are nouns; "analysts estimate" says who.
  const isNoun = found && !found.named && !inverted && (!/s$/i.test(found.name) || /s$/i.test(verb));
  return isNoun ? undefined : found;
}

const PLAIN = /^(?:say|said|report|estimate|reckon|believe)$/i;

/** True where what follows a verb is what somebody said. */
function isToldBehind(verb: string, after: string): boolean {
  if (ADDS.test(verb)) return ENDS.test(after);
  return (
    SAID.test(after) ||
    (TOLD.test(verb) && WHERE.test(after)) ||
    (/^puts?$/i.test(verb) && after.startsWith(' at '))
  );
}

function nameAt(sentence: string, start: number): Attribution | undefined {
  const words = WORDS_AFTER.exec(sentence.slice(start, start + LONGEST_NAME))?.[0];
  if (words === undefined) return undefined;
  const nobody = leadingNobody(words);
  if (nobody !== undefined && isTold(nobody, sentence.slice(start + nobody.length))) return undefined;
  if (nobody !== undefined) return { start, name: nobody, named: false };
  const name = NAMED.exec(words)?.[0] ?? DEFINITE.exec(words)?.[0] ?? OWNED.exec(words)?.[0];
  return name === undefined ? undefined : { start, name, named: true };
}

/** Only those who name nobody are looked for where no usual word follows: "analysts say costs will rise". */
function vagueBefore(sentence: string, before: string, end: number, verb: string): Attribution | undefined {
  const found = nameBefore(sentence, before, end, verb);
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

/** "Norvik lost 31 ships, it told the court", "Norvik denies it and puts the loss at 30 ships": the one that the sentence is on. */
function subjectOf(sentence: string): Attribution | undefined {
  const name = NAMED.exec(sentence.slice(0, LONGEST_NAME))?.[0];
  return name === undefined ||
    /^(?:In|On|At|By|For|From|With|After|Before|Since|While|When|As|If|But|And)\b/.test(name)
    ? undefined
    : { start: 0, name, named: true };
}

function nameBefore(sentence: string, before: string, end: number, verb: string): Attribution | undefined {
  const trimmed = before.trimEnd().replace(AUXILIARIES, '').replace(/,$/, '');
  const words = lastWords(trimmed);
  if (words === '') return undefined;
  if (/(?:^| )(?:it|they|he|she|and)$/i.test(words))
    return BY_SOMEBODY.test(verb) || /^puts?$/i.test(verb) ? subjectOf(sentence) : undefined;
  if (PRONOUN.test(words)) return undefined;
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
    if (
      DEFINITE.exec(rest)?.[0] === rest ||
      (BY_SOMEBODY.test(verb) && ONE_BODY.test(rest)) ||
      (/^our /i.test(rest) && TOLD.test(verb)) ||
      OF_NAMED.test(rest)
    )
      return { start: at, name: rest, named: true };
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

/** "Officials of the state bank Kelm" are of a body that is named. */
const OF_BODY = /^ (?:of|at|from|for|with) (?:[\p{Ll}'’-]+ ){0,4}\p{Lu}/u;

/** "two sources: …" and "data collected through the monthly survey" tell which. */
function isTold(nobody: string, after: string): boolean {
  return (
    /^ ?:/.test(after) ||
    OF_BODY.test(after) ||
    (endsInPaper(nobody) && /^ (?:\p{L}+ed )?(?:from|in|on|by|through|of)\b/u.test(after))
  );
}

const FUNCTION_WORD = / (?:in|on|of|by|from|the|an?|and|or|based|compiled|collated|collected|gathered)$/;

/** The longest run of words at the start that names nobody: "multiple analysis sources". */
function leadingNobody(words: string): string | undefined {
  const all = words.split(' ');
  for (let n = Math.min(all.length, 5); n > 0; n--) {
    const run = all.slice(0, n).join(' ');
    if (!FUNCTION_WORD.test(run) && (namesNobody(run) || isOnlyCounted(run))) return run;
  }
  return undefined;
}
