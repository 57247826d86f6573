// Reads what every figure says, and gathers the mentions of each claim.
import { type DateMention, findDates } from '../figures';
import type { Cell } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import type { Prose } from '../markdown/prose';
import { eventScopes } from '../report/events';
import type { Event, PlacedFigure, Report } from '../report/report';
import { enclosingSections } from '../report/sections';
import { firstFrom, itemsWithin, type Scopes } from '../text/scopes';
import type { Span } from '../text/span';
import type { Claim, Mention, Role } from './claim';
import { type Measure, type MeasureWord, measuresIn, nearestMeasure } from './measures';
import { NameReader, nearestName } from './subjects';

export interface Claims {
  readonly claims: readonly Claim[];
  /** One for each figure, in the order of `report.figures`. */
  readonly mentions: readonly Mention[];
}

export function readClaims(report: Report): Claims {
  const reader = new MentionReader(report);
  const mentions = report.figures.map(figure => reader.read(figure));
  const bySaying = new Map<string, Mention[]>();
  for (const mention of mentions) {
    for (const subject of mention.measure === undefined ? [] : mention.subjects) {
      const key = [
        subject,
        mention.measure,
        mention.role,
        mention.aspect,
        mention.money ? 'money' : mention.figure.quantity.kind,
      ].join('|');
      const group = bySaying.get(key) ?? [];
      group.push(mention);
      bySaying.set(key, group);
    }
  }
  return { claims: [...bySaying.values()].map(group => ({ mentions: group })), mentions };
}

class MentionReader {
  private readonly names: NameReader;
  private readonly events: Scopes<Event>;
  private readonly measures = new Map<Prose, readonly MeasureWord[]>();
  private readonly dates = new Map<Prose, readonly DateMention[]>();

  constructor(report: Report) {
    this.names = new NameReader(report);
    this.events = eventScopes(report.events);
  }

  read(figure: PlacedFigure): Mention {
    const event = this.events.innermost(figure.span);
    const measure = this.measureOf(figure, event);
    const { quantity, scale } = figure;
    const bare = quantity.kind === 'count' && quantity.unit === '' && scale !== undefined;
    const { before, after } = around(figure);
    return {
      figure,
      subjects: this.subjectsOf(figure, event),
      measure: measure?.name,
      role: roleOf(before, after, figure),
      aspect: aspectOf(before, after, this.rowWords(figure)),
      periods: this.periodsOf(figure, event),
      money: quantity.kind === 'money' || (bare && (measure?.money ?? false)),
    };
  }

  private measureOf(figure: PlacedFigure, event: Event | undefined): Measure | undefined {
    const prose = proseOf(figure);
    const at = { start: prose.fromSource(figure.span.start), end: prose.fromSource(figure.span.end) };
    const words = itemsWithin(this.wordsOf(prose), reachOf(figure, prose), word => word);
    const own = nearestMeasure(words, prose.text, at);
    if (own) return own;
    for (const cell of headerCells(figure)) {
      const word = this.wordsOf(cell.prose)[0];
      if (word) return word;
    }
    return figure.cell ? undefined : measuresIn(event?.title ?? '')[0];
  }

  private subjectsOf(figure: PlacedFigure, event: Event | undefined): string[] {
    const prose = proseOf(figure);
    if (figure.cell) {
      const [first] = [...headerCells(figure)].flatMap(cell =>
        this.names.namesIn(cell.prose).map(place => place.name),
      );
      const label = figure.cell.row.cells[0]?.prose.text.trim().toLowerCase();
      if (first !== undefined || figure.cell.column > 0)
        return [first ?? label ?? ''].filter(name => name !== '');
    }
    const at = prose.fromSource(figure.span.start);
    const names = this.names.namesIn(prose);
    const inSentence = nearestName(
      itemsWithin(names, reachOf(figure, prose), name => name),
      at,
    );
    if (inSentence !== undefined) return [inSentence];
    const inBlock = (names[firstFrom(names, at, name => name.start) - 1] ?? names[0])?.name;
    const titles = [
      event?.title ?? '',
      ...[...enclosingSections(figure.section)].map(section => section.title),
    ];
    const known = inBlock ?? titles.map(title => bareTitle(title).toLowerCase()).find(title => title !== '');
    return known === undefined ? [] : [known];
  }

  /** The dates nearest to the figure: after it in its sentence, then before it, then those of its row or event. */
  private periodsOf(figure: PlacedFigure, event: Event | undefined): string[] {
    const prose = proseOf(figure);
    const at = prose.fromSource(figure.span.end);
    const dates = itemsWithin(this.datesOf(prose), reachOf(figure, prose), date => date.span);
    const after = dates.find(
      date => date.span.start >= at && !/[;,]/.test(prose.text.slice(at, date.span.start)),
    );
    const nearest = after ?? dates.findLast(date => date.span.end <= at);
    if (nearest) return [nearest.edtf];
    const ofRow = [...headerCells(figure)].flatMap(cell => this.datesOf(cell.prose).map(date => date.edtf));
    if (ofRow.length > 0) return ofRow.slice(0, 1);
    return event?.date === undefined ? [] : [event.date];
  }

  private rowWords(figure: PlacedFigure): string {
    return [...headerCells(figure)].map(cell => cell.prose.text).join(' ');
  }

  private wordsOf(prose: Prose): readonly MeasureWord[] {
    return remember(this.measures, prose, () => measuresIn(prose.text));
  }

  private datesOf(prose: Prose): readonly DateMention[] {
    return remember(this.dates, prose, () => findDates(prose.text));
  }
}

/** How far from a figure the words that tell what it says may stand, in its sentence. */
const REACH = 400;

function reachOf(figure: PlacedFigure, prose: Prose): Span {
  return {
    start: Math.max(prose.fromSource(figure.sentence.start), prose.fromSource(figure.span.start) - REACH),
    end: Math.min(prose.fromSource(figure.sentence.end), prose.fromSource(figure.span.end) + REACH),
  };
}

function remember<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

export function proseOf(figure: PlacedFigure): Prose {
  if (figure.cell) return figure.cell.cell.prose;
  if (figure.block.kind !== 'table') return figure.block.prose;
  throw new TypeError('a figure in a table has a cell');
}

/** The cells that say what a figure's cell is about: its column's header, then the row's label. */
function* headerCells(figure: PlacedFigure): Iterable<Cell> {
  const place = figure.cell;
  if (!place || place.column === 0) return;
  const label = place.row.cells[0];
  const header = place.table.header.cells[place.column];
  if (label) yield label;
  if (header) yield header;
}

/** The words of the clause before and after a figure. */
function around(figure: PlacedFigure): { before: string; after: string } {
  const prose = proseOf(figure);
  const start = prose.fromSource(figure.span.start);
  const end = prose.fromSource(figure.span.end);
  const before =
    prose.text
      .slice(Math.max(0, start - 60), start)
      .split(/[;,.:(]\s/)
      .at(-1) ?? '';
  const after = prose.text.slice(end, end + 40).split(/[;,.:]\s|[.;]$|[(（]/)[0] ?? '';
  return { before, after };
}

const ROLES: readonly (readonly [Role, RegExp, RegExp])[] = [
  [
    'further',
    /\b(?:further|subsequent(?:ly)?|additional(?:ly)?|another|extra|on top)\b/i,
    /^\s*(?:more|further|on top)\b/i,
  ],
  [
    'initial',
    /\b(?:initial(?:ly)?|up ?front|first tranche)\b/i,
    /\b(?:initially|up ?front|at closing|first)\b/i,
  ],
  [
    'total',
    /\b(?:total(?:l?ing|s|led)?|combined|altogether|cumulative(?:ly)?|overall)\b/i,
    /\b(?:in all|in total|altogether|combined)\b/i,
  ],
  [
    'previous',
    /\b(?:previous(?:ly)?|already|earlier|formerly|prior)\b/i,
    /\b(?:previously|already|earlier|before that)\b/i,
  ],
  ['maximum', /\b(?:maximum|up to|at most|as much as|cap(?:ped)?)\b/i, /\bat most\b/i],
  [
    'change',
    /\b(?:up|down|by|rise|increase|fall|decrease|gain|drop|decline|growth) (?:of )?$/i,
    /^\s*(?:more|less|higher|lower) than\b/i,
  ],
];

function roleOf(before: string, after: string, figure: PlacedFigure): Role {
  const named = ROLES.find(([, left, right]) => left.test(before) || right.test(after))?.[0];
  if (named) return named;
  return figure.quantity.qualifier === 'at-most' ? 'maximum' : 'level';
}

const ASPECTS: readonly (readonly [string, RegExp])[] = [
  [
    'annual',
    /\bannual(?:i[sz]ed|ly)?\b(?! (?:report|accounts|filing|letter|meeting|review|survey))|\b(?:a|per|each) year\b|\byearly\b|\brun[- ]rate\b|\barr\b/i,
  ],
  ['quarterly', /\bquarterly\b|\b(?:a|per) quarter\b/i],
  ['monthly', /\bmonthly\b|\b(?:a|per) month\b/i],
  ['daily', /\bdaily\b|\b(?:a|per) day\b/i],
  ['average', /\b(?:average|mean|median)\b/i],
];

/** What kind of value it is: per year, per day, an average; '' for a plain one. */
function aspectOf(before: string, after: string, row: string): string {
  return ASPECTS.find(([, words]) => words.test(before) || words.test(after) || words.test(row))?.[0] ?? '';
}
