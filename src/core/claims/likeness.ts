// How much two mentions speak of one thing, by the words around them.
//
// A word tells the more, the fewer places of the report have it (the idea of inverse document frequency, K. Sparck Jones,
// 1972). The words right beside a figure say what it is; its sentence, headings, event and table say in what connection.
import type { Prose } from '../markdown/prose';
import { eventScopes } from '../report/events';
import type { Event, Report } from '../report/report';
import { enclosingSections } from '../report/sections';
import { remember } from '../text/remember';
import type { Scopes } from '../text/scopes';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import { type Beside, besideOf, labelsOf, leadOf, openingOf } from './beside';
import type { Mention } from './claim';
import { proseOf } from './spot';
import { contentWords } from './stems';
import { ALL, type Term, TermMarks, WordWeights } from './word-weights';

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
const LEAD = 80;
/** A word found beside one figure and only around the other. */
const ASIDE = 0.7;

export class LikenessReader {
  private readonly events: Scopes<Event>;
  private readonly known = new Map<Mention, Words>();
  /** What the figures of one sentence or cell have in common. */
  private readonly settings = new Map<Span, readonly Term[]>();
  private readonly titles = new Map<string, readonly Term[]>();
  private readonly places = new Map<Mention, number>();
  private readonly weights: WordWeights;
  private readonly marks = new TermMarks();

  constructor(
    report: Report,
    private readonly mentions: readonly Mention[],
  ) {
    this.events = eventScopes(report.events);
    this.weights = new WordWeights(mentions);
    mentions.forEach((mention, i) => {
      this.places.set(mention, i);
    });
  }

  of(a: Mention, b: Mention): Likeness {
    const [one, other] = [this.wordsOf(a), this.wordsOf(b)];
    const [ofOne, ofOther] = [this.found(one, other), this.found(other, one)];
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
    const [aroundA, aroundB] = [this.wordsOf(a), this.wordsOf(b)];
    return this.someAreNotAround(aroundB, one) && this.someAreNotAround(aroundA, other);
  }

  /** True when the same words, and more than a few, stand beside two figures. */
  areVerbatim(a: Mention, b: Mention): boolean {
    const [one, other] = [this.wordsOf(a), this.wordsOf(b)];
    if (one.near.length < 4 || one.near.length !== other.near.length) return false;
    this.mark(other);
    return one.near.every(term => (this.marks.of(term) & NEAR) !== 0);
  }

  /**
   * What part of the label of a figure's row the words around another have, by weight: 0 to 1; 1 for a figure in prose and
   * for a row without a label. "Net income" is nothing of "memory makers ordered for €412m".
   */
  labelWithin({ figure }: Mention, other: Mention): number {
    const label = figure.cell && figure.cell.column > 0 ? figure.cell.row.cells[0] : undefined;
    if (!label) return 1;
    this.mark(this.wordsOf(other));
    let [all, found] = [0, 0];
    this.weights.eachWithin(label.prose, ALL, term => {
      const weight = this.weights.of(term);
      all += weight;
      if (this.marks.of(term) !== 0) found += weight;
    });
    return all === 0 ? 1 : found / all;
  }

  private leading(mention: Mention): Term[] {
    const { figure } = mention;
    const prose = proseOf(figure);
    const words: Term[] = [];
    const add = (term: Term) => words.push(term);
    for (const cell of labelsOf(figure)) this.weights.eachWithin(cell.prose, ALL, add);
    this.weights.eachWithin(prose, this.beside(mention, prose).before, add);
    return words.slice(-12);
  }

  private someAreNotAround(words: Words, terms: readonly Term[]): boolean {
    this.mark(words);
    return terms.some(term => (this.marks.of(term) & (NEAR | SETTING)) === 0);
  }

  private mark({ near, joined, setting }: Words): void {
    this.marks.clear();
    for (const term of setting) this.marks.add(term, SETTING);
    for (const term of joined) this.marks.add(term, JOINED);
    for (const term of near) this.marks.add(term, NEAR);
  }

  private found({ near, joined }: Words, other: Words): Found {
    this.mark(other);
    const weights = { near: 0, rarest: 0, joined: 0, aside: 0, behind: 0 };
    for (const term of near) {
      const where = this.marks.of(term);
      if (where === 0) continue;
      const weight = this.weights.of(term);
      if ((where & NEAR) !== 0) {
        weights.near += weight;
        weights.rarest = Math.max(weights.rarest, weight);
      } else if ((where & JOINED) !== 0) weights.joined += weight;
      else weights.aside += weight;
    }
    for (const term of joined)
      if ((this.marks.of(term) & JOINED) !== 0) weights.behind += this.weights.of(term);
    return weights;
  }

  /** The words beside a figure that tell what it is, and those beside one that it is joined to. */
  near(mention: Mention): readonly Term[] {
    const { near, joined } = this.wordsOf(mention);
    return joined.length === 0 ? near : [...near, ...joined];
  }

  /** Reads beforehand, mention by mention, what would take long at once. */
  *prepare(): Steps<void> {
    yield* this.weights.prepare();
    for (const mention of this.mentions) {
      this.wordsOf(mention);
      yield;
    }
  }

  /** In how many places of the report a word stands. */
  frequency(term: Term): number {
    return this.weights.frequency(term);
  }

  private wordsOf(mention: Mention): Words {
    return remember(this.known, mention, () => this.readWords(mention));
  }

  private readWords(mention: Mention): Words {
    const { figure } = mention;
    const prose = proseOf(figure);
    const setting = remember(this.settings, figure.sentence, () => this.settingOf(mention));
    const { before, after, joined } = this.beside(mention, prose);
    const lead = leadOf(figure, prose);
    this.marks.clear();
    const near = this.newAmong(add => {
      for (const span of [before, after]) this.weights.eachWithin(prose, span, add);
      for (const cell of labelsOf(figure)) this.weights.eachWithin(cell.prose, ALL, add);
      if (lead) this.weights.eachWithin(prose, lead, add);
    });
    const ofJoined = joined ? this.newAmong(add => this.weights.eachWithin(prose, joined, add)) : NONE;
    let weight = 0;
    for (const term of near) weight += this.weights.of(term);
    return { near, weight, joined: ofJoined, setting };
  }

  private settingOf(mention: Mention): readonly Term[] {
    const { figure } = mention;
    const prose = proseOf(figure);
    const titles = [
      this.events.innermost(figure.span)?.title ?? '',
      ...[...enclosingSections(figure.section)].map(({ title }) => title),
      figure.cell?.caption.slice(0, SENTENCE) ?? '',
    ];
    this.marks.clear();
    return this.newAmong(add => {
      this.weights.eachWithin(prose, this.opening(mention, prose), add);
      this.weights.eachWithin(prose, { start: 0, end: LEAD }, add);
      for (const title of titles)
        for (const term of remember(this.titles, title, () => this.termsOf(title))) add(term);
    });
  }

  private termsOf(title: string): Term[] {
    return contentWords(title).map(stem => this.weights.termOf(stem));
  }

  /** Those of some terms that are not marked yet, each once. */
  private newAmong(read: (add: (term: Term) => void) => void): Term[] {
    const terms: Term[] = [];
    read(term => {
      if (this.marks.of(term) !== 0) return;
      this.marks.add(term, NEAR);
      terms.push(term);
    });
    return terms;
  }

  private opening(mention: Mention, prose: Prose): Span {
    return openingOf(this.mentions, mention, prose);
  }

  private beside(mention: Mention, prose: Prose): Beside {
    return besideOf(this.mentions, this.places.get(mention) ?? 0, mention, prose);
  }
}

const NONE: readonly Term[] = [];

/** What the words of one figure weigh that another has, by where each of the two has them. */
interface Found {
  /** Beside both, and the rarest of these. */
  readonly near: number;
  readonly rarest: number;
  /** Beside the one, joined to the other. */
  readonly joined: number;
  /** Beside the one, only in the setting of the other. */
  readonly aside: number;
  /** Joined to both. */
  readonly behind: number;
}

function part({ near, joined, aside }: Found, { weight }: Words): number {
  return weight === 0 ? 0 : (near + joined + aside) / weight;
}

/** How many words two lists have in common in one order. */
function commonSubsequence<T>(a: readonly T[], b: readonly T[]): number {
  let row = b.map(() => 0);
  for (const word of a) {
    const next: number[] = [];
    b.forEach((other, j) => {
      next.push(word === other ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
