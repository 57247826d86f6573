// How much two mentions speak of one thing, by the words around them.
//
// A word tells the more, the fewer places of the report have it (the idea of inverse document frequency, K. Sparck Jones,
// 1972). The words right beside a figure say what it is; its sentence, headings, event and table say in what connection.
import type { Cell } from '../markdown/block';
import type { Prose } from '../markdown/prose';
import { eventScopes } from '../report/events';
import type { Event, PlacedFigure, Report } from '../report/report';
import { enclosingSections } from '../report/sections';
import { firstFrom, itemsWithin, type Scopes } from '../text/scopes';
import type { Span } from '../text/span';
import type { Mention } from './claim';
import { proseOf } from './read';
import { type Stem, stemsIn } from './stems';

export interface Likeness {
  /** The weight of the words that both have, each weighing more the rarer it is; a rare word weighs about 3. */
  readonly shared: number;
  /** Of the words beside the figure that says less, the part that the other's surroundings have: 0 to 1. */
  readonly covered: number;
}

interface Words {
  /** Between the figures before and after it, or in its row's label and column's header. */
  readonly near: ReadonlySet<string>;
  /** Also in the opening of its sentence, the lead of its block, its event's title, its headings, its table's caption. */
  readonly around: ReadonlySet<string>;
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
  private readonly places = new Map<Mention, number>();
  private frequencies: ReadonlyMap<string, number> | undefined;
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
    let shared = 0;
    for (const word of one.near) {
      if (other.near.has(word)) shared += this.weight(word);
      else if (other.around.has(word)) shared += this.weight(word) * ASIDE;
    }
    for (const word of other.near)
      if (!one.near.has(word) && one.around.has(word)) shared += this.weight(word) * ASIDE;
    return { shared, covered: Math.max(this.covered(one, other), this.covered(other, one)) };
  }

  /**
   * True when the words before two figures run alike but for a word of each that the other has nothing of: "the price of
   * new homes was", "the price of older homes was". Such sentences go through several things one by one.
   */
  areParallel(a: Mention, b: Mention): boolean {
    const [one, other] = [this.leading(a), this.leading(b)];
    const common = commonSubsequence(one, other);
    if (common < 3) return false;
    const [aroundA, aroundB] = [this.wordsOf(a).around, this.wordsOf(b).around];
    return one.some(word => !aroundB.has(word)) && other.some(word => !aroundA.has(word));
  }

  /** True when the same words, and more than a few, stand beside two figures. */
  areVerbatim(a: Mention, b: Mention): boolean {
    const [one, other] = [this.wordsOf(a).near, this.wordsOf(b).near];
    return one.size >= 4 && one.size === other.size && [...one].every(word => other.has(word));
  }

  private leading(mention: Mention): string[] {
    const { figure } = mention;
    const prose = proseOf(figure);
    const at = prose.fromSource(figure.span.start);
    const labels = labelsOf(figure).flatMap(cell => cell.prose.of(stemsIn));
    const before = this.beside(mention, prose).filter(({ end }) => end <= at);
    return [...labels, ...before].map(({ stem }) => stem).slice(-12);
  }

  /** The words beside a figure that tell what it is. */
  near(mention: Mention): ReadonlySet<string> {
    return this.wordsOf(mention).near;
  }

  /** In how many places of the report a word stands. */
  frequency(word: string): number {
    this.frequencies ??= this.count();
    return this.frequencies.get(word) ?? 0;
  }

  private covered(one: Words, other: Words): number {
    let all = 0;
    let found = 0;
    for (const word of one.near) {
      const weight = this.weight(word);
      all += weight;
      if (other.around.has(word)) found += weight;
    }
    return all === 0 ? 0 : found / all;
  }

  private weight(word: string): number {
    const frequency = Math.max(2, this.frequency(word));
    const places = this.pieces + ELSEWHERE;
    return MOST_WEIGHT * (Math.log(places / frequency) / Math.log(places / 2)) ** STEEPNESS;
  }

  /** Counts the sentences, row labels and headers that hold each word. */
  private count(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    const seen = new Set<number>();
    // Many figures may share a sentence, which is read once.
    const add = (key: number, stems: () => readonly Stem[]) => {
      if (seen.has(key)) return;
      seen.add(key);
      this.pieces++;
      for (const word of new Set(stems().map(({ stem }) => stem)))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    };
    for (const { figure } of this.mentions) {
      const prose = proseOf(figure);
      add(figure.sentence.start, () => stemsWithin(prose, spanIn(prose, figure.sentence)));
      for (const cell of labelsOf(figure)) add(cell.span.start, () => cell.prose.of(stemsIn));
    }
    return counts;
  }

  private wordsOf(mention: Mention): Words {
    const known = this.known.get(mention);
    if (known) return known;
    const { figure } = mention;
    const prose = proseOf(figure);
    const labels = labelsOf(figure).flatMap(cell => cell.prose.of(stemsIn));
    const near = new Set(
      [...this.beside(mention, prose), ...labels, ...leadOf(figure, prose)].map(({ stem }) => stem),
    );
    const titles = [
      this.events.innermost(figure.span)?.title ?? '',
      ...[...enclosingSections(figure.section)].map(({ title }) => title),
      figure.cell?.caption.slice(0, SENTENCE) ?? '',
    ];
    const around = new Set([
      ...near,
      ...this.opening(mention, prose).map(({ stem }) => stem),
      ...stemsWithin(prose, { start: 0, end: LEAD }).map(({ stem }) => stem),
      ...titles.flatMap(title => stemsIn(title).map(({ stem }) => stem)),
    ]);
    const words = { near, around };
    this.known.set(mention, words);
    return words;
  }

  /** The words with which its sentence opens, before the first figure: they speak of all its figures. */
  private opening({ figure }: Mention, prose: Prose): Stem[] {
    const sentence = spanIn(prose, figure.sentence);
    const first =
      this.mentions[firstFrom(this.mentions, figure.sentence.start, other => other.figure.span.start)];
    const end = first ? prose.fromSource(first.figure.span.start) : sentence.end;
    return stemsWithin(prose, { start: Math.max(sentence.start, end - SENTENCE), end });
  }

  /** From the figure before it in its sentence to the one after it, at most some words; without the figure itself. */
  private beside(mention: Mention, prose: Prose): Stem[] {
    const { figure } = mention;
    const at = this.places.get(mention) ?? 0;
    const sentence = spanIn(prose, figure.sentence);
    const own = spanIn(prose, figure.span);
    const end = (other: Mention | undefined) =>
      other && isBeside(other.figure, figure) ? spanIn(prose, other.figure.span).end : sentence.start;
    const start = (other: Mention | undefined) =>
      other && isBeside(other.figure, figure) ? spanIn(prose, other.figure.span).start : sentence.end;
    return [
      ...stemsWithin(prose, {
        start: Math.max(end(this.mentions[at - 1]), own.start - BEFORE),
        end: own.start,
      }),
      ...stemsWithin(prose, { start: own.end, end: Math.min(start(this.mentions[at + 1]), own.end + AFTER) }),
    ];
  }
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

/** "Cash. The $421 million …", "**Norvik**: …": a few words that name what a block is about. */
const SHORT_LEAD = /^\s*[^.:–—]{2,40}[.:–—](?=\s)/;

function leadOf(figure: PlacedFigure, prose: Prose): Stem[] {
  const lead = figure.cell ? null : SHORT_LEAD.exec(prose.text.slice(0, 50));
  const end = lead?.[0].length ?? 0;
  return end <= prose.fromSource(figure.span.start) ? stemsWithin(prose, { start: 0, end }) : [];
}

function isBeside(other: PlacedFigure, figure: PlacedFigure): boolean {
  return other.block === figure.block && other.sentence.start === figure.sentence.start;
}

function spanIn(prose: Prose, { start, end }: Span): Span {
  return { start: prose.fromSource(start), end: prose.fromSource(end) };
}

function stemsWithin(prose: Prose, span: Span): Stem[] {
  return itemsWithin(prose.of(stemsIn), span, stem => stem);
}

/** The cells that say what a figure's cell is about. */
function labelsOf({ cell }: PlacedFigure): Cell[] {
  if (!cell) return [];
  const header = cell.table.header.cells[cell.column];
  return [...cell.row.cells.slice(0, Math.min(2, cell.column)), ...(header ? [header] : [])];
}
