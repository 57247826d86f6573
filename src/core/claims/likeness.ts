// How much two mentions speak of one thing, by the words around them.
//
// A word tells the more, the fewer places of the report have it (the idea of inverse document frequency, K. Sparck Jones,
// 1972). The words right beside a figure say what it is; its sentence, headings, event and table say in what connection.
import type { Cell } from '../markdown/block';
import type { Prose } from '../markdown/prose';
import { eventScopes } from '../report/events';
import type { Event, PlacedFigure, Report } from '../report/report';
import { enclosingSections } from '../report/sections';
import { remember } from '../text/remember';
import { firstFrom, type Scopes } from '../text/scopes';
import type { Span } from '../text/span';
import { finish, type Steps } from '../text/steps';
import type { Mention } from './claim';
import { isNextTo, proseOf } from './spot';
import { contentWords, stemsIn } from './stems';

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
  /** In the opening of its sentence, the lead of its block, its event's title, its headings, its table's caption. */
  readonly setting: ReadonlySet<string>;
}

/** How many places of a report have a word, and which of them is the last so far. */
interface Places {
  number: number;
  last: number;
}

const BEFORE = 110;
const AFTER = 100;
const SENTENCE = 260;
const LEAD = 80;
/** A word found beside one figure and only around the other. */
const ASIDE = 0.7;
const MOST_WEIGHT = 3.2;
/** How fast words lose weight that more places have: one in ten places of a hundred weighs half. */
const STEEPNESS = 1.5;
/** So many places are taken to exist besides the report's, so that a short one has rare words too. */
const ELSEWHERE = 30;

export class LikenessReader {
  private readonly events: Scopes<Event>;
  private readonly known = new Map<Mention, Words>();
  /** What the figures of one sentence or cell have in common. */
  private readonly settings = new Map<Span, ReadonlySet<string>>();
  private readonly titles = new Map<string, readonly string[]>();
  private readonly places = new Map<Mention, number>();
  private frequencies: ReadonlyMap<string, Places> | undefined;
  /** By the frequency of a word. */
  private readonly weights: number[] = [];
  private pieces = 0;

  constructor(
    report: Report,
    private readonly mentions: readonly Mention[],
  ) {
    this.events = eventScopes(report.events);
    mentions.forEach((mention, i) => {
      this.places.set(mention, i);
    });
  }

  of(a: Mention, b: Mention): Likeness {
    const [one, other] = [this.wordsOf(a), this.wordsOf(b)];
    const [ofOne, ofOther] = [found(one, other), found(other, one)];
    const aside = ofOne.aside + ofOther.aside;
    const { near, rarest } = ofOne;
    return {
      shared: near + aside * ASIDE,
      near,
      rarest,
      aside,
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
    eachStemWithin(prose, this.beside(mention, prose)[0], add);
    return words.slice(-12);
  }

  /** The words beside a figure that tell what it is. */
  near(mention: Mention): Iterable<string> {
    return this.wordsOf(mention).near.keys();
  }

  /** Reads beforehand, mention by mention, what would take long at once. */
  *prepare(): Steps<void> {
    this.frequencies ??= yield* this.count();
    for (const mention of this.mentions) {
      this.wordsOf(mention);
      yield;
    }
  }

  /** In how many places of the report a word stands. */
  frequency(word: string): number {
    this.frequencies ??= finish(this.count());
    return this.frequencies.get(word)?.number ?? 0;
  }

  private weight(word: string): number {
    const frequency = Math.max(2, this.frequency(word));
    const places = this.pieces + ELSEWHERE;
    this.weights[frequency] ??=
      MOST_WEIGHT * (Math.log(places / frequency) / Math.log(places / 2)) ** STEEPNESS;
    return this.weights[frequency];
  }

  /** Counts the sentences, row labels and headers that hold each word. */
  private *count(): Steps<ReadonlyMap<string, Places>> {
    const counts = new Map<string, Places>();
    // Many figures may share a sentence, which is read once.
    const seen = new Set<number>();
    const add = (prose: Prose, within: Span) => {
      this.pieces++;
      eachStemWithin(prose, within, stem => {
        const places = counts.get(stem);
        if (!places) counts.set(stem, { number: 1, last: this.pieces });
        else if (places.last !== this.pieces) {
          places.number++;
          places.last = this.pieces;
        }
      });
    };
    const isNew = ({ start }: Span) => seen.size < seen.add(start).size;
    for (const { figure } of this.mentions) {
      const prose = proseOf(figure);
      if (isNew(figure.sentence)) {
        add(prose, spanIn(prose, figure.sentence));
        yield;
      }
      for (const cell of labelsOf(figure)) if (isNew(cell.span)) add(cell.prose, ALL);
    }
    return counts;
  }

  private wordsOf(mention: Mention): Words {
    return remember(this.known, mention, () => {
      const { figure } = mention;
      const prose = proseOf(figure);
      const near = new Map<string, number>();
      const add = (stem: string) => near.set(stem, this.weight(stem));
      for (const span of this.beside(mention, prose)) eachStemWithin(prose, span, add);
      for (const cell of labelsOf(figure)) eachStemWithin(cell.prose, ALL, add);
      const lead = leadOf(figure, prose);
      if (lead) eachStemWithin(prose, lead, add);
      let weight = 0;
      for (const one of near.values()) weight += one;
      return {
        near,
        weight,
        setting: remember(this.settings, figure.sentence, () => this.settingOf(figure)),
      };
    });
  }

  private settingOf(figure: PlacedFigure): ReadonlySet<string> {
    const setting = new Set<string>();
    const add = (stem: string) => setting.add(stem);
    const prose = proseOf(figure);
    eachStemWithin(prose, this.opening(figure, prose), add);
    eachStemWithin(prose, { start: 0, end: LEAD }, add);
    const addTitle = (title: string) => {
      for (const stem of remember(this.titles, title, () => contentWords(title))) setting.add(stem);
    };
    addTitle(this.events.innermost(figure.span)?.title ?? '');
    for (const { title } of enclosingSections(figure.section)) addTitle(title);
    addTitle(figure.cell?.caption.slice(0, SENTENCE) ?? '');
    return setting;
  }

  /** The words with which its sentence opens, before the first figure: they speak of all its figures. */
  private opening(figure: PlacedFigure, prose: Prose): Span {
    const sentence = spanIn(prose, figure.sentence);
    const first =
      this.mentions[firstFrom(this.mentions, figure.sentence.start, other => other.figure.span.start)];
    const end = first ? prose.fromSource(first.figure.span.start) : sentence.end;
    return { start: Math.max(sentence.start, end - SENTENCE), end };
  }

  /** From the figure before it in its sentence to the one after it, at most some words; without the figure itself. */
  private beside(mention: Mention, prose: Prose): readonly [Span, Span] {
    const { figure } = mention;
    const at = this.places.get(mention) ?? 0;
    const sentence = spanIn(prose, figure.sentence);
    const own = spanIn(prose, figure.span);
    const [before, after] = [this.mentions[at - 1], this.mentions[at + 1]?.figure];
    const end = (other: Mention | undefined) =>
      other && isNextTo(other.figure, figure) ? spanIn(prose, other.figure.span).end : sentence.start;
    const restates =
      before &&
      isNextTo(before.figure, figure) &&
      isSameKind(before, mention) &&
      RESTATES.test(prose.text.slice(end(before), own.start));
    const from = end(restates ? this.mentions[at - 2] : before);
    const to = after && isNextTo(after, figure) ? spanIn(prose, after.span).start : sentence.end;
    return [
      { start: Math.max(from, own.start - BEFORE), end: own.start },
      { start: own.end, end: Math.min(to, own.end + AFTER) },
    ];
  }
}

function isAround({ near, setting }: Words, word: string): boolean {
  return near.has(word) || setting.has(word);
}

/** What those of the words near one figure weigh that stand near another, and those that are only in its setting. */
function found({ near }: Words, other: Words): Omit<Likeness, 'shared' | 'covered'> {
  const weights = { near: 0, rarest: 0, aside: 0 };
  for (const [word, weight] of near) {
    if (other.near.has(word)) {
      weights.near += weight;
      weights.rarest = Math.max(weights.rarest, weight);
    } else if (other.setting.has(word)) weights.aside += weight;
  }
  return weights;
}

function part({ near, aside }: { readonly near: number; readonly aside: number }, { weight }: Words): number {
  return weight === 0 ? 0 : (near + aside) / weight;
}

/** A percentage behind an amount tells how much it is of another, or how much more. */
function isSameKind(a: Mention, b: Mention): boolean {
  return a.money === b.money && a.figure.quantity.kind === b.figure.quantity.kind;
}

/** "$9.20 per kW and month, or $27.6 million a year": what is said of the first amount is said of the second. */
const RESTATES =
  /^[^;:.,(]{0,30}[,(]\s*(?:or|i\.e\.,?|that is,?|equal to|equivalent to|which is)\s+(?:about |some )?$/i;

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

/** "Cash. The $421 million …", "**Norvik**: …": a few words that name what a block is about. */
const SHORT_LEAD = /^\s*[^.:–—]{2,40}[.:–—](?=\s)/;

function endOfLead(text: string): number {
  return SHORT_LEAD.exec(text.slice(0, 50))?.[0].length ?? 0;
}

function leadOf(figure: PlacedFigure, prose: Prose): Span | undefined {
  const end = figure.cell ? 0 : prose.of(endOfLead);
  return end <= prose.fromSource(figure.span.start) ? { start: 0, end } : undefined;
}

function spanIn(prose: Prose, { start, end }: Span): Span {
  return { start: prose.fromSource(start), end: prose.fromSource(end) };
}

const ALL: Span = { start: 0, end: Infinity };

function eachStemWithin(prose: Prose, { start, end }: Span, found: (stem: string) => void): void {
  const stems = prose.of(stemsIn);
  for (let i = firstFrom(stems, start, stem => stem.start); i < stems.length; i++) {
    const stem = stems[i];
    if (stem === undefined || stem.end > end) return;
    found(stem.stem);
  }
}

/** The cells that say what a figure's cell is about. */
function labelsOf({ cell }: PlacedFigure): Cell[] {
  if (!cell) return [];
  const header = cell.table.header.cells[cell.column];
  return [...cell.row.cells.slice(0, Math.min(2, cell.column)), ...(header ? [header] : [])];
}
