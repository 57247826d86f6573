// An item of the sidebar as data, and how items are made.
import type { Field, Finding, Severity, Span } from '../core';
import { OBJECT } from '../core/markdown/prose';

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

const LONGEST_LABEL = 100;

/** What a node is made of, as far as its words do not say it. */
export interface NodeContent {
  readonly label?: string;
  readonly key?: string;
  readonly description?: string | undefined;
  readonly detail?: string;
  readonly span?: Span | undefined;
  readonly extent?: Span | undefined;
  readonly findings?: readonly Finding[];
  /** What is in it, but for the findings. */
  readonly children?: () => readonly SidebarNode[];
  /** Whether there are such; true, where children are given and it is not said. */
  readonly hasChildren?: boolean;
  /** Those of the findings that become children; all, where it is not said. */
  readonly listed?: readonly Finding[];
}

/**
 * A node of some words. Thousands are made after each edit, nearly all of them to find out that nothing about them has
 * changed, so that what is shown of them is put in words only when somebody asks.
 */
export class SidebarNode {
  private made: readonly SidebarNode[] | undefined;

  constructor(
    readonly kind: NodeKind,
    private readonly text: string,
    private readonly content: NodeContent,
  ) {}

  /** Tells it from its siblings of other words; the same for the same part of the next version of the report. */
  get key(): string {
    return `${this.kind}:${this.content.key ?? this.ownLabel}`;
  }

  get label(): string {
    return shown(this.ownLabel);
  }

  /** Shown dimmed after the label. */
  get description(): string {
    return shown(this.content.description ?? '');
  }

  /** The whole of what the label may have to cut short. */
  get detail(): string {
    return shown(this.content.detail ?? this.text);
  }

  /** The text that a click selects. */
  get span(): Span | undefined {
    return this.content.span;
  }

  /** All the text that belongs to it. */
  get extent(): Span | undefined {
    return this.content.extent ?? this.content.span;
  }

  /** What was found in it, in text order. */
  get findings(): readonly Finding[] {
    return this.content.findings ?? [];
  }

  /** Known without making them. */
  get hasChildren(): boolean {
    const { children, hasChildren = children !== undefined } = this.content;
    return hasChildren || this.listed.length > 0;
  }

  /** Made when they are asked for first; findings in it are the last. */
  get children(): readonly SidebarNode[] {
    this.made ??= [...(this.content.children?.() ?? []), ...this.listed.map(findingNode)];
    return this.made;
  }

  /** The node with only these of its children. */
  withOnly(children: readonly SidebarNode[], description = this.content.description): SidebarNode {
    return new SidebarNode(this.kind, this.text, {
      ...this.content,
      description,
      listed: [],
      hasChildren: children.length > 0,
      children: () => children,
    });
  }

  hasKeyOf(other: SidebarNode): boolean {
    return (this.kind === other.kind && this.saysWordsOf(other)) || this.key === other.key;
  }

  /** Whether the reader sees no difference between the two. */
  looksLike(other: SidebarNode): boolean {
    const { findings, description } = this;
    const saysSame =
      (this.saysWordsOf(other) && this.content.detail === other.content.detail) ||
      (this.label === other.label && this.detail === other.detail);
    return (
      saysSame &&
      description === other.description &&
      this.hasChildren === other.hasChildren &&
      findings.length === other.findings.length &&
      (isGathering(this.kind)
        ? gravest(findings) === gravest(other.findings)
        : findings.every((finding, i) => isSaidBy(finding, other.findings[i])))
    );
  }

  private get ownLabel(): string {
    return this.content.label ?? cut(this.text);
  }

  private get listed(): readonly Finding[] {
    return this.content.listed ?? this.findings;
  }

  private saysWordsOf({ text, content: { key, label } }: SidebarNode): boolean {
    return this.text === text && this.content.label === label && this.content.key === key;
  }
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

const GRAVITY: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** A node of the given words; findings in it become its last children. */
export function nodeOf(kind: NodeKind, text: string, content: NodeContent = {}): SidebarNode {
  return new SidebarNode(kind, text, content);
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

/** What was found in some nodes or parts, each once. */
export function findingsOf(all: readonly { readonly findings: readonly Finding[] }[]): readonly Finding[] {
  const found = new Set<Finding>();
  for (const { findings } of all) for (const finding of findings) found.add(finding);
  return [...found];
}

export function fieldNodes(kind: NodeKind, label: string, field: Field | undefined): readonly SidebarNode[] {
  return field ? [nodeOf(kind, field.text, { label, description: field.text, span: field.span })] : [];
}

export function findingNode(finding: Finding): SidebarNode {
  const { rule, span, message } = finding;
  return nodeOf('finding', message, {
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

function isSaidBy(a: Finding, b: Finding | undefined): boolean {
  return a.severity === b?.severity && a.message === b.message;
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
