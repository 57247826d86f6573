// Levels of confidence, in the words that judgments and predictions state them with.
import { WORD_LETTERS } from '../text/letters';
import { once } from '../text/remember';

const DEGREE =
  '(?:very |fairly |quite |reasonably |rather |extremely |moderately )?(?:high|medium|moderate|low|strong|weak|firm|limited)';
const LEVEL =
  `${DEGREE}(?:(?:[- ]to[- ]|[-–/])(?:high|medium|moderate|low))?|(?:about |around |roughly |~|> ?|< ?|over )?\\d{1,3}(?:[–-]\\d{1,3})? ?(?:%|per ?cent\\b)` +
  '|(?:almost |nearly )?certain|(?:very |highly |most |more |less )?(?:likely|unlikely|probable|improbable)|(?:roughly |about )?even (?:odds|chance)|(?:roughly|about) even|(?:about )?as likely as not|toss[- ]up|possible|remote|0?\\.\\d{1,2}|\\d ?/ ?(?:5|10)|[★●]{1,5}[☆○]{0,4}';
const NOUN =
  '(?:(?:level|degree) of )?(?:confidence|conviction|certainty|likelihood|probability|credence|odds|chance|conf\\.|prob\\.)(?: level)?';

const BEFORE = new RegExp(`(?<![${WORD_LETTERS}])(${LEVEL})[ -]${NOUN}(?![${WORD_LETTERS}])`, 'i');
const AFTER = new RegExp(
  `(?<![${WORD_LETTERS}])${NOUN}(?: (?:is|of|in this))?(?:[:：]| ?[–—=-])? *(${LEVEL})(?![${WORD_LETTERS}\\d])`,
  'i',
);
/** A level with nothing beside it but the same in other terms: "likely (60–70%)". */
const ALONE = aloneAfter('[\\s([]*', 'i');
/** … behind a picture: "🟢 High". */
const ALONE_WITH_PICTURE = aloneAfter('[\\s([\\p{Extended_Pictographic}\\uFE0F]*', 'iu');
const MAY_HAVE_PICTURE = /^[\s([]*[\xa9-\uffff]/;

function aloneAfter(opening: string, flags: string): RegExp {
  return new RegExp(
    `^${opening}(${LEVEL})(?: (?:likely|sure|certain|confident))?(?:\\s*[([,–—-]\\s*(?:${LEVEL}))?[\\s)\\].]*$`,
    flags,
  );
}

const MAY_STATE = /\bsure\b|conf[i.]|convic|certain|likel|prob[a.]|credence|odds|chance/i;
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['h', 'High'],
  ['m', 'Medium'],
  ['l', 'Low'],
]);

/** "Confidence: M", where a letter is enough. */
const LETTER_AFTER = new RegExp(
  `(?<![${WORD_LETTERS}])${NOUN}\\s?[:=]\\s?([HML])(?![${WORD_LETTERS}\\d])`,
  'i',
);

/** "Likelihood of a fine: High." */
const OF_WHAT = new RegExp(`^\\W*${NOUN} (?:of|that) [^:：]{4,120}[:：] ?(${LEVEL})(?=[.,;]|$)`, 'i');

/** The level that a text states ("High confidence", "Conviction: medium"), with a capital; undefined when none. */
export function confidenceIn(text: string): string | undefined {
  if (!MAY_STATE.test(text)) return undefined;
  const level = BEFORE.exec(text)?.[1] ?? AFTER.exec(text)?.[1] ?? OF_WHAT.exec(text)?.[1];
  return level === undefined
    ? LETTERS.get(LETTER_AFTER.exec(text)?.[1]?.toLowerCase() ?? '')
    : capitalise(level);
}

/** The level in a cell, field or bracket that holds nothing else. */
export const confidenceAlone = once((text: string): string | undefined => {
  const words = (text.slice(0, 60).split('\n')[0] ?? '').trim();
  const pattern = MAY_HAVE_PICTURE.test(words) ? ALONE_WITH_PICTURE : ALONE;
  const level = pattern.exec(words)?.[1];
  return level ? capitalise(level) : (LETTERS.get(words.toLowerCase()) ?? confidenceIn(words));
});

function capitalise(level: string): string {
  return level.charAt(0).toUpperCase() + level.slice(1).toLowerCase();
}

export interface Graded {
  /** The text without its note of confidence. */
  readonly text: string;
  readonly confidence: string | undefined;
  /** What else the note held: "by 2027" of "(by 2027, high confidence)". */
  readonly note: string | undefined;
}

const BARE_NUMBER = /^[\d\s%–.,~<>-]+$/;
/** "… in 2027. [80%]": behind the end of the sentence, a bare number is no part of it. */
const SAID_BEHIND = /^[.!?]\s*[([]\d{1,3} ?%[)\]]\s*$/;
const BRACKETED = /\s*[([【〔（]([^()[\]【】〔〕（）]{1,80})[)\]】〕）]/g;
const LEADING = new RegExp(
  `^\\s*(?:(?:our|my|the) )?(?:(${LEVEL})[ -]${NOUN}|${NOUN}(?: in (?:this|that|it)(?: [a-z]+)?)?(?: is| remains|[:：])? (${LEVEL}))\\s*(?:[.:：|,]|[–—-](?=\\s)|$)\\s*`,
  'i',
);
/** "LIKELY (55–80%) that patrols stay": an estimate before what it is of. */
const LEADING_ESTIMATE =
  /^\s*((?:almost |nearly )?certain|(?:very |highly )?(?:likely|unlikely|probable|improbable)|(?:roughly |about )?even(?: chance| odds)?|remote(?: chance)?)(?:\s*[([（]\s?[<>~]?\d[\d\s–%.-]*[)\]）])? that\s+/i;
/** Behind the longest level, the word for confidence starts within this. */
const LONGEST_LEAD = 80;
/** A bare level leads only where its mark sets it off: "High: …", "Medium – …". */
const LEADING_BARE = /^\s*(very high|high|medium|moderate|low|very low)\s*(?:[:：|]|\s[–—-]\s)\s*/i;
const TRAILING = new RegExp(
  `(?:[.;,|–—·→⚠]\uFE0F?|\\s-)\\s*(?:(?:our|my|the) )?(?:(${LEVEL})[ -]${NOUN}|${NOUN}(?: in (?:this|that|it)(?: [a-z]+)?)?(?: is| remains)?\\s?[:：=–—-]?\\s*(${LEVEL}))\\s*\\.?\\s*$`,
  'i',
);

/** "… rates. We are highly confident of this.": a last sentence that says nothing else. */
const SAYS_HOW_SURE =
  /(?<=[.!?]) (?:we|i) (?:am|are|remain) (?:[a-z]+ ){0,2}(?:confident|certain|sure)(?: (?:of|about|in) (?:this|that|it))?\.?$/i;

/** "… at a lower rent. Likely.": a level that is a sentence by itself. */
const SAID_LAST = new RegExp(`(?<=[.!?])\\s(${LEVEL})\\.\\s*$`, 'i');

/** "… its licence – almost certain.": behind a dash, words that can only be a level. */
const TRAILING_LIKELY =
  /\s[–—-]\s((?:almost |nearly )?certain|(?:very |highly |more )?(?:likely|unlikely|probable|improbable)|possible|(?:roughly |about )?even (?:chance|odds)|remote(?: chance)?|(?:about )?as likely as not)\s*\.?\s*$/i;

/** "… fall | unlikely": a bare level behind a bar or an arrow. */
const TRAILING_BARE = new RegExp(`\\s[|→]\\s*(${LEVEL})\\s*$`, 'i');

const IN_SENTENCE = new RegExp(
  `(?:\\b(?:with|have|hold|holds|at|of) (?:a )?|^\\W*)(${LEVEL})[ -](?:confidence|conviction|certainty)\\b`,
  'i',
);

/**
 * Takes the note of its confidence off a text, in brackets, before it or after it.
 * @param isLead the text is no sentence but what leads one, so that a bare "(60%)" can only be a level
 */
export function takeConfidence(text: string, isLead = false): Graded {
  for (const match of /[([【〔（]/.test(text) ? text.matchAll(BRACKETED) : []) {
    const inside = match[1] ?? '';
    const isFirst = match.index === 0;
    const isLast = SAID_BEHIND.test(text.slice(Math.max(0, match.index - 1)));
    const level = levelInNote(inside, isLead || isLast);
    if (level === undefined) continue;
    const after = text.slice(match.index + match[0].length);
    const rest = isFirst ? after.replace(/^\s*[:：.–—-]?\s*/, '') : text.slice(0, match.index) + after;
    return { text: rest.trim(), confidence: level, note: noteBeside(inside) };
  }
  const mayState = MAY_STATE.test(text);
  const mayLead = mayState && MAY_STATE.test(text.slice(0, LONGEST_LEAD));
  const leading =
    (mayLead ? LEADING.exec(text) : null) ?? LEADING_BARE.exec(text) ?? LEADING_ESTIMATE.exec(text);
  if (leading) {
    const level = leading[1] ?? leading[2] ?? '';
    return { text: text.slice(leading[0].length).trim(), confidence: capitalise(level), note: undefined };
  }
  const bare = /[|→]/.test(text.slice(-30)) ? TRAILING_BARE.exec(text.slice(-40)) : null;
  if (bare) {
    const cut = Math.max(0, text.length - 40) + bare.index;
    return { text: text.slice(0, cut).trim(), confidence: capitalise(bare[1] ?? ''), note: undefined };
  }
  const last = text.trimEnd().endsWith('.') ? SAID_LAST.exec(text.slice(-40)) : null;
  if (last) {
    const cut = Math.max(0, text.length - 40) + last.index;
    return { text: text.slice(0, cut).trim(), confidence: capitalise(last[1] ?? ''), note: undefined };
  }
  const dashed = /\s[–—-]\s/.test(text.slice(-40)) ? TRAILING_LIKELY.exec(text.slice(-40)) : null;
  if (dashed) {
    const cut = Math.max(0, text.length - 40) + dashed.index;
    return { text: text.slice(0, cut).trim(), confidence: capitalise(dashed[1] ?? ''), note: undefined };
  }
  if (!mayState && !/\bsure\b/i.test(text.slice(-20)))
    return { text: text.trim(), confidence: undefined, note: undefined };
  const told = SAYS_HOW_SURE.exec(text.slice(-60));
  if (told)
    return {
      text: text.slice(0, Math.max(0, text.length - 60) + told.index).trim(),
      confidence: levelInSentence(told[0]) ?? 'High',
      note: undefined,
    };
  const trailing = MAY_STATE.test(text.slice(-60)) ? TRAILING.exec(text.slice(-80)) : null;
  if (!trailing) return { text: text.trim(), confidence: levelInSentence(text), note: undefined };
  const cut = Math.max(0, text.length - 80) + trailing.index;
  const stop = /^\s*[.!?]/.test(text.slice(cut)) ? (/[.!?]/.exec(text.slice(cut))?.[0] ?? '') : '';
  return {
    text: text.slice(0, cut).trim() + stop,
    confidence: capitalise(trailing[1] ?? trailing[2] ?? ''),
    note: undefined,
  };
}

/** "**Likely.** …", "**Certain:** …": the level that a lead is in words, closed as a sentence or label is. */
export function levelOfLead(lead: string): string | undefined {
  return /^\p{L}[\p{L} -]{2,30}[.:：]$/u.test(lead) ? confidenceAlone(lead.slice(0, -1)) : undefined;
}

/** The level in a bracket, alone or beside something else; a bare number is one only in a lead. */
function levelInNote(inside: string, isLead: boolean): string | undefined {
  const stated = confidenceIn(inside);
  if (stated !== undefined) return stated;
  const parts = inside.split(/\s*[,;|·]\s*/).filter(part => isLead || !BARE_NUMBER.test(part));
  return parts.map(part => confidenceAlone(part)).find(level => level !== undefined);
}

const OF_OTHERS =
  /^\W*(?:(?:we|i|the [a-z]+|our|all|both|each)\b.{0,30})?\b(?:this|(?<!(?:confidence|conviction|certainty|confident|certain|sure|likely) )that|it|these|them|both)\b/i;

/** "We hold this with medium confidence.": a sentence that says nothing but how sure the one before it is. */
export function gradesOthers(sentence: string): boolean {
  if (sentence.split(/\s+/).length > 10 || /\b(?:confident|certain|sure|likely) that\b/i.test(sentence))
    return false;
  if (/^\W*(?:we|i) (?:am|are|remain) (?:[a-z]+ ){0,2}(?:confident|certain|sure)\W*$/i.test(sentence))
    return true;
  return (
    takeConfidence(sentence).text.length < 3 ||
    (OF_OTHERS.test(sentence) && levelInSentence(sentence) !== undefined)
  );
}

/** "I am fairly confident that …", "the board is fairly certain of this". */
const CONFIDENT =
  /\b(?:am|are|is|remains?) (highly|very|quite|fairly|reasonably|moderately|somewhat|less|not very|not) (?:confident|certain|sure)\b/i;
const DEGREES: ReadonlyMap<string, string> = new Map([
  ['fairly', 'Medium'],
  ['reasonably', 'Medium'],
  ['moderately', 'Medium'],
  ['somewhat', 'Low'],
  ['less', 'Low'],
  ['not very', 'Low'],
  ['not', 'Low'],
]);

/** "We assess with high confidence that …": the level is part of the sentence, which stays whole. */
function levelInSentence(text: string): string | undefined {
  if (!MAY_STATE.test(text)) return undefined;
  const level = IN_SENTENCE.exec(text)?.[1] ?? OF_WHAT.exec(text)?.[1];
  if (level) return capitalise(level);
  const degree = CONFIDENT.exec(text)?.[1]?.toLowerCase();
  return degree && (DEGREES.get(degree) ?? 'High');
}

const SURE =
  /^\W*(?:we|i|the authors?) (?:are|am|remain) (?:now |still |quite |very |almost |virtually )?(?:certain|sure|convinced|confident)\b/i;
const ESTIMATE =
  /^\W*(?:it (?:is|seems|remains|looks|appears)|(?:we|i) (?:judge|think|consider|believe|hold|regard|deem) it(?: is| to be)?) ((?:almost |virtually |nearly )?certain|(?:very |highly |quite |rather |most |more )?(?:likely|unlikely|probable|improbable)) (?:that|for|to)\b/i;
const STATED = new RegExp(
  `^\\W*(?:our|my) ${NOUN}(?: in (?:this|that|it)(?: [a-z]+)?)? is (${LEVEL}) (?:that|in)\\b`,
  'i',
);
const OURS = /^\W*(?:our|my) /i;
const EVEN =
  /^\W*there is an? (?:roughly |about )?(even chance|\w+ (?:chance|probability|likelihood)) (?:that|of)\b/i;

/**
 * The level that the words of a judgment give it: "It is likely that …", "We are certain that …". Anywhere else such
 * words only hedge.
 */
export function estimateIn(judgment: string): string | undefined {
  const opening = judgment.slice(0, 80);
  if (SURE.test(opening)) return 'High';
  const stated = OURS.test(opening) ? STATED.exec(opening)?.[1] : undefined;
  const level = ESTIMATE.exec(opening)?.[1] ?? EVEN.exec(opening)?.[1] ?? stated;
  return level && capitalise(level);
}

/** What a bracket holds beside its level. */
function noteBeside(inside: string): string | undefined {
  const parts = inside
    .split(/\s*[,;|·/]\s*/)
    .filter(part => confidenceAlone(part) === undefined && confidenceIn(part) === undefined);
  return parts[0]?.trim() || undefined;
}
