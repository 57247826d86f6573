// The words around a number that say how exactly it is meant: "about", "more than", "up to", "or so", "+".
import type { Qualifier } from './figure';
import { hanScale, isSeveral } from './han-numbers';
import type { Openness } from './interval';
import { wordClass } from './lexicon';
import type { Token } from './tokens';
import { words } from './words';

export interface QualifierReading {
  readonly qualifier: Qualifier;
  readonly openness: Openness;
  /** Tokens [from, to). */
  readonly from: number;
  readonly to: number;
  /** The offset where it begins, when that is inside a token (Chinese). */
  readonly start?: number;
}

type Meaning = readonly [Qualifier, Openness];

const ABOUT: Meaning = ['about', 'about'];
const OVER: Meaning = ['over', 'over'];
const AT_LEAST: Meaning = ['at-least', 'over'];
const UNDER: Meaning = ['under', 'under'];
const AT_MOST: Meaning = ['at-most', 'under'];
const NEARLY: Meaning = ['nearly', 'nearly'];
const EXACTLY: Meaning = ['exactly', 'exactly'];

/** Phrases between bars. */
function phrases(text: string): string[] {
  return text.split('|').map(phrase => phrase.trim());
}

const BEFORE: readonly (readonly [Meaning, readonly string[]])[] = [
  [
    ABOUT,
    phrases(`
      about | approximately | approx | approx . | around | roughly | some | circa | c | c . | ca | ca .
      | ~ | ∼ | ≈ | ≃ | an estimated | estimated | in the region of | in the order of | on the order of
      | of the order of | in the neighborhood of | in the neighbourhood of | in the range of |
      somewhere around | give or take | more or less | broadly | loosely | 约 | 约为 | 约有 | 约达 | 大约 | 大约为 | 大约有 | 大概 | 近似`),
  ],
  [
    OVER,
    phrases(`
      over | more than | above | exceeding | exceeds | exceed | exceeded | surpassing | surpasses |
      pass | surpass | surpassed | topping | tops | topped | passing | passes | passed | north of |
      in excess of | upwards of | upward of | greater than | higher than | larger than | bigger than |
      greater than or equal to | more than or equal to | better than | longer than | older than | faster than | beyond | > | ＞ | 超过 | 超过了 | 高于 | 多于 | 大于 | 逾 | 超`),
  ],
  [
    AT_LEAST,
    phrases(`
      at least | a minimum of | minimum of | minimum | min | min . | no less than | not less than |
      no fewer than | not fewer than | no lower than | not under | as little as | as few as | as low as
      | starting at | ≥ | ⩾ | > = | 至少 | 最少 | 不低于 | 不少于 | 不小于 | 大于等于 | 大于或等于`),
  ],
  [
    UNDER,
    phrases(`
      under | below | less than | fewer than | lower than | smaller than | shorter than | younger than |
      south of | < | ＜ | 低于 | 少于 | 小于 | 不到 | 不足 | 未满`),
  ],
  [
    AT_MOST,
    phrases(`
      up to | at most | at the most | a maximum of | maximum of | maximum | max | max . | no more than |
      not more than | no higher than | not exceeding | not to exceed | no greater than | less than or equal to | as much as |
      as many as | as high as | capped at | limited to | ≤ | ⩽ | < = | 至多 | 不超过 | 不高于 | 不大于 | 不多于 | 小于等于 | 小于或等于 | 少于或等于 | 最多 | 高达 | 多达`),
  ],
  [
    NEARLY,
    phrases(`
      nearly | almost | close to | approaching | just shy of | shy of | all but | virtually |
      practically | not quite | near | nearing | 接近 | 近 | 将近`),
  ],
  [
    EXACTLY,
    phrases(`
      exactly | precisely | exact | = | 整整`),
  ],
];

/** Before "over" and "under": "just over" comes close. */
const CLOSE = new Set(words('just slightly little fractionally marginally bit shade only'));
const LOOSE = new Set(
  words(`
  well far much comfortably significantly considerably substantially easily very already now way`),
);

const AFTER: readonly (readonly [Meaning, readonly string[]])[] = [
  [
    AT_LEAST,
    phrases(`
      + | or more | or above | or over | or higher | or greater | or better | or longer | or older |
      and more | and above | and over | and up | and counting | and higher | upwards | - plus | at least
      | 以上 | 之上 | 多 | 余 | 餘`),
  ],
  [
    AT_MOST,
    phrases(`
      or less | or fewer | or lower | or under | or below | and under | and below | or younger |
      or shorter | at most | at the most | max | maximum | tops | 以下 | 以内 | 以內 | 之内 | 之內 | 之下`),
  ],
  [
    ABOUT,
    phrases(`
      or so | - odd | odd | or thereabouts | give or take | approximately | approx | 左右 | 上下 | 来 | 來`),
  ],
];

interface Phrase {
  readonly meaning: Meaning;
  /** Last word first. */
  readonly words: readonly string[];
}

/** Phrases by the word next to the number, the longest first. */
function index(
  table: readonly (readonly [Meaning, readonly string[]])[],
  backwards: boolean,
): Map<string, Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const [meaning, texts] of table) {
    for (const text of texts) {
      const words = text.split(' ');
      if (backwards) words.reverse();
      const key = words[0] ?? '';
      phrases.set(key, [...(phrases.get(key) ?? []), { meaning, words }]);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return phrases;
}

const BEFORE_INDEX = index(BEFORE, true);
const AFTER_INDEX = index(AFTER, false);
const ENDS_BEFORE = wordClass(BEFORE_INDEX.keys());
const BEGINS_AFTER = wordClass(AFTER_INDEX.keys());

/** The qualifier that ends right before token `at`, if any. */
export function qualifierBefore(tokens: readonly Token[], at: number): QualifierReading | undefined {
  const token = tokens[at - 1];
  if (!token) return undefined;
  if (isSeveral(tokens, at))
    return { qualifier: 'about', openness: 'about', from: at - 1, to: at, start: token.end - 1 };
  if (token.kind === 'han') return hanBefore(token, at) ?? reachedBefore(tokens, at);
  if (!token.is(ENDS_BEFORE)) return undefined;
  for (const { meaning, words } of BEFORE_INDEX.get(token.lower) ?? []) {
    if (!match(tokens, at - 1, -1, words)) continue;
    const from = at - words.length;
    if (!standsAsQualifier(tokens, from, words)) return undefined;
    return withAdverb(tokens, { qualifier: meaning[0], openness: meaning[1], from, to: at });
  }
  return undefined;
}

/** 上百, 过千: before a scale alone. */
function reachedBefore(tokens: readonly Token[], at: number): QualifierReading | undefined {
  const [reached, scale] = [tokens[at - 1], tokens[at]];
  if (!reached || scale?.kind !== 'han-number' || hanScale(scale.text) === undefined) return undefined;
  if (!/(?:^|[^通经經])[上过過]$/.test(reached.text)) return undefined;
  return { qualifier: 'at-least', openness: 'over', from: at - 1, to: at, start: reached.end - 1 };
}

/** Chinese runs on without spaces: the qualifier is the end of the characters before the number. */
function hanBefore(token: Token, at: number): QualifierReading | undefined {
  for (const length of [5, 4, 3, 2, 1]) {
    const words = token.text.slice(-length);
    const found =
      words.length === length
        ? BEFORE_INDEX.get(words)?.find(phrase => phrase.words.length === 1)
        : undefined;
    if (found)
      return {
        qualifier: found.meaning[0],
        openness: found.meaning[1],
        from: at - 1,
        to: at,
        start: token.end - length,
      };
  }
  return undefined;
}

/** True when the words stand from token `at` on, in the direction of `step`. */
function match(tokens: readonly Token[], at: number, step: 1 | -1, words: readonly string[]): boolean {
  for (let i = words.length - 1; i >= 0; i--) {
    if (tokens[at + i * step]?.lower !== words[i]) return false;
  }
  return true;
}

/** "passed", "near", "some" and the letters c, ca, min, max are qualifiers only in the right company. */
function standsAsQualifier(tokens: readonly Token[], from: number, words: readonly string[]): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  const phrase = words[0] ?? '';
  if (words[1] === 'up' && tokens[from - 1]?.is(MOVES)) return false;
  if (words.length > 1) return true;
  if (phrase === 'c' || phrase === 'ca') return tokens[from]?.spaced === true;
  if (phrase === 'min' || phrase === 'max') return true;
  if (phrase === 'over' || phrase === 'above' || phrase === 'under' || phrase === 'below')
    return (
      !['turned', 'left', 'carried', 'taken', 'took', 'handed', 'as'].includes(before) || phrase === 'above'
    );
  if (phrase === 'exact') return before === 'an' || before === 'the';
  return true;
}

/** "edged up to 4.1 percent" ends there. */
const MOVES = wordClass(
  words(`
  go goes went going gone move moves moved moving edge edged edges edging tick ticked ticks creep crept inch inched
  rise rose rises rising jump jumped shoot shot climb climbed step stepped round rounded pushed nudged bumped brought
  ran crawled picked drifted add adds added adding sum sums summed`),
);

function withAdverb(tokens: readonly Token[], reading: QualifierReading): QualifierReading {
  const adverb = tokens[reading.from - 1]?.lower ?? '';
  const close = CLOSE.has(adverb) && adverb !== 'only';
  if (!close && !LOOSE.has(adverb) && adverb !== 'only') return reading;
  const article =
    (adverb === 'little' || adverb === 'bit' || adverb === 'shade') &&
    tokens[reading.from - 2]?.lower === 'a';
  if ((adverb === 'little' || adverb === 'bit' || adverb === 'shade') && !article) return reading;
  const from = reading.from - (article ? 2 : 1);
  if (!close)
    return LOOSE.has(adverb) && adverb !== 'already' && adverb !== 'now' ? { ...reading, from } : reading;
  if (reading.openness === 'over') return { ...reading, from, openness: 'just-over' };
  if (reading.qualifier === 'under') return { ...reading, from, qualifier: 'nearly', openness: 'nearly' };
  return { ...reading, from };
}

/** The Chinese qualifier at an offset, behind a unit or a measure word: 100元以上, 10人以内. */
export function hanQualifierAfter(
  text: string,
  at: number,
): { readonly qualifier: Qualifier; readonly openness: Openness; readonly end: number } | undefined {
  const [meaning] = AFTER_INDEX.get(text.slice(at, at + 2)) ?? [];
  if (!meaning || text.charCodeAt(at) < 0x4e00) return undefined;
  return { qualifier: meaning.meaning[0], openness: meaning.meaning[1], end: at + 2 };
}

/** The qualifier that begins at token `at`, after a number: "or more", "+", "-odd". */
export function qualifierAfter(tokens: readonly Token[], at: number): QualifierReading | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'han') {
    for (const length of [2, 3, 1]) {
      const found = AFTER_INDEX.get(token.text.slice(0, length))?.[0];
      if (found)
        return {
          qualifier: found.meaning[0],
          openness: found.meaning[1],
          from: at,
          to: token.text.length === length ? at + 1 : at,
        };
    }
    return undefined;
  }
  if (!token.is(BEGINS_AFTER)) return undefined;
  for (const { meaning, words } of AFTER_INDEX.get(token.lower) ?? []) {
    if (!match(tokens, at, 1, words)) continue;
    if (
      words[0] === '+' &&
      (token.spaced || (tokens[at + 1]?.spaced === false && tokens[at + 1]?.kind === 'number'))
    )
      return undefined;
    if (
      words.length === 1 &&
      token.kind === 'word' &&
      !['upwards'].includes(words[0] ?? '') &&
      !endsClause(tokens[at + 1])
    )
      return undefined;
    if (words.length > 1 && beginsNumber(tokens[at + words.length])) return undefined;
    if (words[0] === 'at' && !endsClause(tokens[at + words.length])) return undefined;
    return { qualifier: meaning[0], openness: meaning[1], from: at, to: at + words.length };
  }
  return undefined;
}

/** "above 5 and below 7", "at least 3 and up to 5": what looks like a qualifier of the first is the second's. */
function beginsNumber(token: Token | undefined): boolean {
  return (
    token?.kind === 'number' ||
    token?.lower === 'to' ||
    token?.lower === 'than' ||
    (token !== undefined && '$£€'.includes(token.text))
  );
}

function endsClause(token: Token | undefined): boolean {
  return (
    token === undefined || token.kind === 'wall' || (token.kind === 'mark' && '.,;:)!?'.includes(token.text))
  );
}
