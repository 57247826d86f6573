// How much a figure of the report and a passage of a source have in common: their words by how rare these are, as BM25
// weighs them, then subject, measure and period.
import { agreeOnPeriod, type Stated, shareSubject } from '../claims';
import type { Amount } from './amount';
import type { Library, Name, Passage } from './library';

/** A figure of the report, ready to be compared. */
export interface Query {
  readonly mention: Stated;
  readonly amount: Amount;
  /** Stems of the content words around it. */
  readonly words: ReadonlySet<string>;
  readonly subjects: readonly Name[];
}

// What agrees or differs counts in units of the rarest word.
const SUBJECT = 0.5;
const SUBJECT_OF_DOCUMENT = 0.3;
const MEASURE = 0.4;
const OTHER_MEASURE = -0.15;
const PERIOD = 0.5;
const OTHER_PERIOD = -0.3;
const OTHER_ROLE = -0.2;
const NOUN = 0.2;
const TITLE_WORD = 0.5;
const WORD_BEFORE = 0.4;
/** Of BM25: how much a passage of more words than usual must share more of them. */
const LENGTH = 0.4;
/** What an equal number tells by itself, by how many digits it has: few are equal by chance. */
const EQUAL = [0, 0.1, 0.35, 0.6, 0.8] as const;

/** Measure, period and number agree by chance in texts that have nothing else in common. */
const LEAST_WORDS = 0.3;

/** How well a passage fits a figure, about 1 for one rare word in common; never below 0, and 0 for unrelated texts. */
export function affinity(library: Library, query: Query, passage: Passage): number {
  const words = wordsInCommon(library, query, passage) / library.rarest;
  if (words < LEAST_WORDS && !aboutOne(library, query, passage)) return 0;
  return Math.max(0, words + circumstances(library, query, passage));
}

function wordsInCommon(library: Library, { words }: Query, { mention, document }: Passage): number {
  const weigh = (some: readonly string[]) =>
    some.reduce((sum, word) => (words.has(word) ? sum + library.weight(word) : sum), 0);
  const length = mention.words.length / Math.max(1, library.usualLength);
  const own = weigh(mention.words) / (1 - LENGTH + LENGTH * Math.max(1, length));
  const title = document.titleWords.filter(
    word => words.has(word) && !mention.words.includes(word) && !mention.wordsBefore.includes(word),
  );
  return own + WORD_BEFORE * weigh(mention.wordsBefore) + TITLE_WORD * weigh(title);
}

/** True when the document speaks of the figure's subject. */
function aboutOne(library: Library, { subjects }: Query, { document }: Passage): boolean {
  return subjects.some(name => library.speaksOf(document, name));
}

function circumstances(library: Library, query: Query, passage: Passage): number {
  const { mention: a, amount } = query;
  const { mention: b, amount: other } = passage;
  let sum = 0;
  if (shareSubject(a, b)) sum += SUBJECT;
  else if (aboutOne(library, query, passage)) sum += SUBJECT_OF_DOCUMENT;
  if (a.measure !== undefined && b.measure !== undefined)
    sum += a.measure === b.measure ? MEASURE : OTHER_MEASURE;
  if (!agreeOnPeriod(a, b)) sum += OTHER_PERIOD;
  else if (a.periods.some(period => b.periods.includes(period))) sum += PERIOD;
  if (a.role !== b.role) sum += OTHER_ROLE;
  if (a.figure.quantity.kind === 'count' && a.figure.quantity.unit === b.figure.quantity.unit) sum += NOUN;
  if (other.digits === amount.digits) sum += EQUAL[Math.min(amount.digits.length, EQUAL.length - 1)] ?? 0;
  return sum;
}

/**
 * True when the subject of the one is that of the other, legal forms aside, or is named beside the other's figure
 * while no other name is meant there.
 */
export function sameSubject({ subjects }: Query, { mention, subjects: others, names }: Passage): boolean {
  return subjects.some(name => {
    if (name.length === 0) return false;
    if (others.some(other => isSame(other, name))) return true;
    const isNamed = name.every(word => mention.words.includes(word));
    const isPart = others.every(other => other.every(word => name.includes(word)));
    return isNamed && (isPart || names.some(other => isSame(other, name)));
  });
}

function isSame(a: Name, b: Name): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}
