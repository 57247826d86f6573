// How much two mentions speak of one thing, by the words around them.
//
// A word tells the more, the fewer places of the report have it (the idea of inverse document frequency, K. Sparck Jones,
// 1972). The words right beside a figure say what it is; its sentence, headings, event and table say in what connection.
import type { Prose } from '../markdown/prose';
import { eventScopes } from '../report/events';
import type { Event, PlacedFigure, Report, Section } from '../report/report';
import type { Scopes } from '../text/scopes';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import { besideOf, labelsOf, leadOf, openingOf } from './beside';
import type { Mention } from './claim';
import type { Place, SentencePlace } from './places';
import { contentWords } from './stems';
import { ALL, firstAt, type Term, TermMarks, WordWeights } from './word-weights';

export interface Likeness {
  /** The weight of the words that both have, each weighing more the rarer it is; a rare word weighs about 3. */
  readonly shared: number;
  /** Of the words beside the figure that says less, the part that the other's surroundings have: 0 to 1. */
  readonly covered: number;
  /** The weight of the words beside both, and of the rarest of them. */
  readonly near: number;
  readonly rarest: number;
  /** The weight of the words beside the one that stand in the setting of the other. */
  readonly aside: number;
}

/** The words by which a figure is known, each once. */
interface Words {
  /** Between the figures before and after it, or in its row's label and column's header. */
  readonly near: readonly Term[];
  /** What the words near it weigh together. */
  readonly weight: number;
  /** Other ones beside the figure to which it is joined, as the two ends of a change are, or a total to its parts. */
  readonly joined: readonly Term[];
  /** In the opening of its sentence, the lead of its block, its event's title, its headings, its table's caption. */
  readonly setting: readonly Term[];
}

/** Where a figure may have a word, as bits. */
const NEAR = 1;
const JOINED = 2;
const SETTING = 4;

const SENTENCE = 260;
/** What a block opens with tells what it is about. */
const LEAD: Span = { start: 0, end: 80 };
/** So many words right before two figures are held against each other. */
const MOST_LEADING = 12;
/** A word found beside one figure and only around the other. */
const ASIDE = 0.7;

export class LikenessReader {
  private readonly events: Scopes<Event>;
  /** By the index of a mention. */
  private readonly known: Words[] = [];
  private readonly leads: (readonly Term[])[] = [];
  /** What the figures of one sentence or cell have in common: of that which was read last. */
  private lastSetting: readonly Term[] = [];
  private lastSentence: SentencePlace | undefined = undefined;
  private readonly titles = new Map<string, readonly Term[]>();
  private readonly weights: WordWeights;
  /** Of the two mentions that are compared: the first one stays, mostly, while the second changes. */
  private readonly ofFirst = new MarkedWords();
  private readonly ofSecond = new MarkedWords();
  /** What the words of each weigh that the other has: of the two that are compared now. */
  private readonly foundOfFirst = newFound();
  private readonly foundOfSecond = newFound();
  /** The words that were read of a figure so far. */
  private readonly read = new TermMarks();

  constructor(
    report: Report,
    private readonly mentions: readonly Mention[],
    private readonly places: readonly Place[],
  ) {
    this.events = eventScopes(report.events);
    this.weights = new WordWeights(mentions, places);
  }

  of(a: Mention, b: Mention): Likeness {
    const [one, other] = [this.wordsOf(a), this.wordsOf(b)];
    const ofOne = this.weigh(one, this.ofSecond.with(other), this.foundOfFirst);
    const ofOther = this.weigh(other, this.ofFirst.with(one), this.foundOfSecond);
    const { near, rarest } = ofOne;
    return {
      shared: near + ofOne.joined + ofOther.joined + (ofOne.aside + ofOther.aside + ofOne.behind) * ASIDE,
      near,
      rarest,
      aside: ofOne.joined + ofOther.joined + ofOne.aside + ofOther.aside,
      covered: Math.max(part(ofOne, one), part(ofOther, other)),
    };
  }

  /**
   * True when the words before two figures run alike but for a word of each that the other has nothing of: "the price of
   * new homes was", "the price of older homes was". Such sentences go through several things one by one.
   */
  areParallel(a: Mention, b: Mention): boolean {
    const [one, other] = [this.leading(a), this.leading(b)];
    const common = commonSubsequence(one, other);
    if (common < 3) return false;
    return this.someAreNotAround(b, one) && this.someAreNotAround(a, other);
  }

  /** True when the same words, and more than a few, stand beside two figures. */
  areVerbatim(a: Mention, b: Mention): boolean {
    const [one, other] = [this.wordsOf(a), this.wordsOf(b)];
    if (one.near.length < 4 || one.near.length !== other.near.length) return false;
    const marks = this.ofSecond.with(other);
    return one.near.every(term => (marks.of(term) & NEAR) !== 0);
  }

  /** False where a table names a value by words of which the other has nothing around it. */
  shareLabels(a: Mention, b: Mention): boolean {
    return this.labelIsAround(a, b) && this.labelIsAround(b, a);
  }

  /**
   * True where the words around another mention have something of the first cells of a figure's row, and for a figure in
   * prose or in a row without a label. "Net income" is nothing of "memory makers ordered for €412m".
   */
  private labelIsAround({ figure: { cell } }: Mention, other: Mention): boolean {
    if (!cell) return true;
    const marks = this.ofSecond.with(this.wordsOf(other));
    let hasTerms = false;
    for (let column = 0; column < Math.min(2, cell.column); column++) {
      const label = cell.row.cells[column];
      for (const term of label ? this.weights.in(label.prose).terms : NO_TERMS) {
        if (marks.of(term) !== 0) return true;
        hasTerms = true;
      }
    }
    return !hasTerms;
  }

  private leading(mention: Mention): readonly Term[] {
    const known = this.leads[mention.index];
    if (known) return known;
    const leading: Term[] = [];
    const add = (prose: Prose, span: Span) => leading.push(...this.termsWithin(prose, span));
    for (const cell of labelsOf(mention.figure)) add(cell.prose, ALL);
    add(this.placeOf(mention).prose, besideOf(this.mentions, this.places, mention).before);
    const last = leading.slice(-MOST_LEADING);
    this.leads[mention.index] = last;
    return last;
  }

  private termsWithin(prose: Prose, { start, end }: Span): readonly Term[] {
    const { terms, starts, ends } = this.weights.in(prose);
    const from = firstAt(starts, start);
    let to = from;
    while (to < terms.length && (ends[to] ?? 0) <= end) to++;
    return terms.slice(from, to);
  }

  private someAreNotAround(mention: Mention, terms: readonly Term[]): boolean {
    const marks = this.ofSecond.with(this.wordsOf(mention));
    return terms.some(term => (marks.of(term) & (NEAR | SETTING)) === 0);
  }

  /** What the words of one figure weigh that another has, whose words are marked. */
  private weigh({ near, joined }: Words, marks: TermMarks, weights: Found): Found {
    weights.near = weights.rarest = weights.joined = weights.aside = weights.behind = 0;
    for (let i = 0; i < near.length; i++) {
      const term = near[i] ?? 0;
      const where = marks.of(term);
      if (where === 0) continue;
      const weight = this.weights.of(term);
      if ((where & NEAR) !== 0) {
        weights.near += weight;
        weights.rarest = Math.max(weights.rarest, weight);
      } else if ((where & JOINED) !== 0) weights.joined += weight;
      else weights.aside += weight;
    }
    for (const term of joined) if ((marks.of(term) & JOINED) !== 0) weights.behind += this.weights.of(term);
    return weights;
  }

  /** The words beside a figure that tell what it is, and those beside one that it is joined to. */
  near(mention: Mention): readonly Term[] {
    const { near, joined } = this.wordsOf(mention);
    return joined.length === 0 ? near : [...near, ...joined];
  }

  /** The words that tell in what connection a figure stands. */
  setting(mention: Mention): readonly Term[] {
    return this.wordsOf(mention).setting;
  }

  /** Reads beforehand, sentence by sentence, what would take long at once. */
  *prepare(): Steps<void> {
    yield* this.weights.prepare();
    let last: SentencePlace | undefined;
    for (const mention of this.mentions) {
      const { sentence } = this.placeOf(mention);
      if (sentence !== last) yield;
      last = sentence;
      this.wordsOf(mention);
    }
  }

  /** In how many places of the report a word stands. */
  frequency(term: Term): number {
    return this.weights.frequency(term);
  }

  private placeOf({ index }: Mention): Place {
    const place = this.places[index];
    if (!place) throw new RangeError('a mention of another report');
    return place;
  }

  private wordsOf(mention: Mention): Words {
    const known = this.known[mention.index];
    if (known) return known;
    const read = this.readWords(mention);
    this.known[mention.index] = read;
    return read;
  }

  private readWords(mention: Mention): Words {
    const { figure } = mention;
    const place = this.placeOf(mention);
    const { prose, sentence } = place;
    // The figures of a sentence or cell come one after another.
    if (sentence !== this.lastSentence) this.lastSetting = this.settingOf(figure, place);
    this.lastSentence = sentence;
    const { before, after, joined } = besideOf(this.mentions, this.places, mention);
    const lead = leadOf(figure, place);
    this.read.clear();
    const near: Term[] = [];
    this.addNew(near, prose, before);
    this.addNew(near, prose, after);
    for (const cell of labelsOf(figure)) this.addNew(near, cell.prose, ALL);
    if (lead) this.addNew(near, prose, lead);
    const ofJoined: Term[] = [];
    if (joined) this.addNew(ofJoined, prose, joined);
    let weight = 0;
    for (const term of near) weight += this.weights.of(term);
    return { near, weight, joined: ofJoined, setting: this.lastSetting };
  }

  private settingOf({ span, section, cell }: PlacedFigure, { prose, sentence }: Place): readonly Term[] {
    this.read.clear();
    const setting: Term[] = [];
    this.addNew(setting, prose, openingOf(sentence));
    this.addNew(setting, prose, LEAD);
    this.addTitle(setting, this.events.innermost(span)?.title ?? '');
    for (let one: Section | undefined = section; one; one = one.parent) this.addTitle(setting, one.title);
    if (cell) this.addTitle(setting, cell.caption.slice(0, SENTENCE));
    return setting;
  }

  private addTitle(terms: Term[], title: string): void {
    for (const term of this.termsOf(title)) this.addTerm(terms, term);
  }

  private termsOf(title: string): readonly Term[] {
    const known = this.titles.get(title);
    if (known) return known;
    const terms = contentWords(title).map(this.weights.termOf, this.weights);
    this.titles.set(title, terms);
    return terms;
  }

  /** Adds to some terms those within a stretch of prose that were not read yet. */
  private addNew(terms: Term[], prose: Prose, { start, end }: Span): void {
    const within = this.weights.in(prose);
    for (let i = firstAt(within.starts, start); i < within.terms.length; i++) {
      if ((within.ends[i] ?? 0) > end) return;
      this.addTerm(terms, within.terms[i] ?? 0);
    }
  }

  private addTerm(terms: Term[], term: Term): void {
    if (this.read.of(term) !== 0) return;
    this.read.add(term, NEAR);
    terms.push(term);
  }
}

const NO_TERMS: readonly Term[] = [];

/** The words of one figure after another, marked by where it has them. */
class MarkedWords {
  private readonly marks = new TermMarks();
  private words: Words | undefined = undefined;

  /** The words of a figure as marks, which stay until those of another are asked for. */
  with(words: Words): TermMarks {
    if (this.words === words) return this.marks;
    this.words = words;
    this.marks.clear();
    for (const term of words.setting) this.marks.add(term, SETTING);
    for (const term of words.joined) this.marks.add(term, JOINED);
    for (const term of words.near) this.marks.add(term, NEAR);
    return this.marks;
  }
}

/** What the words of one figure weigh that another has, by where each of the two has them. */
interface Found {
  /** Beside both, and the rarest of these. */
  near: number;
  rarest: number;
  /** Beside the one, joined to the other. */
  joined: number;
  /** Beside the one, only in the setting of the other. */
  aside: number;
  /** Joined to both. */
  behind: number;
}

function newFound(): Found {
  return { near: 0, rarest: 0, joined: 0, aside: 0, behind: 0 };
}

function part({ near, joined, aside }: Found, { weight }: Words): number {
  return weight === 0 ? 0 : (near + joined + aside) / weight;
}

/** How many words two lists have in common in one order. */
function commonSubsequence(a: readonly Term[], b: readonly Term[]): number {
  const row = b.map(() => 0);
  for (const word of a) {
    // What stood before in this row and in the one above it.
    let before = 0;
    let above = 0;
    for (let j = 0; j < b.length; j++) {
      const here = row[j] ?? 0;
      before = word === b[j] ? above + 1 : Math.max(here, before);
      above = here;
      row[j] = before;
    }
  }
  return row.at(-1) ?? 0;
}
