// An item of the sidebar as data, and how items are made.
import type { Field, Finding, Severity, Span } from '../core';
import { OBJECT } from '../core/markdown/prose';
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

export type PartKind = 'event' | 'player' | 'judgment' | 'metric' | 'prediction' | 'decision' | 'question';

export type NodeKind =
  | GroupKind
  | PartKind
  | 'report'
  | 'section'
  | 'naming'
  | 'rest'
  | 'date'
  | 'facts'
  | 'measure'
  | 'figure'
  | 'unconfirmed'
  | 'drivers'
  | 'source'
  | 'position'
  | 'interests'
  | 'confidence'
  | 'mentions'
  | 'mention'
  | 'finding';

export interface SidebarNode {
  /** Tells it from its siblings of other words; the same for the same part of the next version of the report. */
  readonly key: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** Shown dimmed after the label. */
  readonly description: string;
  /** The whole of what the label may have to cut short. */
  readonly detail: string;
  /** The text that a click selects. */
  readonly span: Span | undefined;
  /** All the text that belongs to it. */
  readonly extent: Span | undefined;
  /** What was found in it, in text order. */
  readonly findings: readonly Finding[];
  /** Known without making them. */
  readonly hasChildren: boolean;
  /** Made when they are asked for first. */
  readonly children: readonly SidebarNode[];
}

const GATHERING: ReadonlySet<NodeKind> = new Set([
  'events',
  'players',
  'judgments',
  'data',
  'predictions',
  'decisions',
  'questions',
  'report',
  'section',
  'naming',
  'rest',
]);

/** Whether such an item is nothing in itself, and only gathers others. */
export function isGathering(kind: NodeKind): boolean {
  return GATHERING.has(kind);
}

interface NodeContent {
  readonly key?: string;
  readonly label?: string;
  readonly description?: string | undefined;
  readonly detail?: string;
  readonly span?: Span | undefined;
  readonly extent?: Span;
  readonly findings?: readonly Finding[];
  /** What is in it, but for the findings. */
  readonly children?: () => readonly SidebarNode[];
  /** Whether there are such; true, where children are given and it is not said. */
  readonly hasChildren?: boolean;
  /** Those of the findings that become children; all, where it is not said. */
  readonly listed?: readonly Finding[];
}

const GRAVITY: readonly Severity[] = ['hint', 'information', 'warning', 'error'];
const LONGEST_LABEL = 100;

/** A node of the given words; findings in it become its last children. */
export function nodeOf(kind: NodeKind, text: string, content: NodeContent = {}): SidebarNode {
  const { span, findings = [], listed = findings } = content;
  const label = content.label ?? cut(text);
  let children: readonly SidebarNode[] | undefined;
  return {
    key: `${kind}:${content.key ?? label}`,
    kind,
    label: shown(label),
    description: shown(content.description ?? ''),
    detail: shown(content.detail ?? text),
    span,
    extent: content.extent ?? span,
    findings,
    hasChildren: (content.hasChildren ?? content.children !== undefined) || listed.length > 0,
    get children() {
      children ??= [...(content.children?.() ?? []), ...listed.map(findingNode)];
      return children;
    },
  };
}

/** A node that gathers others, with their number and all that was found in them. */
export function groupOf(
  kind: NodeKind,
  label: string,
  children: readonly SidebarNode[],
  content: NodeContent = {},
): SidebarNode {
  const findings = content.findings ?? findingsOf(children);
  return laterGroup(kind, label, children.length, () => children, { ...content, findings });
}

/** A group whose children are made when they are asked for, as those of a closed one never are. */
export function laterGroup(
  kind: NodeKind,
  label: string,
  count: number,
  children: () => readonly SidebarNode[],
  content: NodeContent & { readonly findings: readonly Finding[] },
): SidebarNode {
  const hasChildren = count > 0;
  return nodeOf(kind, label, {
    description: String(count),
    detail: '',
    listed: [],
    ...content,
    hasChildren,
    children,
  });
}

/** What was found in some nodes, each once. */
export function findingsOf(nodes: readonly SidebarNode[]): readonly Finding[] {
  const found = new Set<Finding>();
  for (const { findings } of nodes) for (const finding of findings) found.add(finding);
  return [...found];
}

export function fieldNodes(kind: NodeKind, label: string, field: Field | undefined): readonly SidebarNode[] {
  return field ? [nodeOf(kind, field.text, { label, description: field.text, span: field.span })] : [];
}

export function findingNode(finding: Finding): SidebarNode {
  const { rule, span, message } = finding;
  return nodeOf('finding', message, {
    key: `${rule}:${message}`,
    description: rule,
    span,
    findings: [finding],
    listed: [],
  });
}

/** The gravest severity among findings. */
export function gravest(findings: readonly Finding[]): Severity | undefined {
  return GRAVITY.findLast(severity => findings.some(finding => finding.severity === severity));
}

/** The place of what is no prose, such as code or a picture, is known by a character that fonts draw as a box. */
function shown(text: string): string {
  return text.includes(OBJECT) ? text.replaceAll(OBJECT, '…') : text;
}

/** At a word's end where there is one near, and never between the halves of a character. */
function cut(text: string): string {
  if (text.length <= LONGEST_LABEL) return text;
  const start = text.slice(0, LONGEST_LABEL).replace(/[\uD800-\uDBFF]$/, '');
  const space = start.lastIndexOf(' ');
  return `${start.slice(0, space > LONGEST_LABEL / 2 ? space : undefined)}…`;
}

type Placed = Span | { readonly span: Span };

/** Those that lie in a span, of a list in text order. */
export function within<T extends Placed>(ordered: readonly T[], outer: Span): readonly T[] {
  const startOf = (item: T) => spanOf(item).start;
  const from = firstFrom(ordered, outer.start, startOf);
  const to = firstFrom(ordered, outer.end, startOf);
  return from === to ? [] : ordered.slice(from, to).filter(item => contains(outer, spanOf(item)));
}

/** Whether one of a list in text order lies in a span. */
export function hasWithin<T extends Placed>(ordered: readonly T[], outer: Span): boolean {
  for (let i = firstFrom(ordered, outer.start, item => spanOf(item).start); i < ordered.length; i++) {
    const item = ordered[i];
    if (item === undefined || spanOf(item).start >= outer.end) return false;
    if (contains(outer, spanOf(item))) return true;
  }
  return false;
}

function spanOf(item: Placed): Span {
  return 'span' in item ? item.span : item;
}
