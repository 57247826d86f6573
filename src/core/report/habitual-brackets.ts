// Sources in brackets that no passage gives away alone, but the report's habit does: one that stands behind several
// statements, names what the report gives as a source elsewhere, or closes a paragraph as other sources do.
import type { ProseBlock } from '../markdown/block';
import type { Span } from '../text/span';
import { caveatIn } from './caveats';
import { confidenceAlone } from './confidence';
import { wholeDate } from './dated';
import type { Section, SourceNote } from './report';
import { namesNobody } from './vague';

/** So many statements that end with a source in brackets are a habit. */
const HABIT = 3;
const LONGEST_BEFORE = 30;

interface Bracketed {
  readonly words: string;
  /** In the prose, without the brackets. */
  readonly span: Span;
  /** It ends a sentence; it ends the prose; it stands right behind a number. */
  readonly place: 'prose' | 'sentence' | 'number' | 'within';
}

/**
 * The sources that stand in brackets in the report's own way.
 * @param notes the sources that are known by what they say
 */
export function habitualBrackets(sections: readonly Section[], notes: readonly SourceNote[]): SourceNote[] {
  const starts = new Set(notes.map(({ span }) => span.start));
  const open: { block: ProseBlock; bracketed: Bracketed; span: Span }[] = [];
  let habit = 0;
  const times = new Map<string, number>();
  for (const block of sections.flatMap(proseOf))
    for (const bracketed of block.prose.of(bracketsIn)) {
      const span = block.prose.toSpan(bracketed.span);
      if (starts.has(span.start)) {
        if (bracketed.place === 'prose' || bracketed.place === 'sentence') habit++;
        continue;
      }
      open.push({ block, bracketed, span });
      if (bracketed.place !== 'prose' || !isApart(bracketed.words)) continue;
      const key = bodyOf(bracketed.words);
      times.set(key, (times.get(key) ?? 0) + 1);
    }
  if (open.length === 0) return [];
  const repeated = [...times.values()].reduce((sum, count) => (count > 1 ? sum + count : sum), 0);
  const named = new Names(notes);
  return open.flatMap(({ block, bracketed: { words, place }, span }): SourceNote[] => {
    const isClosing = place === 'prose' || (place === 'sentence' && isApart(words));
    const isHabitual = (isClosing && habit + repeated >= HABIT) || (times.get(bodyOf(words)) ?? 0) > 1;
    if (!(isHabitual || named.has(words) || (place !== 'within' && named.within(words)))) return [];
    const names = [{ name: words, key: undefined, span, url: undefined }];
    return [{ kind: 'attribution', span, text: words, names, scopes: [block.span] }];
  });
}

/** "(harbour office, spring count)", "(harbour office, a letter)": who is cited. */
function bodyOf(words: string): string {
  return (words.split(', ')[0] ?? '').toLowerCase();
}

/** Text other than headings, footnotes and what introduces a table. */
function proseOf({ blocks }: Section): ProseBlock[] {
  return blocks.filter(
    (block, i): block is ProseBlock =>
      (block.kind === 'paragraph' || block.kind === 'item') && blocks[i + 1]?.kind !== 'table',
  );
}

const MOST_WORDS = 5;
const PROPER = /^\p{Lu}\p{L}{2,}(?: \p{Lu}\p{L}+)*$/u;

/** What the report names as sources outside of running text. */
class Names {
  private readonly whole: ReadonlySet<string>;
  private readonly inLines = new Set<string>();

  constructor(notes: readonly SourceNote[]) {
    this.whole = new Set(
      notes.flatMap(({ kind, names }) =>
        names.flatMap(({ name }) => (kind === 'attribution' && !/\s/.test(name) ? [] : name.toLowerCase())),
      ),
    );
    for (const { kind, text } of notes) if (kind === 'line') this.addNamesIn(text);
  }

  has(words: string): boolean {
    return this.whole.has(words.toLowerCase());
  }

  /** A proper name inside a source line: "consensus compiled by Norvik Data". */
  within(words: string): boolean {
    return PROPER.test(words) && this.inLines.has(words);
  }

  /** Every run of a few words, the first of them with a capital. */
  private addNamesIn(text: string): void {
    const words = text.split(' ');
    for (const [i, first] of words.entries())
      if (/^\p{Lu}/u.test(first))
        for (let count = 1; count <= MOST_WORDS; count++)
          this.inLines.add(words.slice(i, i + count).join(' '));
  }
}

const BRACKETS = /[([（]([^()[\]（）\n]{3,120})[)\]）]/gu;
const ENDS_PROSE = /^[.。*_]{0,2}\s*$/;
const ENDS_SENTENCE = /^[ \t]*[.;。；\n]/;
/** Right behind a number, its unit and a noun at most. */
const NUMBER_BEFORE = /\d\S*(?: \p{Ll}+){0,2} $/u;

/** The brackets that may hold a source, which asserts and counts nothing. */
function bracketsIn(text: string): readonly Bracketed[] {
  const firstDigit = /[([（]/.test(text) ? text.search(/\d/) : -1;
  if (firstDigit < 0) return NONE;
  return [...text.matchAll(BRACKETS)].flatMap(({ 0: all, 1: words = '', index }) => {
    const end = index + all.length;
    if (index < firstDigit || !mayCite(words)) return [];
    const after = text.slice(end, end + 4);
    const place =
      ENDS_PROSE.test(after) && end + 4 > text.trimEnd().length
        ? 'prose'
        : ENDS_SENTENCE.test(after)
          ? 'sentence'
          : NUMBER_BEFORE.test(text.slice(Math.max(0, index - LONGEST_BEFORE), index))
            ? 'number'
            : 'within';
    return [{ words, span: { start: index + 1, end: end - 1 }, place }];
  });
}

const NONE: readonly Bracketed[] = [];
/** Nothing that is counted, weighed or paid, no comparison, no clause. */
const COUNTS =
  /[%‰\p{Sc}⚠=<>±×]|\d[.,']\d|\b(?!(?:19|20)\d\d\b)\d+[ -]\p{Ll}|\b(?:million|billion|thousand|per cent)s?\b/u;
const STARTS_ASIDE =
  /^(?:see|cf|e\.g|i\.e|or|and|but|not|no|in|at|on|to|from|for|by|with|without|of|about|around|up|down|over|under|above|below|after|before|since|until|as|than|like|both|all|each|if|when|where|which|who|that|this|there|it|he|she|they|we|table|figure|chart|exhibit|section|annex|appendix|page|slide|box|note|column|row|left|right)\b/i;
const ASSERTS =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|does|do|did|means?)\b/i;

function mayCite(words: string): boolean {
  return (
    /\p{Ll}{3}|\p{Script=Han}{3}/u.test(words) &&
    /\s|^\p{Lu}|\p{Script=Han}/u.test(words) &&
    !COUNTS.test(words) &&
    !STARTS_ASIDE.test(words) &&
    !ASSERTS.test(words) &&
    !namesNobody(words) &&
    wholeDate(words) === undefined &&
    confidenceAlone(words) === undefined &&
    caveatIn(words) === undefined
  );
}

/** Set off from common words by a capital or a comma: "(like for like)" may stand behind several statements. */
function isApart(words: string): boolean {
  return /\p{Lu}|\p{Script=Han}|, /u.test(words);
}
