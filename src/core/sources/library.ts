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
}

/** More figures than this of one value, or about one name, are not compared: time stays linear. */
const MOST_ALIKE = 2000;
/** Width of the drawers in which values lie, as a ratio. */
const DRAWER = Math.log(1.25);
/** A range over more drawers than this lies at its ends alone. */
const MOST_DRAWERS = 16;

export class Library {
  private readonly byValue = new Map<string, Passage[]>();
  private readonly byDigits = new Map<string, Passage[]>();
  private readonly byDocument = new Map<IndexedDocument, Map<string, Passage[]>>();
  private readonly vocabularies = new Map<IndexedDocument, Set<string>>();
  private readonly byName = new Map<string, Passage[]>();
  private readonly frequencies = new Map<string, number>();
  private readonly lengthOfAll: number;
  readonly size: number;

  constructor(readonly documents: readonly IndexedDocument[]) {
    let size = 0;
    let words = 0;
    for (const document of documents) {
      this.byDocument.set(document, new Map());
      this.vocabularies.set(
        document,
        new Set([...document.titleWords, ...document.mentions.flatMap(mention => mention.words)]),
      );
      for (const mention of document.mentions) {
        size++;
        words += mention.words.length;
        this.add({ document, mention, amount: amountOf(mention, mention.figure.inherited) });
      }
    }
    this.size = size;
    this.lengthOfAll = words;
  }

  private add(passage: Passage): void {
    const { document, mention, amount } = passage;
    const own = this.byDocument.get(document);
    for (const word of mention.words) this.frequencies.set(word, (this.frequencies.get(word) ?? 0) + 1);
    for (const key of valueKeys(amount)) {
      gather(this.byValue, key, passage);
      if (own) gather(own, key, passage);
    }
    gather(this.byDigits, digitsKey(amount), passage);
    for (const word of new Set(mention.names.flatMap(contentWords)))
      gather(this.byName, `${amount.kind}:${word}`, passage);
  }

  /** Passages that state the same amount, whatever it is about. */
  near(amount: Amount): readonly Passage[] {
    const near = new Set(valueKeys(amount).flatMap(key => this.byValue.get(key) ?? []));
    return [...near].filter(passage => sameAmount(passage.amount, amount));
  }

  /** True when any figure of a document may have the value of an amount, whatever it is about. */
  statedIn(document: IndexedDocument, amount: Amount): boolean {
    const own = this.byDocument.get(document);
    return valueKeys(amount).some(key =>
      (own?.get(key) ?? []).some(passage => sameAmount(passage.amount, amount)),
    );
  }

  /** Passages with the digits of an amount, at any scale. */
  withDigits(amount: Amount): readonly Passage[] {
    return this.byDigits.get(digitsKey(amount)) ?? [];
  }

  /** Passages of an amount's kind that keep company with a name. */
  withName({ kind }: Amount, name: string): readonly Passage[] {
    const [rarest] = contentWords(name).sort((a, b) => this.weight(b) - this.weight(a));
    return rarest === undefined ? [] : (this.byName.get(`${kind}:${rarest}`) ?? []);
  }

  /**
   * How much a word tells, by how few figures it stands beside: the inverse document frequency of BM25 (Robertson and
   * Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009), with 1 added so that it is never below 0.
   */
  weight(word: string): number {
    const frequency = this.frequencies.get(word) ?? 0;
    return Math.log(1 + (this.size - frequency + 0.5) / (frequency + 0.5));
  }

  /** True when a document speaks of something that has this name. */
  speaksOf(document: IndexedDocument, name: string): boolean {
    const words = contentWords(name);
    return words.length > 0 && words.every(word => this.vocabularies.get(document)?.has(word));
  }

  /** True when the word stands beside a figure of any document. */
  knows(word: string): boolean {
    return this.frequencies.has(word);
  }

  /** Words beside an average figure. */
  get usualLength(): number {
    return this.size === 0 ? 0 : this.lengthOfAll / this.size;
  }
}

/** By value in base units, and by the number as it stands. */
function valueKeys({ kind, range, stated }: Amount): string[] {
  return [
    ...drawersOf(range).map(drawer => `${kind}:${drawer}`),
    ...drawersOf(stated.range).map(drawer => `stated:${drawer}`),
  ];
}

function digitsKey({ kind, value }: Amount): string {
  return `${kind}:${significantDigits(value)}`;
}

function gather(map: Map<string, Passage[]>, key: string, passage: Passage): void {
  const group = map.get(key);
  if (!group) map.set(key, [passage]);
  else if (group.length < MOST_ALIKE) group.push(passage);
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
