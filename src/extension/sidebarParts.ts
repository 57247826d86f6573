// The parts of a report as items of the sidebar, each with what was found in it.
import type { Analysis, Event, Field, Finding, Mention, Metric, PlacedFigure, Span } from '../core';
import { contains } from '../core/text/span';
import { PlayerNodes } from './playerNodes';
import { fieldNodes, findingsOf, type GroupKind, nodeOf, type SidebarNode } from './sidebarNode';
import { figureAt, hasWithin, within } from './within';

export const ORDERS = ['subject', 'text', 'findings'] as const;
/** By date, confidence and so on; as in the text; or the parts with most findings first. */
export type Order = (typeof ORDERS)[number];

/** A part of the report. Where it stands is known without making its node. */
export class Part {
  private made: SidebarNode | undefined;

  constructor(
    /** All its text. */
    readonly extent: Span,
    /** What was found in its text. */
    readonly findings: readonly Finding[],
    private readonly make: (findings: readonly Finding[]) => SidebarNode,
  ) {}

  /** Made when it is asked for first. */
  get node(): SidebarNode {
    this.made ??= this.make(this.findings);
    return this.made;
  }
}

export type Parts = Readonly<Record<GroupKind, readonly Part[]>>;

/** The parts of each kind, in the order in which they are shown. What is in a part is read when it is asked for. */
export function partsOf(analysis: Analysis, order: Order): Parts {
  const { report, findings } = analysis;
  const figures = new FigureNodes(analysis);
  const list = <T extends { readonly span: Span }>(
    parts: readonly T[],
    node: (part: T, findings: readonly Finding[]) => SidebarNode,
  ) =>
    sorted(
      parts.map(part => new Part(part.span, within(findings, part.span), found => node(part, found))),
      order,
    );
  const statements = (
    kind: 'judgment' | 'prediction' | 'decision' | 'question',
    parts: readonly Statement[],
  ) => list(parts, (part, found) => statementNode(kind, part, figures, found));
  const bySubject = order === 'subject';
  const events = bySubject ? newestFirst(report.events) : report.events;
  const judgments = bySubject ? surestFirst(report.judgments) : report.judgments;
  const players = new PlayerNodes(analysis, figures, events);
  return {
    events: list(events, (event, found) => eventNode(event, figures, found)),
    players: list(report.players, player => players.node(player)),
    judgments: statements('judgment', judgments),
    data: list(report.metrics, (metric, found) => metricNode(metric, figures, found)),
    predictions: statements('prediction', report.predictions),
    decisions: statements('decision', report.decisions),
    questions: statements('question', report.questions),
  };
}

/** What was found in none of some parts. */
export function findingsElsewhere(
  { findings }: Analysis,
  parts: readonly (readonly Part[])[],
): readonly Finding[] {
  const inParts = new Set(parts.flatMap(findingsOf));
  return findings.filter(finding => !inParts.has(finding));
}

interface Statement {
  readonly text: string;
  readonly span: Span;
  readonly horizon?: string | undefined;
  readonly confidence?: string | undefined;
  readonly audience?: string | undefined;
}

function statementNode(
  kind: 'judgment' | 'prediction' | 'decision' | 'question',
  { text, span, horizon, confidence, audience }: Statement,
  figures: FigureNodes,
  findings: readonly Finding[],
): SidebarNode {
  return nodeOf(kind, text, {
    description: [horizon, confidence, audience].filter(Boolean).join(', '),
    span,
    findings,
    hasChildren: confidence !== undefined || figures.standIn(span),
    children: () => [
      ...(confidence ? [nodeOf('confidence', `Confidence: ${confidence}`, { span })] : []),
      ...figures.within(span),
    ],
  });
}

function metricNode(
  { name, value, source, span }: Metric,
  figures: FigureNodes,
  findings: readonly Finding[],
): SidebarNode {
  return nodeOf('metric', name, {
    description: value.text,
    span,
    findings,
    hasChildren: source !== undefined || figures.standIn(value.span),
    children: () => [...figures.within(value.span), ...fieldNodes('source', 'Source', source)],
  });
}

/** Figures as nodes, with what they say as far as the text tells. */
export class FigureNodes {
  private mentions: ReadonlyMap<PlacedFigure, Mention> | undefined;
  private found: ReadonlyMap<PlacedFigure, readonly Finding[]> | undefined;

  constructor(private readonly analysis: Analysis) {}

  standIn(span: Span): boolean {
    return hasWithin(this.analysis.report.figures, span);
  }

  within(span: Span): readonly SidebarNode[] {
    return within(this.analysis.report.figures, span).map(figure => {
      const { measure, periods = [] } = this.mentionOf(figure) ?? {};
      return this.node(figure, [measure, ...periods].filter(Boolean).join(', '));
    });
  }

  node(figure: PlacedFigure, description: string): SidebarNode {
    const findings = this.findingsOf(figure);
    const isUnconfirmed = findings.some(({ rule }) => rule === 'unverified-figure');
    return nodeOf(isUnconfirmed ? 'unconfirmed' : 'figure', figure.text, {
      description,
      span: figure.span,
      findings,
    });
  }

  /** What was found in a figure's own words. */
  findingsOf(figure: PlacedFigure): readonly Finding[] {
    this.found ??= this.findingsByFigure();
    return this.found.get(figure) ?? [];
  }

  private findingsByFigure(): ReadonlyMap<PlacedFigure, readonly Finding[]> {
    const found = new Map<PlacedFigure, Finding[]>();
    for (const finding of this.analysis.findings) {
      const figure = figureAt(this.analysis.report, finding.span.start);
      if (!figure || !contains(figure.span, finding.span)) continue;
      const findings = found.get(figure);
      if (findings) findings.push(finding);
      else found.set(figure, [finding]);
    }
    return found;
  }

  private mentionOf(figure: PlacedFigure): Mention | undefined {
    this.mentions ??= new Map(
      this.analysis.claims.flatMap(({ mentions }) => mentions.map(mention => [mention.figure, mention])),
    );
    return this.mentions.get(figure);
  }
}

function eventNode(event: Event, figures: FigureNodes, findings: readonly Finding[]): SidebarNode {
  const { title, titleSpan, date, span, facts, drivers, source } = event;
  return nodeOf('event', title, {
    description: date,
    span: titleSpan,
    extent: span,
    findings,
    hasChildren: [date, facts, drivers, source].some(Boolean),
    children: () => [
      ...(date ? [nodeOf('date', date, { span: titleSpan })] : []),
      ...factNodes(facts, figures),
      ...fieldNodes('drivers', 'Driving factors', drivers),
      ...fieldNodes('source', 'Source', source),
    ],
  });
}

function factNodes(facts: Field | undefined, figures: FigureNodes): readonly SidebarNode[] {
  if (!facts) return [];
  const nodes = figures.within(facts.span);
  const description = nodes.length === 1 ? '1 figure' : `${nodes.length} figures`;
  return [
    nodeOf('facts', facts.text, {
      label: 'Facts',
      description,
      span: facts.span,
      hasChildren: nodes.length > 0,
      children: () => nodes,
    }),
  ];
}

function sorted(parts: readonly Part[], order: Order): readonly Part[] {
  switch (order) {
    case 'subject':
      return parts;
    case 'text':
      return parts.toSorted((a, b) => a.extent.start - b.extent.start);
    case 'findings':
      return mostFindingsFirst(parts);
  }
}

export function mostFindingsFirst(parts: readonly Part[]): readonly Part[] {
  return parts.toSorted((a, b) => b.node.findings.length - a.node.findings.length);
}

/** EDTF dates sort as text; events without a date come last. */
function newestFirst(events: readonly Event[]): readonly Event[] {
  const key = ({ date }: Event) => date ?? '';
  return events.toSorted((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
}

const LEVELS = [/\bhigh\b|高/i, /\bmedium\b|\bmoderate\b|中/i, /\blow\b|低/i];

/** 0 for a high confidence, 1 for a medium, 2 for a low one, 3 where the words tell none of these. */
export function confidenceRank(confidence: string): number {
  const level = LEVELS.findIndex(pattern => pattern.test(confidence));
  return level < 0 ? LEVELS.length : level;
}

function surestFirst<T extends { readonly confidence: string | undefined }>(all: readonly T[]): readonly T[] {
  const rank = ({ confidence }: T) => confidenceRank(confidence ?? '');
  return all.toSorted((a, b) => rank(a) - rank(b));
}
