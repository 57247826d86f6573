// Reads what every figure says, and gathers the mentions of each claim.

import type { Prose } from '../markdown/prose';
import { eventScopes } from '../report/events';
import type { CellPlace, Event, PlacedFigure, Report } from '../report/report';
import { enclosingSections } from '../report/sections';
import { flat } from '../text/lists';
import { remember } from '../text/remember';
import { firstFrom, itemsWithin, Scopes } from '../text/scopes';
import { finish, type Steps } from '../text/steps';
import { isMoney } from './bare-money';
import { aspectOf, roleOf, wordsAround } from './circumstances';
import type { Claim, Mention } from './claim';
import { type MeasureWord, mayBeMoney, measuresIn, nearestMeasure } from './measures';
import { ownPeriods, periodOfLead } from './own-periods';
import { type Spot, spotOf } from './spot';
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
    const around = wordsAround(spot.prose, spot);
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
      money: isMoney(this.report.figures, index, spot, measure, around),
    };
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
      return flat(cells, cell => (cell ? this.names.namesIn(cell.prose).map(({ name }) => name) : []));
    });
  }

  private namesOfTitle(title: string): readonly string[] {
    return remember(this.titles, title, () => this.names.namesInText(title).map(place => place.name));
  }

  private measuresOfTitle(title: string): readonly MeasureWord[] {
    return remember(this.measuresOfTitles, title, () => measuresIn(title));
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

/** "Kestrel is the supplier to watch. With the order …": a short sentence that opens a block tells what all of it is about. */
const LEAD = /^[^.:!?–—]{2,80}[.:!?–—](?=\s)/;

function endOfLead(text: string): number {
  return LEAD.exec(text.slice(0, 90))?.[0].length ?? 0;
}
