// Reads what every figure says, and gathers the mentions of each claim.
import { type DateMention, findDates } from '../figures';
import type { Cell } from '../markdown/block';
import type { Prose } from '../markdown/prose';
import { eventScopes } from '../report/events';
import type { CellPlace, Event, PlacedFigure, Report } from '../report/report';
import { enclosingSections } from '../report/sections';
import { remember } from '../text/remember';
import { firstFrom, itemsWithin, Scopes } from '../text/scopes';
import type { Span } from '../text/span';
import { finish, type Steps } from '../text/steps';
import { aspectOf, roleOf, wordsAround } from './circumstances';
import type { Claim, Mention } from './claim';
import { type MeasureWord, measuresIn, nearestMeasure } from './measures';
import { NameReader, nearestName } from './subjects';

export interface Claims {
  readonly claims: readonly Claim[];
  /** One for each figure, in the order of `report.figures`. */
  readonly mentions: readonly Mention[];
}

export function readClaims(report: Report): Claims {
  return finish(claimsInSteps(report));
}

/** Like `readClaims`, figure by figure. */
export function* claimsInSteps(report: Report): Steps<Claims> {
  const reader = new MentionReader(report);
  const mentions: Mention[] = [];
  for (const [i, figure] of report.figures.entries()) {
    mentions.push(reader.read(figure, i));
    yield;
  }
  const bySaying = new Map<string, Mention[]>();
  for (const mention of mentions) {
    // A count is known by what it counts, any other figure by what it measures.
    const { kind: ownKind, unit } = mention.figure.quantity;
    const measured = ownKind === 'count' && unit !== '' ? unit : mention.measure;
    for (const subject of measured === undefined ? [] : mention.subjects) {
      const kind = mention.money ? 'money' : mention.figure.quantity.kind;
      const key = [subject, measured, ...mention.modifiers, mention.role, mention.aspect, kind].join('|');
      const group = bySaying.get(key);
      if (group) group.push(mention);
      else bySaying.set(key, [mention]);
    }
  }
  return { claims: [...bySaying.values()].map(group => ({ mentions: group })), mentions };
}

class MentionReader {
  private readonly names: NameReader;
  private readonly events: Scopes<Event>;
  /** The players' own entries: what stands there is about them unless it says otherwise. */
  private readonly players: Scopes<string>;
  private readonly titles = new Map<string, readonly string[]>();
  private readonly rows = new Map<CellPlace, readonly string[]>();

  constructor(private readonly report: Report) {
    this.names = new NameReader(report);
    this.events = eventScopes(report.events);
    const entries = report.players.filter(player => player.position ?? player.interests);
    this.players = new Scopes(
      entries.map(player => ({ span: player.span, value: player.name.toLowerCase() })),
    );
  }

  /** Reads the figure that is at an index among the report's. */
  read(figure: PlacedFigure, index: number): Mention {
    const { [index - 1]: previous, [index + 1]: next } = this.report.figures;
    const prose = proseOf(figure);
    const event = this.events.innermost(figure.span);
    const measure = this.measureOf(figure, prose, next, event);
    const { quantity, scale } = figure;
    const bare = quantity.kind === 'count' && quantity.unit === '' && scale !== undefined;
    const { before, after } = wordsAround(figure, prose);
    const own = this.ownPeriods(figure, prose, previous, next);
    const row = [...headerCells(figure)].map(cell => cell.prose.text).join(' ');
    return {
      figure,
      subjects: this.withPlayer(figure, this.subjectsOf(figure, prose, event)),
      names: this.withPlayer(figure, this.namesAround(figure, prose, event)),
      measure: measure?.name,
      modifiers: measure?.modifiers ?? [],
      role: roleOf(before, after, figure, row),
      aspect: aspectOf(before, after, row),
      periods: own.length > 0 || event?.date === undefined ? own : [event.date],
      dated: own.length > 0,
      money:
        quantity.kind === 'money' ||
        (bare && (measure?.money ?? false) && !(BASE.test(before) && this.countsLike(index))),
    };
  }

  private withPlayer(figure: PlacedFigure, names: readonly string[]): readonly string[] {
    const player = this.players.innermost(figure.span);
    return player === undefined || names.includes(player) ? names : [...names, player];
  }

  private measureOf(
    figure: PlacedFigure,
    prose: Prose,
    next: PlacedFigure | undefined,
    event: Event | undefined,
  ): MeasureWord | undefined {
    const at = { start: prose.fromSource(figure.span.start), end: prose.fromSource(figure.span.end) };
    const reach = reachOf(figure, prose);
    const limit = next && isNextTo(next, figure) ? prose.fromSource(next.span.start) : reach.end;
    const words = itemsWithin(this.wordsOf(prose), reach, word => word);
    const own = nearestMeasure(words, prose.text, at, limit);
    if (own) return own;
    for (const cell of headerCells(figure)) {
      const word = this.wordsOf(cell.prose)[0];
      if (word) return word;
    }
    const [ofTitle] = figure.cell ? [] : measuresIn(event?.title ?? '');
    // What an event is about does not make every number in it an amount of money.
    return ofTitle && { ...ofTitle, money: false };
  }

  /** The name nearest before the figure, or the names of its row; failing that, what its block or heading is about. */
  private subjectsOf(figure: PlacedFigure, prose: Prose, event: Event | undefined): string[] {
    const at = prose.fromSource(figure.span.start);
    const names = this.names.namesIn(prose);
    if (figure.cell && figure.cell.column > 0) {
      const own = names.findLast(name => name.end <= at)?.name;
      const ofRow = this.namesOfRow(figure);
      const subject = own ?? ofRow[0];
      return subject === undefined ? [] : [subject];
    }
    const inSentence = nearestName(
      itemsWithin(names, reachOf(figure, prose), name => name),
      at,
    );
    if (inSentence !== undefined) return [inSentence];
    const inBlock = (names[firstFrom(names, at, name => name.start) - 1] ?? names[0])?.name;
    if (inBlock !== undefined) return [inBlock];
    const titles = [
      event?.title ?? '',
      ...[...enclosingSections(figure.section)].map(section => section.title),
    ];
    return titles.flatMap(title => this.namesOfTitle(title)).slice(0, 1);
  }

  private namesAround(figure: PlacedFigure, prose: Prose, event: Event | undefined): string[] {
    const own = itemsWithin(this.names.namesIn(prose), reachOf(figure, prose), name => name).map(
      ({ name }) => name,
    );
    const row = figure.cell ? this.namesOfRow(figure) : [];
    const titles = [event?.title, figure.section.title].flatMap(title =>
      title ? this.namesOfTitle(title) : [],
    );
    return [...new Set([...own, ...row, ...titles])];
  }

  private namesOfRow({ cell: place }: PlacedFigure): readonly string[] {
    if (!place) return [];
    return remember(this.rows, place, () => {
      const { row, table, column } = place;
      const cells = [...row.cells.slice(0, Math.min(4, column)), table.header.cells[column]];
      return cells.flatMap(cell => (cell ? this.names.namesIn(cell.prose).map(({ name }) => name) : []));
    });
  }

  private namesOfTitle(title: string): readonly string[] {
    return remember(this.titles, title, () => this.names.namesInText(title).map(place => place.name));
  }

  /** The dates nearest to the figure: after it in its sentence, then before it, then those of its row. */
  private ownPeriods(
    figure: PlacedFigure,
    prose: Prose,
    previous: PlacedFigure | undefined,
    next: PlacedFigure | undefined,
  ): string[] {
    const at = prose.fromSource(figure.span.end);
    const { text } = prose;
    const reach = reachOf(figure, prose);
    const dates = itemsWithin(this.datesOf(prose), reach, date => date.span).filter(
      date => !isBound(text, date),
    );
    const limit = next && isNextTo(next, figure) ? prose.fromSource(next.span.start) : reach.end;
    const after = dates.find(
      date =>
        date.span.start >= at &&
        date.span.end <= limit &&
        !/[;,；，。]/.test(text.slice(at, date.span.start)) &&
        // "£144 million (2024: £128 million)"
        !/^\s?[:：]\s?$/.test(text.slice(date.span.end, limit)),
    );
    // A date before a semicolon belongs to the clause before it, and one behind another figure to that figure.
    const opening = previous && isNextTo(previous, figure) ? this.firstOf(figure, prose) : at;
    const sameClause = (date: DateMention) => {
      const between = text.slice(date.span.end, at);
      return !/[;；]/.test(between) && (date.span.start < opening || !/,|\band\b/.test(between));
    };
    const before = dates.findLast(date => date.span.end <= at && sameClause(date));
    const only = dates.length === 1 ? dates[0] : undefined;
    const nearest = after ?? before ?? only;
    if (nearest) return [nearest.edtf];
    const ofRow = [...headerCells(figure)].flatMap(cell => this.datesOf(cell.prose).map(date => date.edtf));
    return ofRow.slice(0, 1);
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

  /** Where the first figure of a figure's sentence starts. */
  private firstOf(figure: PlacedFigure, prose: Prose): number {
    const { figures } = this.report;
    const first = figures[firstFrom(figures, figure.sentence.start, other => other.span.start)];
    return prose.fromSource((first ?? figure).span.start);
  }

  private wordsOf(prose: Prose): readonly MeasureWord[] {
    return prose.of(measuresIn);
  }

  private datesOf(prose: Prose): readonly DateMention[] {
    return prose.of(findDates);
  }
}

/** "until 2033" bounds what is said; it does not date it. */
function isBound(text: string, { span }: DateMention): boolean {
  return /\b(?:until|till|since|before|after|than)\s+(?:the\s+)?(?:(?:end|start|beginning) of\s+)?$/i.test(
    text.slice(Math.max(0, span.start - 30), span.start),
  );
}

function isNextTo(next: PlacedFigure, figure: PlacedFigure): boolean {
  return next.block === figure.block && next.sentence.start === figure.sentence.start;
}

/** What a value is compared with follows these words. */
const BASE = /\b(?:from|to|than|against|with)\s+(?:about |some |nearly |only |just )?$/i;

/** How far from a figure the words that tell what it says may stand, in its sentence. */
const REACH = 400;

function reachOf(figure: PlacedFigure, prose: Prose): Span {
  return {
    start: Math.max(prose.fromSource(figure.sentence.start), prose.fromSource(figure.span.start) - REACH),
    end: Math.min(prose.fromSource(figure.sentence.end), prose.fromSource(figure.span.end) + REACH),
  };
}

/** The prose in which a figure stands. */
export function proseOf(figure: PlacedFigure): Prose {
  if (figure.cell) return figure.cell.cell.prose;
  if (figure.block.kind !== 'table') return figure.block.prose;
  throw new TypeError('a figure in a table has a cell');
}

/** The cells that say what a figure's cell is about: its row's label, then its column's header. */
function* headerCells(figure: PlacedFigure): Iterable<Cell> {
  const place = figure.cell;
  if (!place || place.column === 0) return;
  const label = place.row.cells[0];
  const header = place.table.header.cells[place.column];
  if (label) yield label;
  if (header) yield header;
}
