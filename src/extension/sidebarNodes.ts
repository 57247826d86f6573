// The sidebar's tree as data: the parts of the report, each with what was found in it.
import type { Analysis, Event, Field, Finding, Judgment, Player, Severity, Span } from '../core';
import { firstFrom } from '../core/text/scopes';
import { contains } from '../core/text/span';

export type NodeKind =
  | 'events'
  | 'players'
  | 'judgments'
  | 'event'
  | 'player'
  | 'judgment'
  | 'date'
  | 'facts'
  | 'figure'
  | 'drivers'
  | 'source'
  | 'position'
  | 'interests'
  | 'confidence'
  | 'finding';

export interface SidebarNode {
  /** The same for the same part of the next version of the report. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** Shown dimmed after the label. */
  readonly description: string;
  /** The whole of what the label may have to cut short. */
  readonly detail: string;
  /** The text that it stands for. */
  readonly span: Span | undefined;
  /** How many findings there are in it. */
  readonly findings: number;
  /** The gravest of them. */
  readonly severity: Severity | undefined;
  readonly children: readonly SidebarNode[];
}

const GRAVITY: readonly Severity[] = ['hint', 'information', 'warning', 'error'];
const LONGEST_LABEL = 120;

/** The roots: Events, Players and Judgments. Time is linear in the text, but for parts that lie in each other. */
export function sidebarNodes(analysis: Analysis): readonly SidebarNode[] {
  const reader = new NodeReader(analysis);
  const { events, players, judgments } = analysis.report;
  return [
    root('events', 'Events', numbered(events.map(event => reader.event(event)))),
    root('players', 'Players', numbered(players.map(player => reader.player(player)))),
    root('judgments', 'Judgments', numbered(judgments.map(judgment => reader.judgment(judgment)))),
  ];
}

class NodeReader {
  constructor(private readonly analysis: Analysis) {}

  event(event: Event): SidebarNode {
    const findings = within(this.analysis.findings, event.span);
    const children = [
      ...(event.date ? [leaf('date', event.date, event.titleSpan)] : []),
      ...this.facts(event.facts),
      ...fieldNode('drivers', 'Driving factors', event.drivers),
      ...fieldNode('source', 'Source', event.source),
      ...findings.map(findingNode),
    ];
    return node('event', event.title, event.date, event.titleSpan, findings, children);
  }

  player(player: Player): SidebarNode {
    const { events, judgments } = this.analysis.report;
    const own = [player.position, player.interests].flatMap(field => field?.span ?? []);
    const findings = this.analysis.findings.filter(({ span }) => own.some(part => contains(part, span)));
    const isNamedIn = (span: Span) => within(player.mentions, span).length > 0;
    const children = [
      ...fieldNode('position', 'Position', player.position),
      ...fieldNode('interests', 'Interests', player.interests),
      ...events
        .filter(({ span }) => isNamedIn(span))
        .map(event => leaf('event', event.title, event.titleSpan)),
      ...judgments
        .filter(({ span }) => isNamedIn(span))
        .map(({ text, span }) => leaf('judgment', text, span)),
      ...findings.map(findingNode),
    ];
    return node('player', player.name, undefined, player.span, findings, children);
  }

  judgment(judgment: Judgment): SidebarNode {
    const findings = within(this.analysis.findings, judgment.span);
    const { confidence } = judgment;
    const children = [
      ...(confidence ? [leaf('confidence', `Confidence: ${confidence}`, judgment.span)] : []),
      ...findings.map(findingNode),
    ];
    return node('judgment', judgment.text, confidence, judgment.span, findings, children);
  }

  private facts(facts: Field | undefined): readonly SidebarNode[] {
    if (!facts) return [];
    const figures = within(this.analysis.report.figures, facts.span).map(figure =>
      leaf('figure', figure.text, figure.span),
    );
    const description = figures.length === 1 ? '1 figure' : `${figures.length} figures`;
    return [{ ...leaf('facts', 'Facts', facts.span), description, detail: facts.text, children: figures }];
  }
}

function root(
  kind: 'events' | 'players' | 'judgments',
  label: string,
  children: readonly SidebarNode[],
): SidebarNode {
  return {
    id: kind,
    kind,
    label,
    description: String(children.length),
    detail: '',
    span: undefined,
    findings: children.reduce((sum, child) => sum + child.findings, 0),
    severity: gravest(children.flatMap(child => child.severity ?? [])),
    children: children.map(child => underId(kind, child)),
  };
}

function node(
  kind: NodeKind,
  text: string,
  description: string | undefined,
  span: Span,
  findings: readonly Finding[],
  children: readonly SidebarNode[],
): SidebarNode {
  return {
    ...leaf(kind, text, span),
    description: description ?? '',
    findings: findings.length,
    severity: gravest(findings.map(finding => finding.severity)),
    children,
  };
}

function leaf(kind: NodeKind, text: string, span: Span): SidebarNode {
  const start = text.slice(0, LONGEST_LABEL).replace(/[\uD800-\uDBFF]$/, '');
  const label = text.length > LONGEST_LABEL ? `${start.trimEnd()}…` : text;
  return {
    id: `${kind}:${label}`,
    kind,
    label,
    description: '',
    detail: text,
    span,
    findings: 0,
    severity: undefined,
    children: [],
  };
}

function fieldNode(kind: NodeKind, label: string, field: Field | undefined): readonly SidebarNode[] {
  return field ? [{ ...leaf(kind, label, field.span), description: field.text, detail: field.text }] : [];
}

function findingNode(finding: Finding): SidebarNode {
  const { rule, severity, span } = finding;
  return {
    ...leaf('finding', finding.message, span),
    id: `finding:${rule}:${finding.message}`,
    description: rule,
    severity,
  };
}

/** Gives nodes of the same name different ids. */
function numbered(nodes: readonly SidebarNode[]): readonly SidebarNode[] {
  const seen = new Map<string, number>();
  return nodes.map(one => {
    const times = seen.get(one.id) ?? 0;
    seen.set(one.id, times + 1);
    return times === 0 ? one : { ...one, id: `${one.id}#${times + 1}` };
  });
}

/** Ids are unique in the whole tree: each begins with its parent's. */
function underId(parent: string, child: SidebarNode): SidebarNode {
  const id = `${parent}/${child.id}`;
  return { ...child, id, children: numbered(child.children).map(grandchild => underId(id, grandchild)) };
}

function gravest(severities: readonly Severity[]): Severity | undefined {
  return GRAVITY.findLast(severity => severities.includes(severity));
}

type Placed = Span | { readonly span: Span };

/** Those that lie in a span, of a list in text order. */
function within<T extends Placed>(ordered: readonly T[], outer: Span): readonly T[] {
  const startOf = (item: T) => spanOf(item).start;
  const from = firstFrom(ordered, outer.start, startOf);
  const to = firstFrom(ordered, outer.end, startOf);
  return ordered.slice(from, to).filter(item => contains(outer, spanOf(item)));
}

function spanOf(item: Placed): Span {
  return 'span' in item ? item.span : item;
}
