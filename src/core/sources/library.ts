// All attached documents together: which of their figures have a value or a name, and how rare their words are.
import { contentWords, significantDigits } from '../claims';
import type { Interval } from '../figures';
import { type Amount, amountOf, sameAmount } from './amount';
import type { IndexedDocument, SourceMention } from './index-document';

/** A figure of an attached document, ready to be compared. */
export interface Passage {
  readonly document: IndexedDocument;
  readonly mention: SourceMention;
  readonly amount: Amount;
  readonly subjects: readonly Name[];
  readonly names: readonly Name[];
}

/** The words of a name as stems, legal forms left out. */
export type Name = readonly string[];

/** More figures than this of much the same value are not looked through: time stays linear. */
const MOST_NEAR = 5000;
/** So many of one value are compared with a figure. */
const MOST_EQUAL = 500;
/** A measure of one subject with more values than this is a series, of which no other value contradicts any. */
const MOST_OF_CLAIM = 60;
/** Width of the drawers in which values lie, as a ratio. */
const DRAWER = Math.log(1.1);
/** A range over more drawers than this lies at its ends alone. */
const MOST_DRAWERS = 24;
/** Fewer figures than this cannot tell which words are rare. */
const FEWEST = 50;

export class Library {
  private readonly byValue = new Map<string, Passage[]>();
  private readonly byDigits = new Map<string, Passage[]>();
  private readonly byClaim = new Map<string, Passage[]>();
  private readonly byDocument = new Map<IndexedDocument, Map<string, Passage[]>>();
  private readonly vocabularies = new Map<IndexedDocument, Set<string>>();
  private readonly bareNames = new Map<string, Name>();
  private readonly weights: ReadonlyMap<string, number>;
  /** What a word tells that stands beside no figure. */
  readonly rarest: number;
  /** Words beside an average figure. */
  readonly usualLength: number;

  constructor(documents: readonly IndexedDocument[]) {
    const frequencies = new Map<string, number>();
    let size = 0;
    let words = 0;
    for (const document of documents) {
      const vocabulary = new Set(document.titleWords);
      this.byDocument.set(document, new Map());
      this.vocabularies.set(document, vocabulary);
      for (const mention of document.mentions) {
        size++;
        words += mention.words.length;
        for (const word of mention.words) {
          vocabulary.add(word);
          frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
        }
        this.add({
          document,
          mention,
          amount: amountOf(mention, mention.figure.inherited),
          subjects: mention.subjects.map(name => this.bareName(name)),
          names: mention.names.map(name => this.bareName(name)),
        });
      }
    }
    this.weights = new Map([...frequencies].map(([word, count]) => [word, weightOf(count, size)]));
    this.rarest = weightOf(0, size);
    this.usualLength = words / Math.max(1, size);
  }

  private add(passage: Passage): void {
    const { document, mention, amount } = passage;
    const own = this.byDocument.get(document);
    for (const key of valueKeys(amount)) {
      gather(this.byValue, key, passage, MOST_NEAR);
      if (own) gather(own, key, passage, MOST_NEAR);
    }
    gather(this.byDigits, `${amount.kind}:${significantDigits(amount.value)}`, passage, MOST_EQUAL);
    if (mention.measure === undefined) return;
    for (const word of new Set(passage.names.flat()))
      gather(this.byClaim, claimKey(amount, mention.measure, word), passage, MOST_OF_CLAIM);
  }

  /** Passages that state the same amount, whatever it is about. */
  near(amount: Amount): readonly Passage[] {
    const near = new Set(valueKeys(amount).flatMap(key => this.byValue.get(key) ?? []));
    return [...near].filter(passage => sameAmount(passage.amount, amount)).slice(0, MOST_EQUAL);
  }

  /** True when any figure of a document may have the value of an amount, whatever it is about. */
  statedIn(document: IndexedDocument, amount: Amount): boolean {
    const own = this.byDocument.get(document);
    return valueKeys(amount).some(key =>
      (own?.get(key) ?? []).some(passage => sameAmount(passage.amount, amount)),
    );
  }

  /** Passages with the digits of an amount, at any scale; none where these are as common as those of a round number. */
  withDigits({ kind, value }: Amount): readonly Passage[] {
    const found = this.byDigits.get(`${kind}:${significantDigits(value)}`) ?? [];
    return found.length < MOST_EQUAL ? found : [];
  }

  /** Passages of one measure that keep company with one of the names. */
  ofMeasure(amount: Amount, measure: string, names: readonly Name[]): ReadonlySet<Passage> {
    const telling = names.flatMap(name =>
      name.toSorted((a, b) => this.weight(b) - this.weight(a)).slice(0, 1),
    );
    const groups = telling.map(word => this.byClaim.get(claimKey(amount, measure, word)) ?? []);
    return new Set(groups.filter(group => group.length < MOST_OF_CLAIM).flat());
  }

  /** How much a word tells, by how few figures it stands beside. */
  weight(word: string): number {
    return this.weights.get(word) ?? this.rarest;
  }

  /** True when a document speaks of something that has this name. */
  speaksOf(document: IndexedDocument, name: Name): boolean {
    const vocabulary = this.vocabularies.get(document);
    return name.length > 0 && name.every(word => vocabulary?.has(word));
  }

  bareName(name: string): Name {
    const known = this.bareNames.get(name);
    if (known) return known;
    const bare = contentWords(name).filter(word => !CORPORATE.test(word));
    this.bareNames.set(name, bare);
    return bare;
  }
}

const CORPORATE =
  /^(?:group|holding|inc|plc|ltd|limited|corp|corporation|co|compan|ag|se|sa|nv|gmbh|llc|oyj|asa|ab)$/;

/**
 * The inverse document frequency of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
 * Beyond", 2009) of a word beside so many figures of so many, with 1 added so that it is never below 0.
 */
function weightOf(count: number, size: number): number {
  return Math.log(1 + (Math.max(size, FEWEST) - count + 0.5) / (count + 0.5));
}

/** By value in base units, and by the number as it stands. */
function valueKeys({ kind, range, stated }: Amount): string[] {
  return [
    ...drawersOf(range).map(drawer => `${kind}:${drawer}`),
    ...drawersOf(stated.range).map(drawer => `stated:${drawer}`),
  ];
}

function claimKey({ kind }: Amount, measure: string, word: string): string {
  return `${kind}:${measure}:${word}`;
}

function gather(map: Map<string, Passage[]>, key: string, passage: Passage, most: number): void {
  const group = map.get(key);
  if (!group) map.set(key, [passage]);
  else if (group.length < most) group.push(passage);
}

/** The drawers that hold values of an interval; those of a negative one by its size. */
function drawersOf({ low, high }: Interval): number[] {
  const sizes = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  const [first, last] = sizes.map(size =>
    size === 0 ? Number.NEGATIVE_INFINITY : Math.floor(Math.log(size) / DRAWER + 1e-9),
  );
  if (first === undefined || last === undefined) return [];
  if (last - first > MOST_DRAWERS) return [first, last];
  return first === Number.NEGATIVE_INFINITY
    ? [first]
    : Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
