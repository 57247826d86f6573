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
import { ALL, eachStemWithin, WordWeights } from './word-weights';

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

/** The words by which a figure is known, as stems. */
interface Words {
  /** Between the figures before and after it, or in its row's label and column's header; with what each weighs. */
  readonly near: ReadonlyMap<string, number>;
  /** What the words near it weigh together. */
  readonly weight: number;
  /** Beside the figure to which it is joined, as the two ends of a change are, or a total to its parts. */
  readonly joined: ReadonlyMap<string, number>;
  /** In the opening of its sentence, the lead of its block, its event's title, its headings, its table's caption. */
  readonly setting: ReadonlySet<string>;
}

const NOT_JOINED = new Map<string, number>();

const SENTENCE = 260;
const LEAD = 80;
/** A word found beside one figure and only around the other. */
const ASIDE = 0.7;

export class LikenessReader {
  private readonly events: Scopes<Event>;
  private readonly known = new Map<Mention, Words>();
  /** What the figures of one sentence or cell have in common. */
  private readonly settings = new Map<Span, ReadonlySet<string>>();
  private readonly titles = new Map<string, readonly string[]>();
  private readonly places = new Map<Mention, number>();
  private readonly weights: WordWeights;

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
    const [ofOne, ofOther] = [found(one, other), found(other, one)];
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
    return one.some(word => !isAround(aroundB, word)) && other.some(word => !isAround(aroundA, word));
  }

  /** True when the same words, and more than a few, stand beside two figures. */
  areVerbatim(a: Mention, b: Mention): boolean {
    const [one, other] = [this.wordsOf(a).near, this.wordsOf(b).near];
    return one.size >= 4 && one.size === other.size && [...one.keys()].every(word => other.has(word));
  }

  private leading(mention: Mention): string[] {
    const { figure } = mention;
    const prose = proseOf(figure);
    const words: string[] = [];
    const add = (stem: string) => words.push(stem);
    for (const cell of labelsOf(figure)) eachStemWithin(cell.prose, ALL, add);
    eachStemWithin(prose, this.beside(mention, prose).before, add);
    return words.slice(-12);
  }

  /** The words beside a figure that tell what it is, and those beside one that it is joined to. */
  *near(mention: Mention): Iterable<string> {
    const { near, joined } = this.wordsOf(mention);
    yield* near.keys();
    yield* joined.keys();
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
  frequency(word: string): number {
    return this.weights.frequency(word);
  }

  private wordsOf(mention: Mention): Words {
    return remember(this.known, mention, () => {
      const { figure } = mention;
      const prose = proseOf(figure);
      const near = new Map<string, number>();
      const add = (stem: string) => near.set(stem, this.weights.of(stem));
      const { before, after, joined } = this.beside(mention, prose);
      for (const span of [before, after]) eachStemWithin(prose, span, add);
      for (const cell of labelsOf(figure)) eachStemWithin(cell.prose, ALL, add);
      const lead = leadOf(figure, prose);
      if (lead) eachStemWithin(prose, lead, add);
      const ofJoined = joined ? new Map<string, number>() : NOT_JOINED;
      if (joined)
        eachStemWithin(prose, joined, stem => {
          if (!near.has(stem)) ofJoined.set(stem, this.weights.of(stem));
        });
      let weight = 0;
      for (const one of near.values()) weight += one;
      return {
        near,
        weight,
        joined: ofJoined,
        setting: remember(this.settings, figure.sentence, () => this.settingOf(mention)),
      };
    });
  }

  private settingOf(mention: Mention): ReadonlySet<string> {
    const { figure } = mention;
    const setting = new Set<string>();
    const add = (stem: string) => setting.add(stem);
    const prose = proseOf(figure);
    eachStemWithin(prose, this.opening(mention, prose), add);
    eachStemWithin(prose, { start: 0, end: LEAD }, add);
    const addTitle = (title: string) => {
      for (const stem of remember(this.titles, title, () => contentWords(title))) setting.add(stem);
    };
    addTitle(this.events.innermost(figure.span)?.title ?? '');
    for (const { title } of enclosingSections(figure.section)) addTitle(title);
    addTitle(figure.cell?.caption.slice(0, SENTENCE) ?? '');
    return setting;
  }

  private opening(mention: Mention, prose: Prose): Span {
    return openingOf(this.mentions, mention, prose);
  }

  private beside(mention: Mention, prose: Prose): Beside {
    return besideOf(this.mentions, this.places.get(mention) ?? 0, mention, prose);
  }
}

function isAround({ near, setting }: Words, word: string): boolean {
  return near.has(word) || setting.has(word);
}

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

function found(one: Words, other: Words): Found {
  let [near, rarest, joined, aside, behind] = [0, 0, 0, 0, 0];
  const isJoined = other.joined.size > 0;
  for (const [word, weight] of one.near) {
    if (other.near.has(word)) {
      near += weight;
      if (weight > rarest) rarest = weight;
    } else if (isJoined && other.joined.has(word)) joined += weight;
    else if (other.setting.has(word)) aside += weight;
  }
  if (isJoined) for (const [word, weight] of one.joined) if (other.joined.has(word)) behind += weight;
  return { near, rarest, joined, aside, behind };
}

function part({ near, joined, aside }: Found, { weight }: Words): number {
  return weight === 0 ? 0 : (near + joined + aside) / weight;
}

/** How many words two lists have in common in one order. */
function commonSubsequence(a: readonly string[], b: readonly string[]): number {
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
