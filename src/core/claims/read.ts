// Reads what every figure says, and gathers the mentions of each claim.

import type { QuantityKind } from '../figures';
import type { Prose } from '../markdown/prose';
import { eventScopes } from '../report/events';
import type { CellPlace, Event, PlacedFigure, Report } from '../report/report';
import { enclosingSections } from '../report/sections';
import { remember } from '../text/remember';
import { firstFrom, itemsWithin, Scopes } from '../text/scopes';
import { finish, type Steps } from '../text/steps';
import { aspectOf, roleOf, wordsAround } from './circumstances';
import type { Claim, Mention } from './claim';
import { type MeasureWord, mayBeMoney, measuresIn, nearestMeasure } from './measures';
import { ownPeriods, periodOfLead } from './own-periods';
import { isPayment } from './payments';
import { isNextTo, type Spot, spotOf } from './spot';
import { type NamePlace, NameReader, nearestName } from './subjects';

export interface Claims {
  readonly claims: readonly Claim[];
  /** One for each figure, in the order of `report.figures`. */
  readonly mentions: readonly Mention[];
}

export function readClaims(report: Report): Claims {
  return finish(claimsInSteps(report));
}

const FIGURES_A_STEP = 16;

/** Like `readClaims`, some figures at a time. */
export function* claimsInSteps(report: Report): Steps<Claims> {
  const reader = new MentionReader(report, yield* NameReader.of(report));
  const mentions: Mention[] = [];
  for (const [i, figure] of report.figures.entries()) {
    mentions.push(reader.read(figure, i));
    if (i % FIGURES_A_STEP === 0) yield;
  }
  const bySaying = new Map<string, Mention[]>();
  for (const mention of mentions) {
    // A count is known by what it counts, any other figure by what it measures.
    const { kind: ownKind, unit } = mention.figure.quantity;
    const measured = ownKind === 'count' && unit !== '' ? unit : mention.measure;
    for (const subject of measured === undefined ? [] : mention.subjects) {
      const kind = mention.money ? 'money' : mention.figure.quantity.kind;
      const { modifiers, role, aspect } = mention;
      const key = `${subject}|${measured}|${modifiers.join(' ')}|${role}|${aspect}|${kind}`;
      const group = bySaying.get(key);
      if (group) group.push(mention);
      else bySaying.set(key, [mention]);
    }
  }
  return { claims: [...bySaying.values()].map(group => ({ mentions: group })), mentions };
}

const NO_NAMES: readonly string[] = [];

class MentionReader {
  private readonly events: Scopes<Event>;
  /** The players' own entries: what stands there is about them unless it says otherwise. */
  private readonly players: Scopes<string>;
  private readonly titles = new Map<string, readonly string[]>();
  private readonly measuresOfTitles = new Map<string, readonly MeasureWord[]>();
  private readonly rows = new Map<CellPlace, readonly string[]>();

  constructor(
    private readonly report: Report,
    private readonly names: NameReader,
  ) {
    this.events = eventScopes(report.events);
    const entries = report.players.filter(player => player.position ?? player.interests);
    this.players = new Scopes(
      entries.map(player => ({ span: player.span, value: player.name.toLowerCase() })),
    );
  }

  /** Reads the figure that is at an index among the report's. */
  read(figure: PlacedFigure, index: number): Mention {
    const { [index - 1]: previous, [index + 1]: next } = this.report.figures;
    const spot = spotOf(figure, next);
    const event = this.events.innermost(figure.span);
    const measure = this.measureOf(spot, event);
    const { quantity, scale } = figure;
    const bare = quantity.kind === 'count' && quantity.unit === '' && scale !== undefined;
    const around = wordsAround(spot.prose, spot);
    const { before, after } = around;
    const own = ownPeriods(spot, previous, this.report.figures);
    const names = itemsWithin(this.names.namesIn(spot.prose), spot.reach, name => name);
    return {
      index,
      figure,
      subjects: this.withPlayer(figure, this.subjectsOf(spot, names, event)),
      names: this.withPlayer(figure, this.namesAround(spot, names, event)),
      measure: measure?.name,
      modifiers: measure?.modifiers ?? [],
      role: roleOf(around, figure, spot.labels),
      aspect: aspectOf(around, spot.labels),
      periods: own.length > 0 ? own : event?.date === undefined ? periodOfLead(spot) : [event.date],
      dated: own.length > 0,
      money:
        quantity.kind === 'money' ||
        (bare &&
          (measure?.money ?? false) &&
          !PAYERS.test(after) &&
          !isOfClauseBefore(spot, measure) &&
          !(OF_THOSE.test(after) && this.countsLike(index)) &&
          !(BASE.test(before) && this.countsLike(index)) &&
          !(measure && this.countsOn(spot, index, measure))) ||
        (isBareNumber(figure) &&
          (this.isPaid(spot, index) || isWholeOfMoney(spot, next) || isComparedWithMoney(spot, next))),
    };
  }

  /** True when the words right around a bare number say that it is money. */
  private isPaid({ figure, prose, start, end, reach }: Spot, index: number): boolean {
    return isPayment(
      prose.text.slice(Math.max(reach.start, start - FOR_WHAT), start),
      prose.text.slice(end, Math.min(reach.end, end + FOR_WHAT)),
      this.countsBefore(index),
      this.report.figures
        .slice(Math.max(0, index - NEAR), index)
        .some(other => other.block === figure.block && other.quantity.kind === 'money'),
    );
  }

  /** "It cost $21 million and makes 36 million jars, at first 27 million": a count stands between the amount and its measure. */
  private countsOn({ figure, prose }: Spot, index: number, measure: MeasureWord): boolean {
    if (figure.cell) return false;
    for (let i = index - 1; i >= index - NEAR; i--) {
      const other = this.report.figures[i];
      if (!other || !isNextTo(other, figure)) return false;
      if (other.scale === undefined) continue;
      const { kind, unit } = other.quantity;
      const isOfThings = kind === 'count' ? unit !== '' && !NAMES_MONEY.test(unit) : isAmountOfStuff(kind);
      return (
        isOfThings &&
        other.scale.toLowerCase() === figure.scale?.toLowerCase() &&
        measure.end <= prose.fromSource(other.span.start)
      );
    }
    return false;
  }

  private withPlayer(figure: PlacedFigure, names: readonly string[]): readonly string[] {
    const player = this.players.innermost(figure.span);
    return player === undefined || names.includes(player) ? names : [...names, player];
  }

  private measureOf(
    { figure, prose, labels, start, end, reach, limit }: Spot,
    event: Event | undefined,
  ): MeasureWord | undefined {
    const fits = figure.quantity.kind === 'money' ? mayBeMoney : () => true;
    const all = this.wordsOf(prose);
    if (all.length > 0) {
      const words = itemsWithin(all, reach, word => word).filter(fits);
      const own = nearestMeasure(words, prose.text, { start, end }, limit);
      if (own) return own;
    }
    for (const cell of labels) {
      const word = this.wordsOf(cell.prose).find(fits);
      if (word) return word;
    }
    const title = figure.cell ? captionOf(figure.cell) : (event?.title ?? '');
    const ofTitle = this.measuresOfTitle(title).find(fits);
    // What an event or a table is about does not make every number in it an amount of money.
    return ofTitle && { ...ofTitle, money: false };
  }

  /**
   * The name nearest before the figure, or the names of its row; failing that, what its block or heading is about.
   * @param near the names within the figure's reach
   */
  private subjectsOf(
    { figure, prose, start }: Spot,
    near: readonly NamePlace[],
    event: Event | undefined,
  ): readonly string[] {
    const names = this.names.namesIn(prose);
    if (figure.cell && figure.cell.column > 0) {
      const own = names.findLast(name => name.end <= start)?.name;
      const subject = own ?? this.namesOfRow(figure)[0];
      return subject === undefined ? [] : [subject];
    }
    const inSentence = nearestName(near, start);
    if (inSentence !== undefined) return [inSentence];
    const inBlock = (names[firstFrom(names, start, name => name.start) - 1] ?? names[0])?.name;
    if (inBlock !== undefined) return [inBlock];
    const ofEvent = this.namesOfTitle(event?.title ?? '')[0];
    if (ofEvent !== undefined) return [ofEvent];
    for (const { title } of enclosingSections(figure.section)) {
      const ofSection = this.namesOfTitle(title)[0];
      if (ofSection !== undefined) return [ofSection];
    }
    return [];
  }

  private namesAround(
    { figure, prose }: Spot,
    near: readonly NamePlace[],
    event: Event | undefined,
  ): readonly string[] {
    const names: string[] = [];
    const add = (name: string) => {
      if (!names.includes(name)) names.push(name);
    };
    for (const { name } of near) add(name);
    const lead = figure.cell ? 0 : prose.of(endOfLead);
    if (lead > 0)
      for (const { name } of itemsWithin(this.names.namesIn(prose), { start: 0, end: lead }, at => at))
        add(name);
    for (const name of this.namesOfRow(figure)) add(name);
    for (const name of event ? this.namesOfTitle(event.title) : NO_NAMES) add(name);
    for (const name of this.namesOfTitle(figure.section.title)) add(name);
    return names;
  }

  private namesOfRow({ cell: place }: PlacedFigure): readonly string[] {
    if (!place) return NO_NAMES;
    return remember(this.rows, place, () => {
      const { row, table, column } = place;
      const cells = [...row.cells.slice(0, Math.min(4, column)), table.header.cells[column]];
      return cells.flatMap(cell => (cell ? this.names.namesIn(cell.prose).map(({ name }) => name) : []));
    });
  }

  private namesOfTitle(title: string): readonly string[] {
    return remember(this.titles, title, () => this.names.namesInText(title).map(place => place.name));
  }

  private measuresOfTitle(title: string): readonly MeasureWord[] {
    return remember(this.measuresOfTitles, title, () => measuresIn(title));
  }

  /** "4.26 million nights, up 6.5% from 4.00 million": a bare amount that is compared with a count counts the same. */
  private countsLike(index: number): boolean {
    const { figures } = this.report;
    const figure = figures[index];
    for (let i = index - 1; figure && i >= 0; i--) {
      const other = figures[i];
      if (!other || !isNextTo(other, figure)) return false;
      const { kind, unit } = other.quantity;
      if (kind === 'count') return unit !== '';
      if (kind !== 'percent' && kind !== 'points' && kind !== 'multiple') return false;
    }
    return false;
  }

  /** True when things are counted before a figure in its sentence. */
  private countsBefore(index: number): boolean {
    const { figures } = this.report;
    const figure = figures[index];
    for (let i = index - 1; figure && i >= index - NEAR; i--) {
      const other = figures[i];
      if (!other || !isNextTo(other, figure)) return false;
      if (other.quantity.kind === 'count' && other.quantity.unit !== '') return true;
    }
    return false;
  }

  private wordsOf(prose: Prose): readonly MeasureWord[] {
    return prose.of(measuresIn);
  }
}

/** A longer text above a table is no caption of it. */
const CAPTION = 120;

function captionOf({ caption }: CellPlace): string {
  return caption.length <= CAPTION ? caption : '';
}

/** What a value is compared with follows these words. */
const BASE =
  /\b(?:from|to|than|against|with|by)\s+(?:the |its |their )?(?:about |some |nearly |only |just )?$/i;

/** "2.31 million now pay by meter": so many who do it. */
const PAYERS = /^ (?:\p{L}+ )?(?:pay|spend|invest|owe|earn|charge|borrow)\b/u;

/** "A client pays 5,900 a month; 8.3 million of them have a smartphone": the clause before tells of another thing. */
function isOfClauseBefore({ figure, prose, start }: Spot, measure: MeasureWord | undefined): boolean {
  return measure !== undefined && !figure.cell && prose.text.slice(measure.end, start).includes(';');
}

/** "205 million of it found a buyer": the same is counted as before. */
const OF_THOSE = /^ of (?:it|them|these|those|that|this)\b/;

/** How far the words may stand that say what a number is paid for, and how many figures before it are looked at. */
const FOR_WHAT = 160;
const NEAR = 8;

/** Money of an unnamed country is no count of things: "2.99 billion crowns: 1.7 billion in wind". */
const NAMES_MONEY = /^(?:crown|dollar|peso|franc|dinar|pound|mark)s?\b/i;

/** What is weighed or measured as goods are. */
function isAmountOfStuff(kind: QuantityKind): boolean {
  return kind === 'mass' || kind === 'volume' || kind === 'energy' || kind === 'area' || kind === 'length';
}

/** "96 million, of which $61 million": the whole of an amount of money is money. */
function isWholeOfMoney({ prose, end }: Spot, next: PlacedFigure | undefined): boolean {
  if (next?.quantity.kind !== 'money') return false;
  const between = prose.text.slice(end, prose.fromSource(next.span.start));
  return /^,? (?:\(|– |— )?(?:of which|of that,?|including) $/.test(between);
}

/** "fell to 1.9 million from £2.4 million": what is compared with money on the same scale is money. */
function isComparedWithMoney({ prose, end, figure }: Spot, next: PlacedFigure | undefined): boolean {
  if (next?.quantity.kind !== 'money' || figure.scale === undefined || next.scale !== figure.scale)
    return false;
  const between = prose.text.slice(end, prose.fromSource(next.span.start));
  return /^,? (?:(?:up |down )?from|after|against|compared (?:with|to)) $/.test(between);
}

/** "380 crore", or a number that is long enough for money: no small count and no year. */
function isBareNumber({ quantity: { kind, unit, value }, scale, spelled }: PlacedFigure): boolean {
  return (
    kind === 'count' &&
    unit.replace(/^\/\w+$/, '') === '' &&
    !spelled &&
    (scale !== undefined || value >= LONG)
  );
}

const LONG = 10_000;

/** "Kestrel is the supplier to watch. With the order …": a short sentence that opens a block tells what all of it is about. */
const LEAD = /^[^.:!?–—]{2,80}[.:!?–—](?=\s)/;

function endOfLead(text: string): number {
  return LEAD.exec(text.slice(0, 90))?.[0].length ?? 0;
}
