// The parts of a report as items of the sidebar, each with what was found in it.
import type { Analysis, Event, Field, Finding, Mention, Metric, PlacedFigure, Span } from '../core';
import { Cover } from '../core/text/cover';
import { playerNodes } from './playerNodes';
import { fieldNodes, type GroupKind, hasWithin, nodeOf, type SidebarNode, within } from './sidebarNode';

export const ORDERS = ['subject', 'text', 'findings'] as const;
/** By date, confidence and so on; as in the text; or the parts with most findings first. */
export type Order = (typeof ORDERS)[number];

/** The parts of one kind. How many they are, and where, is known without making their nodes. */
export class PartList {
  private made: readonly SidebarNode[] | undefined;

  constructor(
    /** All the text of each, in the order of the report. */
    readonly extents: readonly Span[],
    private readonly make: () => readonly SidebarNode[],
  ) {}

  /** Made when they are asked for first. */
  get nodes(): readonly SidebarNode[] {
    this.made ??= this.make();
    return this.made;
  }
}

export type Parts = Readonly<Record<GroupKind, PartList>>;

/** The parts of each kind. Parts, and what is in a part, are read when they are asked for. */
export function partsOf(analysis: Analysis, order: Order): Parts {
  const { report, findings } = analysis;
  const figures = new FigureNodes(analysis);
  const statement =
    (kind: 'judgment' | 'prediction' | 'decision' | 'question') =>
    ({ text, span, horizon, confidence, audience }: Statement): SidebarNode =>
      nodeOf(kind, text, {
        description: [horizon, confidence, audience].filter(Boolean).join(', '),
        span,
        findings: within(findings, span),
        hasChildren: confidence !== undefined || figures.standIn(span),
        children: () => [
          ...(confidence ? [nodeOf('confidence', `Confidence: ${confidence}`, { span })] : []),
          ...figures.within(span),
        ],
      });
  const metric = ({ name, value, source, span }: Metric): SidebarNode =>
    nodeOf('metric', name, {
      description: value.text,
      span,
      findings: within(findings, span),
      hasChildren: source !== undefined || figures.standIn(value.span),
      children: () => [...figures.within(value.span), ...fieldNodes('source', 'Source', source)],
    });
  const list = (parts: readonly { readonly span: Span }[], make: () => readonly SidebarNode[]) =>
    new PartList(
      parts.map(({ span }) => span),
      () => sorted(make(), order),
    );
  const bySubject = order === 'subject';
  const events = bySubject ? newestFirst(report.events) : report.events;
  const judgments = bySubject ? surestFirst(report.judgments) : report.judgments;
  return {
    events: list(events, () => events.map(event => eventNode(event, figures, within(findings, event.span)))),
    players: list(report.players, () => playerNodes(analysis, figures, events)),
    judgments: list(judgments, () => judgments.map(statement('judgment'))),
    data: list(report.metrics, () => report.metrics.map(metric)),
    predictions: list(report.predictions, () => report.predictions.map(statement('prediction'))),
    decisions: list(report.decisions, () => report.decisions.map(statement('decision'))),
    questions: list(report.questions, () => report.questions.map(statement('question'))),
  };
}

/** What was found in some parts. */
export function findingsIn({ findings }: Analysis, parts: readonly PartList[]): readonly Finding[] {
  const covered = coverOf(parts);
  return findings.filter(({ span }) => covered.covers(span));
}

/** What was found in none of some parts. */
export function findingsElsewhere({ findings }: Analysis, parts: readonly PartList[]): readonly Finding[] {
  const covered = coverOf(parts);
  return findings.filter(({ span }) => !covered.covers(span));
}

function coverOf(parts: readonly PartList[]): Cover {
  return new Cover(parts.flatMap(({ extents }) => extents));
}

interface Statement {
  readonly text: string;
  readonly span: Span;
  readonly horizon?: string | undefined;
  readonly confidence?: string | undefined;
  readonly audience?: string | undefined;
}

/** Figures as nodes, with what they say as far as the text tells. */
export class FigureNodes {
  private mentions: ReadonlyMap<PlacedFigure, Mention> | undefined;

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

  findingsOf({ span }: PlacedFigure): readonly Finding[] {
    return within(this.analysis.findings, span);
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

function sorted(nodes: readonly SidebarNode[], order: Order): readonly SidebarNode[] {
  if (order === 'subject') return nodes;
  const startOf = ({ extent }: SidebarNode) => extent?.start ?? 0;
  return order === 'findings'
    ? nodes.toSorted((a, b) => b.findings.length - a.findings.length)
    : nodes.toSorted((a, b) => startOf(a) - startOf(b));
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
