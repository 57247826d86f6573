// Horizons: the periods within which a prediction is to come true, in the forms that reports give them.
import { MONTH_STARTS } from '../text/english';
import { takeConfidence } from './confidence';

const LONGEST = 60;
/** Every word of a horizon is one of these: "By the end of 2027", "Next 12–18 months", "H2 2026", "mid-2028". */
const WORDS =
  /^(?:within|by|horizon|the|next|coming|following|upcoming|current|whole|full|entire|all|any|rest|remainder|course|during|throughout|between|this|in|over|until|till|before|after|from|since|through|to|and|or|of|on|at|end|start|beginning|middle|close|early|mid|late|later|latest|least|about|around|roughly|first|second|third|fourth|last|half|spring|summer|autumn|fall|winter|christmas|easter|seasons?|halves|years?|yrs?|y|months?|mths?|m|quarters?|weeks?|days?|decades?|term|run|short|medium|near|long|beyond|thereafter|longer|immediate|onwards?|more|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|few|several|fiscal|financial|calendar|fye?|cy|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|year-end|[qh][1-4](?:fy)?\d{0,4}e?|fye?\d{2,4}e?|[1-4][qh]\d{0,4}|(?:19|20)\d\d[es]?|\d{1,2}|\d{1,2}(?:st|nd|rd|th)|\d{1,2}(?:y|yrs?|m|mths?))$/;
/** … and one of them is a period or the name of one. */
const PERIOD = new RegExp(
  `(?<!\\d)(?:19|20)\\d\\d(?!\\d)|\\bfye? ?\\d\\d|\\b[qh][1-4]\\b|\\b[qh][1-4]fy|(?:year|yr|month|quarter|week|day|decade|mth|season)s?\\b|\\d(?:y|m)\\b|\\bterm\\b|\\blong run\\b|^(?:(?:by|this|next|the) )+(?:coming )?(?:spring|summer|autumn|fall|winter)$|\\b(?:christmas|easter)$|^(?:beyond|thereafter|later)$|\\b(?:${MONTH_STARTS})`,
);

/** A cheap look for any of the above. */
const MAY_BE_HORIZON = /[a-z]|(?:19|20)\d\d/i;

/** True for a text that is nothing but a horizon or a period. */
export function isHorizon(text: string): boolean {
  const words = text.trim().toLowerCase();
  if (words.length < 2 || words.length > LONGEST || !PERIOD.test(words)) return false;
  return words
    .split(/[\s,+–—/.()-]+/)
    .filter(word => word !== '')
    .every(word => WORDS.test(word));
}

/** A horizon as it is shown: as written, without brackets, colon or a leading "Within", "By" or "Until". */
export function shownHorizon(text: string): string {
  return text
    .replace(/^[\s([]+|[\s)\].:：,–—|]+$/g, '')
    .replace(/^(?:within|by|until|horizon)\s+/i, '')
    .trim();
}

/** "Near term (next 12 months)": the bracket says it exactly. */
const VAGUE =
  /^(?:the )?(?:very )?(?:near|short|medium|mid|long|longer|immediate)[ -](?:term|run)\s*[(（]([^()（）]{2,50})$/i;

/** What sets a lead off from the text behind it: "Within 6 months · high confidence ·". */
export const SEPARATOR_BEHIND = /\s*[·|:：.–—]\s*$/;

/** The horizon that a title or lead states and nothing else, its confidence aside. */
export function horizonOf(text: string): string | undefined {
  if (text.length > 160 || !MAY_BE_HORIZON.test(text)) return undefined;
  const { text: bare } = takeConfidence(text.replace(SEPARATOR_BEHIND, ''), true);
  const words = bare.replace(/^[\s([【]+|[\s)\]】.:：,–—|·-]+$/g, '');
  const exact = VAGUE.exec(words)?.[1];
  if (exact !== undefined && isHorizon(exact)) return shownHorizon(exact);
  return isHorizon(words) ? shownHorizon(words) : undefined;
}

export interface Timed {
  readonly horizon: string;
  /** The level in the lead: "By 2030 (low confidence): …". */
  readonly confidence: string | undefined;
  /** Where the text after the lead starts. */
  readonly rest: number;
}

const IN_SENTENCE =
  /\b(?:by|within|until|before|over|during|through|in)\s+((?:the\s+)?[\p{L}\d][^\s,;.()]*(?:\s+[\p{L}\d][^\s,;.()]*){0,5})/giu;

/** What ends a horizon inside a sentence. */
const LAST_WORD =
  /(?:\d[a-z]{0,2}|years?|months?|quarters?|weeks?|days?|decades?|term|end|beyond|christmas|easter|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)$/i;

/** "Tarn doubles its sales by the end of 2027.": the horizon that a sentence holds, its preposition aside. */
export function horizonWithin(sentence: string): string | undefined {
  for (const [, phrase = ''] of sentence.slice(0, 400).matchAll(IN_SENTENCE)) {
    const words = phrase.split(/\s+/);
    for (let count = words.length; count > 0; count--) {
      const start = words.slice(0, count).join(' ');
      if (LAST_WORD.test(start) && isHorizon(start)) return shownHorizon(start);
    }
  }
  return undefined;
}

/** "Scenarios to the end of 2027", "Bets for the next two years": the horizon of all that stands under a title. */
export function horizonOfTitle(title: string): string | undefined {
  return horizonWithin(title.replace(/\b(?:to|for)\b/i, 'by'));
}

/** "By harvest 2027", "Before the election of May 2028": an occasion with its date, set off as a lead. */
function deadlineOf(lead: string): string | undefined {
  const words = takeConfidence(lead, true).text;
  const isDeadline =
    /^(?:by|before|until|within|after)(?: [^\s,.;:]+){1,7}$/i.test(words) && PERIOD.test(words.toLowerCase());
  // "After the election: …": an occasion that has no date yet.
  const isOccasion = /^(?:by|before|until|after) the(?: \p{Ll}+){1,3}$/u.test(
    words.charAt(0).toLowerCase() + words.slice(1),
  );
  return isDeadline || isOccasion ? shownHorizon(words) : undefined;
}

/** "By harvest 2027": a title that is nothing but an occasion with its date. */
export function deadlineTitle(title: string): string | undefined {
  const words = takeConfidence(title, true).text;
  return words.split(/\s+/).length <= 5 && LAST_WORD.test(words) ? deadlineOf(title) : undefined;
}

const LEAD_END = /[:|](?=\s|$)|：|\s[–—→-](?=\s)|[–—](?=\s)|,(?=\s)/g;
const BRACKETS_LEAD = /^\s*[[【(]([^\][【】()]{2,60})[\]】)]\s*[:：.–—-]?\s*/;

/** "By the end of 2026 – …", "12 months [High]: …", "[2028] …": the horizon that a text starts with. */
export function leadingHorizon(text: string): Timed | undefined {
  const window = text.slice(0, 120);
  if (!PERIOD.test(window.toLowerCase()) && !/^(?:by|before|until|after) the /i.test(window))
    return undefined;
  const bracketed = BRACKETS_LEAD.exec(window);
  const graded = bracketed && takeConfidence(bracketed[1] ?? '', true);
  if (graded && isHorizon(graded.text))
    return { horizon: shownHorizon(graded.text), confidence: graded.confidence, rest: bracketed[0].length };
  // "Q4 2026 wholesale price …": nothing can stand between them in a line of figures.
  const bare = /^((?:[QH][1-4] (?:19|20)\d\d|(?:19|20)\d\d [QH][1-4]|FY ?(?:20)?\d\d)) (?=\p{Ll}{3})/u.exec(
    window,
  );
  if (bare) return { horizon: bare[1] ?? '', confidence: undefined, rest: bare[0].length };
  let tried = 0;
  for (const end of window.matchAll(LEAD_END)) {
    if (end[0] === ',' && !/^(?:by|within|in|over|before|until|from|after|next|this)\b/i.test(window))
      continue;
    const lead = window.slice(0, end.index);
    if (/[[(【][^\])】]*$/.test(lead)) continue;
    const horizon = horizonOf(lead) ?? (end[0] === ',' ? undefined : deadlineOf(lead));
    if (horizon !== undefined) {
      const rest = end.index + end[0].length;
      return {
        horizon,
        confidence: takeConfidence(lead, true).confidence,
        rest: rest + (/^\s*/.exec(text.slice(rest, rest + 20))?.[0].length ?? 0),
      };
    }
    if (++tried > 4) break;
  }
  return undefined;
}
