// What rules look at: the report, its claims, and the questions that several rules ask of them.
import type { Claim, Mention } from '../claims';
import { eventScopes } from '../report/events';
import type { Caveat, Event, PartKind, PlacedFigure, Report, SourceName, SourceNote } from '../report/report';
import { Cover } from '../text/cover';
import { firstFrom, itemsWithin, Scopes } from '../text/scopes';
import type { Span } from '../text/span';

/** Parts that assert no fact: what is foreseen, advised or asked. */
const NOT_FACTUAL: ReadonlySet<PartKind> = new Set(['predictions', 'decisions', 'questions', 'sources']);
const HYPOTHETICAL =
  /\b(?:will|would|could|may|might|should|shall|if|unless|whether|assum(?:e|es|ing)|suppose|expected to|plans? to|aims? to|hopes? to|likely to|intends? to|due to be|target(?:s|ing)?|goal|guides?|guidance)\b/i;
/** Enough to choose from. */
const MOST_SOURCES = 20;
const MOST_NEIGHBOURS = 30;

export class Reading {
  /** Text that a source covers. */
  readonly sourced: Cover;
  private readonly caveats: Scopes<Caveat>;
  private readonly sources: Scopes<SourceNote>;
  private readonly events: Scopes<Event>;
  private readonly allSources: readonly SourceName[];
  private readonly values = new Map<string, Mention[]>();

  constructor(
    readonly report: Report,
    readonly claims: readonly Claim[],
    /** One mention for each figure, in the order of `report.figures`. */
    readonly mentions: readonly Mention[],
  ) {
    this.sourced = new Cover(report.sources.flatMap(note => note.scopes));
    this.caveats = new Scopes(
      report.caveats.flatMap(caveat => caveat.scopes.map(span => ({ span, value: caveat }))),
    );
    this.sources = new Scopes(
      report.sources.flatMap(note => note.scopes.map(span => ({ span, value: note }))),
    );
    this.events = eventScopes(report.events);
    this.allSources = distinct(report.sources.flatMap(note => note.names));
    for (const mention of mentions) {
      const same = this.values.get(valueKey(mention));
      if (same) same.push(mention);
      else this.values.set(valueKey(mention), [mention]);
    }
  }

  /** The figures inside a span, in text order. */
  figuresIn(span: Span): readonly PlacedFigure[] {
    return itemsWithin(this.report.figures, span, figure => figure.span);
  }

  /** The mentions next to one, in the same block or row of a table. */
  near({ figure }: Mention): readonly Mention[] {
    const around = figure.cell?.row.span ?? figure.block.span;
    const at = firstFrom(this.report.figures, figure.span.start, other => other.span.start);
    return this.mentions
      .slice(Math.max(0, at - MOST_NEIGHBOURS), at + MOST_NEIGHBOURS)
      .filter(
        other =>
          other.figure !== figure &&
          around.start <= other.figure.span.start &&
          other.figure.span.end <= around.end,
      );
  }

  /** The event that holds a place. */
  eventAt(span: Span): Event | undefined {
    return this.events.innermost(span);
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

  /** Other figures that state the same amount. */
  sameValue(mention: Mention): readonly Mention[] {
    return (this.values.get(valueKey(mention)) ?? []).filter(other => other !== mention);
  }

  /** False in predictions, advice, questions and hypotheticals, where a figure asserts no fact. */
  isFactual(figure: PlacedFigure): boolean {
    if (NOT_FACTUAL.has(figure.section.part)) return false;
    return !HYPOTHETICAL.test(clauseAround(this.report.text, figure));
  }

  /** The sources that the report itself names for a place: those of its event first, then the others, each once. */
  namedSources(at: Span): SourceName[] {
    const near = [...this.sources.holding(at)].flatMap(note => note.names);
    return distinct([...near, ...this.allSources]).slice(0, MOST_SOURCES);
  }
}

function distinct(names: readonly SourceName[]): SourceName[] {
  const seen = new Map<string, SourceName>();
  for (const source of names)
    if (!seen.has(source.name.toLowerCase())) seen.set(source.name.toLowerCase(), source);
  return [...seen.values()];
}

function valueKey({ figure: { quantity }, money }: Mention): string {
  const unit = money ? 'money' : `${quantity.kind}:${quantity.kind === 'count' ? '' : quantity.unit}`;
  return `${unit}:${quantity.value.toPrecision(9)}`;
}

/** The part of the figure's sentence between the semicolons, bars and dashes around it. */
function clauseAround(text: string, figure: PlacedFigure): string {
  const before = text.slice(Math.max(figure.sentence.start, figure.span.start - 400), figure.span.start);
  const after = text.slice(figure.span.end, Math.min(figure.sentence.end, figure.span.end + 400));
  return `${before.split(/[;；|]|\s[–—]\s/).at(-1) ?? ''} ${after.split(/[;；|]|\s[–—]\s/)[0] ?? ''}`;
}
