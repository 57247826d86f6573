// An item of the sidebar as data, and how items are made.
import type { Field, Finding, Severity, Span } from '../core';
import { firstFrom } from '../core/text/scopes';
import { contains } from '../core/text/span';

export type GroupKind =
  | 'events'
  | 'players'
  | 'judgments'
  | 'data'
  | 'predictions'
  | 'decisions'
  | 'questions';

export type NodeKind =
  | GroupKind
  | 'event'
  | 'player'
  | 'judgment'
  | 'metric'
  | 'prediction'
  | 'decision'
  | 'question'
  | 'date'
  | 'facts'
  | 'measure'
  | 'figure'
  | 'drivers'
  | 'source'
  | 'position'
  | 'interests'
  | 'confidence'
  | 'mentions'
  | 'mention'
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

export function group(kind: GroupKind, label: string, nodes: readonly SidebarNode[]): SidebarNode {
  const children = numbered(nodes);
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

export function part(
  kind: NodeKind,
  text: string,
  description: string | undefined,
  span: Span,
  findings: readonly Finding[],
  children: readonly SidebarNode[],
): SidebarNode {
  return {
    ...leaf(kind, text, span, description),
    findings: findings.length,
    severity: gravest(findings.map(finding => finding.severity)),
    children: [...children, ...findings.map(findingNode)],
  };
}

export function leaf(kind: NodeKind, text: string, span: Span | undefined, description = ''): SidebarNode {
  const start = text.slice(0, LONGEST_LABEL).replace(/[\uD800-\uDBFF]$/, '');
  const label = text.length > LONGEST_LABEL ? `${start.trimEnd()}…` : text;
  return {
    id: `${kind}:${label}`,
    kind,
    label,
    description,
    detail: text,
    span,
    findings: 0,
    severity: undefined,
    children: [],
  };
}

export function fieldNode(kind: NodeKind, label: string, field: Field | undefined): readonly SidebarNode[] {
  return field ? [{ ...leaf(kind, label, field.span, field.text), detail: field.text }] : [];
}

function findingNode(finding: Finding): SidebarNode {
  const { rule, severity, span, message } = finding;
  return { ...leaf('finding', message, span, rule), id: `finding:${rule}:${message}`, severity };
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
export function within<T extends Placed>(ordered: readonly T[], outer: Span): readonly T[] {
  const startOf = (item: T) => spanOf(item).start;
  const from = firstFrom(ordered, outer.start, startOf);
  const to = firstFrom(ordered, outer.end, startOf);
  return ordered.slice(from, to).filter(item => contains(outer, spanOf(item)));
}

function spanOf(item: Placed): Span {
  return 'span' in item ? item.span : item;
}
