// What rules look at: the report, its claims, and the questions that several rules ask of them.
import {
  type Claim,
  ContextReader,
  LikenessReader,
  type Mention,
  type Place,
  placesOf,
  shareSubject,
} from '../claims';
import type { QuantityKind } from '../figures';
import type { Block, Row } from '../markdown/block';
import { eventScopes } from '../report/events';
import type {
  Caveat,
  Event,
  PartKind,
  PlacedFigure,
  Report,
  Section,
  SourceName,
  SourceNote,
} from '../report/report';
import { enclosingSections } from '../report/sections';
import type { Bibliography } from '../sources/bibliography';
import { EvidenceReader } from '../sources/evidence-reader';
import type { IndexedDocument } from '../sources/index-document';
import { Cover } from '../text/cover';
import { CLAUSE_JOINTS } from '../text/english';
import { gather, remember } from '../text/remember';
import { firstFrom, itemsWithin, Scopes } from '../text/scopes';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import { baseUnit } from './amounts';

/** Parts that assert no fact: what is foreseen, advised or asked. */
const NOT_FACTUAL: ReadonlySet<PartKind> = new Set(['predictions', 'decisions', 'questions', 'sources']);
const HYPOTHETICAL =
  /\b(?:will|could|might|should|shall|if|unless|whether|assum(?:e|es|ing)|suppose|expected to|expects?|we (?:forecast|estimate|assume|project|model|propose|recommend|suggest|interviewed|surveyed|polled|counted|measured|mapped)|our (?:\S+ ){0,4}?(?:forecasts?|estimates?|projections?|assumptions?)|(?:FY ?|20)\d\dE|plans? to|aims? to|hopes? to|likely to|(?:is|are) (?:asked|requested|invited) to|intends? to|due to be|target(?:s|ing)?|goal|guides?|guidance(?! \w+s (?!is|was|has))|within reach|(?:base|bull|bear|best|worst)[- ]case)\b/i;
/** A scenario plays out what might be. */
const SCENARIO =
  /\bscenarios?\b|\bprobability\b|\bwhat if\b|\b(?:base|bull|bear|best|worst|up|down)(?:side)? case\b|^[\W\d]*(?:the |our )?(?:options|alternatives)(?: (?:for|considered|appraised|to) .*)?$/i;
/** "Net debt would rise to $329 million"; "one in eight would switch" is what a survey found. */
const WOULD = /\bwould\b/i;
/** In lower case only: "May" is a month. */
const MAY = /\bmay\b/;
/** Enough to choose from. */
const MOST_SOURCES = 20;
const MOST_NEIGHBOURS = 30;
/** Three digits, as a part of the first one's place: fewer are the rounding of too many amounts. */
const FINE = 0.011;

export class Reading {
  /** Where each mention stands in its prose, in their order. */
  readonly places: readonly Place[];
  /** Text that a source covers. */
  readonly sourced: Cover;
  /** The words by which two mentions are known for one claim. */
  readonly context: ContextReader;
  /** What the attached documents say; undefined when none are attached. */
  readonly evidence: EvidenceReader | undefined;
  /** How much two mentions speak of one thing. */
  readonly likeness: LikenessReader;
  private readonly playerNames: ReadonlySet<string>;
  private readonly caveats: Scopes<Caveat>;
  private readonly sources: Scopes<SourceNote>;
  private readonly events: Scopes<Event>;
  private readonly allSources: readonly SourceName[];
  /** By unit and value. */
  private readonly amounts = new Map<string, Map<number, Group>>();
  /** By the index of a mention: the mentions that state the same amount. */
  private readonly groups: readonly Group[];
  private readonly sortedAmounts = new Map<string, readonly (readonly [number, Group])[]>();
  private readonly asserted = new Map<PlacedFigure, boolean>();
  private readonly factualParts = new Map<Section, boolean>();
  private readonly byMeasure = new Map<string | undefined, Mention[]>();
  private readonly sourcedByMeasure = new Map<string | undefined, readonly Mention[]>();

  constructor(
    readonly report: Report,
    readonly claims: readonly Claim[],
    /** One mention for each figure, in the order of `report.figures`. */
    readonly mentions: readonly Mention[],
    readonly bibliography: Bibliography,
    documents: readonly IndexedDocument[],
  ) {
    this.context = new ContextReader(report);
    this.evidence =
      documents.length > 0 ? new EvidenceReader(report, this.context, bibliography, documents) : undefined;
    this.playerNames = new Set(report.players.map(({ name }) => name.toLowerCase()));
    this.places = placesOf(mentions);
    this.likeness = new LikenessReader(report, mentions, this.places);
    this.sourced = new Cover(report.sources.flatMap(note => note.scopes));
    this.caveats = new Scopes(
      report.caveats.flatMap(caveat => caveat.scopes.map(span => ({ span, value: caveat }))),
    );
    this.sources = new Scopes(
      report.sources.flatMap(note => note.scopes.map(span => ({ span, value: note }))),
    );
    this.events = eventScopes(report.events);
    this.allSources = distinct(report.sources.flatMap(note => note.names)).slice(0, MOST_SOURCES);
    this.groups = mentions.map(mention => this.groupOf(mention));
    for (const mention of mentions) gather(this.byMeasure, mention.measure, mention);
  }

  /** True when each of two mentions is about a player, and neither names that of the other. */
  areOfOtherPlayers(a: Mention, b: Mention): boolean {
    const [one, other] = [a.subjects[0], b.subjects[0]];
    return (
      one !== undefined &&
      other !== undefined &&
      this.playerNames.has(one) &&
      this.playerNames.has(other) &&
      !shareSubject(a, b)
    );
  }

  /** Reads beforehand what most of the rules' time would go into at once. */
  prepare(): Steps<void> {
    return this.likeness.prepare();
  }

  /** The group of the mentions that state the same amount, which a mention joins. */
  private groupOf(mention: Mention): Group {
    const { quantity, span } = mention.figure;
    const values = remember(this.amounts, amountKey(mention), newGroups);
    const group = remember(values, toNineDigits(quantity.value), newGroup);
    group.mentions++;
    if (this.sourced.covers(span)) group.sourced++;
    if (group.cautioned.length < MOST_NEIGHBOURS && this.caveatAt(span)) group.cautioned.push(mention);
    return group;
  }

  private amountOf({ index }: Mention): Group {
    const group = this.groups[index];
    if (!group) throw new RangeError('a mention of another report');
    return group;
  }

  /** The figures inside a span, in text order. */
  figuresIn(span: Span): readonly PlacedFigure[] {
    return itemsWithin(this.report.figures, span, figure => figure.span);
  }

  /** The mentions next to one, in the same row of a table, or in the same block and a table right before it. */
  near({ figure }: Mention): readonly Mention[] {
    return this.around(figure, figure.cell?.row.span ?? this.withTable(figure.block));
  }

  /** The mentions that stand with one and are told apart from it there: in its block, or in its table. */
  beside({ figure }: Mention): readonly Mention[] {
    return this.around(figure, figure.block.span);
  }

  /** The mentions next to a figure that stand inside a span. */
  private around(figure: PlacedFigure, { start, end }: Span): readonly Mention[] {
    const at = firstFrom(this.report.figures, figure.span.start, other => other.span.start);
    const from = Math.max(
      firstFrom(this.report.figures, start, other => other.span.start),
      at - MOST_NEIGHBOURS,
    );
    const found: Mention[] = [];
    for (let i = from; i < at + MOST_NEIGHBOURS; i++) {
      const other = this.mentions[i];
      if (!other || other.figure.span.end > end) break;
      if (other.figure !== figure) found.push(other);
    }
    return found;
  }

  /** From the table right before a block, a source line between them aside, to the end of the block. */
  private withTable(block: Block): Span {
    const { blocks } = this.report;
    const at = firstFrom(blocks, block.span.start, one => one.span.start);
    const before = [blocks[at - 1], blocks[at - 2]];
    const table = before.find(one => one?.kind === 'table');
    const isNear = table && (table === before[0] || /^\W*(?:sources?|notes?)\b/i.test(proseStart(before[0])));
    return isNear ? { start: table.span.start, end: block.span.end } : block.span;
  }

  /** The event that holds a place. */
  eventAt(span: Span): Event | undefined {
    return this.events.innermost(span);
  }

  /** The section under whose heading a place stands. */
  sectionAt(span: Span): Section | undefined {
    const { sections } = this.report;
    return sections[firstFrom(sections, span.start + 1, section => section.span.start) - 1];
  }

  /** The table row that starts at a place or holds it. */
  rowAt(span: Span): Row | undefined {
    const { blocks } = this.report;
    const block = blocks[firstFrom(blocks, span.start + 1, one => one.span.start) - 1];
    if (block?.kind !== 'table' || block.span.end <= span.start) return undefined;
    return block.rows.find(row => row.span.start <= span.start && span.start < row.span.end);
  }

  /** The caveat that speaks of a place. */
  caveatAt(span: Span): Caveat | undefined {
    return this.caveats.innermost(span);
  }

  /** True when a source stands inside the span or covers all of it. */
  hasSource(span: Span): boolean {
    const { sources } = this.report;
    const first = sources[firstFrom(sources, span.start, note => note.span.start)];
    return this.sourced.covers(span) || (first !== undefined && first.span.end <= span.end);
  }

  /** The different amounts that the report gives with a source for the measure of a mention. */
  amountsOf(mention: Mention): readonly Mention[] {
    const { measure, figure } = mention;
    const all = this.byMeasure.get(measure) ?? [];
    return this.sourced.covers(figure.span)
      ? this.sourcedAmong(all.filter(other => other !== mention))
      : remember(this.sourcedByMeasure, measure, () => this.sourcedAmong(all));
  }

  private sourcedAmong(mentions: readonly Mention[]): readonly Mention[] {
    const amounts = new Map<number, Mention>();
    for (const mention of mentions)
      if (this.sourced.covers(mention.figure.span)) amounts.set(mention.figure.quantity.value, mention);
    return [...amounts.values()];
  }

  /** True when the report has the same amount at another place. */
  isStatedElsewhere(mention: Mention): boolean {
    return this.amountOf(mention).mentions > 1;
  }

  /** True when another mention of the same amount has a source. */
  isSourcedElsewhere(mention: Mention): boolean {
    const own = this.sourced.covers(mention.figure.span) ? 1 : 0;
    return this.amountOf(mention).sourced > own || this.isRoundedFromSourced(mention);
  }

  /** "$3.83 billion" where a source stands by "$3,832 million": the same amount in fewer digits, but not in few. */
  private isRoundedFromSourced(mention: Mention): boolean {
    const { value, range } = mention.figure.quantity;
    const place = 10 ** Math.floor(Math.log10(Math.abs(value)));
    if (!(range.high - range.low <= place * FINE) || range.high === range.low) return false;
    const key = amountKey(mention);
    const sorted = remember(this.sortedAmounts, key, () =>
      [...(this.amounts.get(key) ?? [])].sort((a, b) => a[0] - b[0]),
    );
    const from = firstFrom(sorted, range.low, ([amount]) => amount);
    return sorted
      .slice(from, from + MOST_NEIGHBOURS)
      .some(([amount, group]) => amount <= range.high && amount !== toNineDigits(value) && group.sourced > 0);
  }

  /** Other figures that state the same amount under a caveat; enough of them to find the one that is meant. */
  cautionedElsewhere(mention: Mention): readonly Mention[] {
    const { cautioned } = this.amountOf(mention);
    return cautioned.length === 0 ? cautioned : cautioned.filter(other => other !== mention);
  }

  /** False in the parts that assert no fact: predictions, advice, questions, risks. */
  isInFactualPart({ section, span }: PlacedFigure): boolean {
    // Under "Decisions" a court or an authority tells what it has decided, event by event.
    if (section.part === 'decisions' && this.eventAt(span)) return true;
    const known = this.factualParts.get(section);
    if (known !== undefined) return known;
    const isFactual =
      !NOT_FACTUAL.has(section.part) &&
      ![...enclosingSections(section)].some(({ title }) => SCENARIO.test(title));
    this.factualParts.set(section, isFactual);
    return isFactual;
  }

  /** False in predictions, advice, questions and hypotheticals, where a figure asserts no fact. */
  isFactual(figure: PlacedFigure): boolean {
    return this.isInFactualPart(figure) && this.isAsserted(figure);
  }

  /** False for what a clause asks, foresees or supposes. */
  isAsserted(figure: PlacedFigure): boolean {
    const known = this.asserted.get(figure);
    if (known !== undefined) return known;
    const isAsserted = asserts(this.report.text, figure);
    this.asserted.set(figure, isAsserted);
    return isAsserted;
  }

  /** The sources that the report itself names for a place: those of its event first, then the others, each once. */
  namedSources(at: Span): readonly SourceName[] {
    const near: SourceName[] = [];
    for (const note of this.sources.holding(at)) {
      near.push(...note.names);
      if (near.length > MOST_SOURCES) break;
    }
    if (near.length === 0) return this.allSources;
    return distinct([...near, ...this.allSources]).slice(0, MOST_SOURCES);
  }
}

/** What is known of the mentions that state one amount. */
interface Group {
  mentions: number;
  sourced: number;
  readonly cautioned: Mention[];
}

function proseStart(block: Block | undefined): string {
  return block === undefined || block.kind === 'table' ? '' : block.prose.text.slice(0, 20);
}

/** "40 kt a year" is said again as "40 kt". */
function amountKey({ figure: { quantity }, money }: Mention): string {
  const { kind, unit } = quantity;
  return money ? 'money' : kind === 'count' ? kind : `${kind}:${baseUnit(unit)}`;
}

function newGroups(): Map<number, Group> {
  return new Map();
}

function newGroup(): Group {
  return { mentions: 0, sourced: 0, cautioned: [] };
}

function distinct(names: readonly SourceName[]): SourceName[] {
  const seen = new Map<string, SourceName>();
  for (const source of names) {
    const name = source.name.toLowerCase();
    if (!seen.has(name)) seen.set(name, source);
  }
  return [...seen.values()];
}

/** Values that differ only where computing rounds are the same. */
function toNineDigits(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 8);
  return unit > 0 ? Math.round(value / unit) * unit : value;
}

function asserts(text: string, figure: PlacedFigure): boolean {
  const before = clauseBefore(text, figure);
  if (WOULD.test(before) || asks(text, figure)) return false;
  const clause = `${before} ${clauseAfter(text, figure)}`;
  return !HYPOTHETICAL.test(clause) && !MAY.test(clause);
}

function asks(text: string, { sentence }: PlacedFigure): boolean {
  let end = sentence.end;
  while (/\s/.test(text.charAt(end - 1))) end--;
  return text.charAt(end - 1) === '?';
}

/** What of its sentence follows a figure up to the next semicolon, bar, dash or joined clause. */
function clauseAfter(text: string, { sentence, span }: PlacedFigure): string {
  const after = text.slice(span.end, Math.min(sentence.end, span.end + 400));
  const end = after.search(CLAUSE);
  return end < 0 ? after : after.slice(0, end);
}

/** What stands before it from the last of these on. */
function clauseBefore(text: string, { sentence, span }: PlacedFigure): string {
  const before = text.slice(Math.max(sentence.start, span.start - 400), span.start);
  return JOINT.test(before) ? (before.split(CLAUSE).at(-1) ?? '') : before;
}

/** What stands on the other side of ", and" or ", but" speaks of something else. */
/** One of the marks that it has, which many sentences have none of. */
const JOINT = /[;；|–—,]/;
const CLAUSE = new RegExp(`[;；|]|\\s[–—]\\s|,\\s+(?:${CLAUSE_JOINTS})\\s`);

const RELATIONS: ReadonlySet<QuantityKind> = new Set([
  'percent',
  'points',
  'multiple',
  'ratio',
  'duration',
] as const);

/** True for what can be stated twice with two values: neither a relation of two amounts nor a length of time. */
export function isAmount(kind: QuantityKind): boolean {
  return !RELATIONS.has(kind);
}

/** "a 12-layer stack": a count that tells kinds of things apart rather than counting any. */
export function tellsKind({ text }: Report, { quantity, span }: PlacedFigure): boolean {
  return (
    quantity.kind === 'count' &&
    quantity.value < MOST_OF_KIND &&
    /^[-‑]\p{Ll}/u.test(text.slice(span.end, span.end + 2))
  );
}

/** "A 12,000-unit order" is an amount. */
const MOST_OF_KIND = 100;
