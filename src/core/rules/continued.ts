// Sentences that go on from the one before them: "It came to 40. A year earlier it was 30, so it rose by a third."
import { NOUN } from '../claims/directions';
import { remember } from '../text/remember';
import { type Change, changesIn } from './changes';
import { mayBeGrowth } from './growth';
import { kindsOf } from './kinds';
import type { Reading } from './reading';
import { type Sentence, sentencesIn } from './sentences';
import { EARLIER, IT, WHEN } from './times';

/** Sentences that follow each other, and all as one with commas between them. */
export interface Continued {
  readonly sentences: readonly Sentence[];
  readonly joined: Sentence;
}

const MOST_JOINED = 3;
/** What stands at the head of a sentence that goes on about the values before it; an article only before their change. */
const GOES_ON = new RegExp(
  `^(?:(?:${IT}|thus|so|hence|in other words|in (?:percentage|relative) terms|now|today|currently)\\b|(?:in )?${EARLIER}|(?:in |at |by )?${WHEN},? ${IT}\\b|\\p{L}+ (?:thus|therefore|hence)\\b|the (?:previous|preceding|last) \\p{L}+ (?:had|was|were|saw)\\b|(?:an?|the) (?!advance\\b)(?:(?:[\\p{L}-]+ ){0,2}${NOUN}(?: of|,| is| was)|[^,;]{0,20}?(?:%|per ?cent) (?:[\\p{L}-]+ )?${NOUN}\\b))`,
  'iu',
);

const known = new WeakMap<Reading, readonly Continued[]>();

/** The sentences with figures that go on from one with figures right before them. */
export function continuedSentences(reading: Reading): readonly Continued[] {
  return remember(known, reading, () => [...readContinued(reading)]);
}

function* readContinued(reading: Reading): Iterable<Continued> {
  let last: Continued | undefined;
  for (const sentence of sentencesIn(reading)) {
    const joined =
      last && last.sentences.length < MOST_JOINED ? join(reading, last.joined, sentence) : undefined;
    last = joined
      ? { sentences: [...(last?.sentences ?? []), sentence], joined }
      : { sentences: [sentence], joined: sentence };
    if (joined?.parts.some(mayBeGrowth)) yield last;
  }
}

/** Undefined where the second does not stand right behind the first, or does not go on from it. */
function join(reading: Reading, first: Sentence, second: Sentence): Sentence | undefined {
  const one = reading.places[first.parts[0]?.mention.index ?? -1];
  const other = reading.places[second.parts[0]?.mention.index ?? -1];
  const end = reading.places[first.parts.at(-1)?.mention.index ?? -1]?.sentence.end;
  if (!one || !other || end === undefined || one.prose !== other.prose) return undefined;
  const { prose } = one;
  const [{ start }, next] = [one.sentence, other.sentence];
  const gap = prose.text.slice(end, next.start);
  const head = first.text.trimEnd();
  if (gap.trim() !== '' || !head.endsWith('.') || !GOES_ON.test(second.text)) return undefined;
  const shift = next.start - start;
  const parts = [
    ...first.parts,
    ...second.parts.map(part => ({ ...part, start: part.start + shift, end: part.end + shift })),
  ];
  return {
    text: `${head.slice(0, -1)},${' '.repeat(shift - head.length)}${second.text.charAt(0).toLowerCase()}${second.text.slice(1)}`,
    parts,
    ...kindsOf(parts),
    words: first.words | second.words,
    follows: second.follows,
    toSpan: span => prose.toSpan({ start: start + span.start, end: start + span.end }),
  };
}

/** The changes with a growth that none of the sentences tells by itself. */
export function newChangesIn({ sentences, joined }: Continued): readonly Change[] {
  const told = new Set(
    sentences
      .flatMap(changesIn)
      .flatMap(({ from, growth }) => (growth ? [from.mention, growth.part.mention] : [])),
  );
  return changesIn(joined).filter(
    ({ from, growth }) => growth && !told.has(from.mention) && !told.has(growth.part.mention),
  );
}
