// Sentences that go on from the one before them: "It came to 40. A year earlier it was 30, so it rose by a third."
import { NOUN } from '../claims/directions';
import { remember } from '../text/remember';
import { type Change, changesIn } from './changes';
import { mayBeGrowth } from './growth';
import type { Reading } from './reading';
import { type Sentence, sentencesIn } from './sentences';
import { EARLIER, WHEN } from './times';

/** Two sentences, and both as one with a comma between them. */
export interface Continued {
  readonly first: Sentence;
  readonly second: Sentence;
  readonly joined: Sentence;
}

const IT = '(?:it|they|this|that|these|there|the (?:figure|number|total|value|amount|same))';
/** What stands at the head of a sentence that goes on about the values before it; an article only before their change. */
const GOES_ON = new RegExp(
  `^(?:(?:${IT}|thus|so|hence|in other words|now|today|currently)\\b|(?:in )?${EARLIER}|(?:in |at |by )?${WHEN},? ${IT}\\b|(?:an?|the) (?:(?:[\\p{L}-]+ ){0,2}${NOUN} of\\b|[^,;]{0,20}?(?:%|per ?cent) (?:[\\p{L}-]+ )?${NOUN}\\b))`,
  'iu',
);

const known = new WeakMap<Reading, readonly Continued[]>();

/** The sentences with figures that go on from one with figures right before them. */
export function continuedSentences(reading: Reading): readonly Continued[] {
  return remember(known, reading, () => [...readContinued(reading)]);
}

function* readContinued(reading: Reading): Iterable<Continued> {
  let first: Sentence | undefined;
  for (const second of sentencesIn(reading)) {
    if (first && [...first.parts, ...second.parts].some(mayBeGrowth) && GOES_ON.test(second.text)) {
      const joined = join(reading, first, second);
      if (joined) yield { first, second, joined };
    }
    first = second;
  }
}

/** Undefined where the second does not stand right behind the first. */
function join(reading: Reading, first: Sentence, second: Sentence): Sentence | undefined {
  const [one, other] = [first, second].map(({ parts }) => reading.places[parts[0]?.mention.index ?? -1]);
  if (!one || !other || one.prose !== other.prose) return undefined;
  const { prose } = one;
  const [{ start }, next] = [one.sentence, other.sentence];
  const between = prose.text.slice(one.sentence.end, next.start);
  const head = prose.text.slice(start, next.start);
  const end = head.trimEnd();
  if (between.trim() !== '' || !end.endsWith('.')) return undefined;
  const shift = next.start - start;
  return {
    text: `${end.slice(0, -1)},${head.slice(end.length)}${second.text.charAt(0).toLowerCase()}${second.text.slice(1)}`,
    parts: [
      ...first.parts,
      ...second.parts.map(part => ({ ...part, start: part.start + shift, end: part.end + shift })),
    ],
    follows: second.follows,
    toSpan: span => prose.toSpan({ start: start + span.start, end: start + span.end }),
  };
}

/** The changes with a growth that neither sentence tells by itself. */
export function newChangesIn({ first, second, joined }: Continued): readonly Change[] {
  const told = new Set(
    [first, second]
      .flatMap(changesIn)
      .flatMap(({ from, growth }) => (growth ? [from.mention, growth.part.mention] : [])),
  );
  return changesIn(joined).filter(
    ({ from, growth }) => growth && !told.has(from.mention) && !told.has(growth.part.mention),
  );
}
