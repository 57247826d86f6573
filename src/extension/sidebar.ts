// The sidebar: the report of the active editor as a tree.
import * as vscode from 'vscode';
import type { Severity, Span } from '../core';
import { badgeUri, severityColor, showBadges } from './badges';
import { COMMANDS } from './commands';
import type { CurrentReport } from './currentReport';
import { registerSidebarActions } from './sidebarActions';
import type { NodeKind, SidebarNode } from './sidebarNode';
import { filtered, sidebarNodes } from './sidebarNodes';
import { SidebarView } from './sidebarView';

const ICONS: Readonly<Record<NodeKind, string>> = {
  events: 'milestone',
  players: 'organization',
  judgments: 'law',
  data: 'graph',
  predictions: 'telescope',
  decisions: 'tasklist',
  questions: 'question',
  event: 'milestone',
  player: 'person',
  judgment: 'law',
  metric: 'graph',
  prediction: 'telescope',
  decision: 'tasklist',
  question: 'question',
  date: 'calendar',
  facts: 'checklist',
  measure: 'graph-line',
  figure: 'symbol-numeric',
  drivers: 'rocket',
  source: 'references',
  position: 'compass',
  interests: 'target',
  confidence: 'pulse',
  mentions: 'list-flat',
  mention: 'quote',
  finding: 'info',
};

const FINDING_ICONS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'lightbulb',
};

const OPEN_AT_FIRST: ReadonlySet<NodeKind> = new Set(['events', 'players', 'judgments']);
const MOST_FINDINGS = 5;

export interface Sidebar extends vscode.Disposable {
  /** What the tree shows at its top; empty when there is no report. */
  roots(): readonly SidebarNode[];
}

export function showSidebar(current: CurrentReport, memory: vscode.Memento): Sidebar {
  const looks = new SidebarView(memory);
  const tree = new ReportTree(current, looks);
  const view = vscode.window.createTreeView('annotatedReading.report', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const update = () => {
    tree.update();
    view.message = tree.roots.length > 0 ? looks.message() : '';
  };
  const follow = (editor: vscode.TextEditor | undefined) => {
    if (!looks.followsCursor || !view.visible || !editor || editor.document !== current.document) return;
    const node = tree.nodeAt(editor.document.offsetAt(editor.selection.active));
    if (node) void view.reveal(node, { select: true, focus: false });
  };
  const subscriptions = vscode.Disposable.from(
    tree,
    looks,
    view,
    showBadges(),
    current.onDidChange(update),
    looks.onDidChange(() => {
      update();
      follow(vscode.window.activeTextEditor);
    }),
    view.onDidChangeVisibility(() => follow(vscode.window.activeTextEditor)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    registerSidebarActions(looks, current, update),
  );
  update();
  return { roots: () => tree.roots, dispose: () => subscriptions.dispose() };
}

class ReportTree implements vscode.TreeDataProvider<SidebarNode>, vscode.Disposable {
  roots: readonly SidebarNode[] = [];
  private uri: string | undefined;
  private readonly parents = new Map<string, SidebarNode>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly current: CurrentReport,
    private readonly looks: SidebarView,
  ) {}

  dispose(): void {
    this.changed.dispose();
  }

  update(): void {
    const { document, state } = this.current;
    const { words, onlyWithFindings, order } = this.looks;
    this.uri = document?.uri.toString();
    this.roots =
      state?.kind === 'checked' ? filtered(sidebarNodes(state.analysis, order), words, onlyWithFindings) : [];
    this.parents.clear();
    this.rememberParents(this.roots);
    void vscode.commands.executeCommand('setContext', 'annotatedReading.state', state?.kind);
    this.changed.fire();
  }

  /** The part of a group that an offset lies in; of several, the shortest. */
  nodeAt(offset: number): SidebarNode | undefined {
    const length = ({ start, end }: Span) => end - start;
    let found: SidebarNode | undefined;
    for (const node of this.roots.flatMap(({ children }) => children)) {
      const span = extentOf(node);
      if (!span || offset < span.start || offset > span.end) continue;
      const best = found && extentOf(found);
      if (!best || length(span) < length(best)) found = node;
    }
    return found;
  }

  getChildren(node?: SidebarNode): SidebarNode[] {
    return [...(node ? node.children : this.roots)];
  }

  getParent(node: SidebarNode): SidebarNode | undefined {
    return this.parents.get(node.id);
  }

  getTreeItem(node: SidebarNode): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const state = node.children.length === 0 ? None : OPEN_AT_FIRST.has(node.kind) ? Expanded : Collapsed;
    const item = new vscode.TreeItem(node.label, state);
    item.id = node.id;
    item.description = node.description;
    item.contextValue = node.span ? 'text' : 'group';
    item.iconPath = iconOf(node);
    if (node.findings > 0 && node.severity) item.resourceUri = badgeUri(node.findings, node.severity);
    item.tooltip = tooltipOf(node);
    item.accessibilityInformation = { label: accessibleLabel(node) };
    if (node.span) {
      item.command = { command: COMMANDS.reveal, title: 'Go to Text', arguments: [this.uri, node.span] };
    }
    return item;
  }

  private rememberParents(nodes: readonly SidebarNode[]): void {
    for (const node of nodes) {
      for (const child of node.children) this.parents.set(child.id, node);
      this.rememberParents(node.children);
    }
  }
}

/** From a part's title to the end of what belongs to it; a player is only where it is introduced. */
function extentOf({ kind, span, children }: SidebarNode): Span | undefined {
  if (!span || kind === 'player') return span;
  return { start: span.start, end: Math.max(span.end, ...children.map(child => child.span?.end ?? 0)) };
}

function iconOf({ kind, severity }: SidebarNode): vscode.ThemeIcon {
  const icon = kind === 'finding' && severity ? FINDING_ICONS[severity] : ICONS[kind];
  return new vscode.ThemeIcon(icon, severity && severityColor(severity));
}

/** Report text goes in as text, so that no Markdown in it takes effect. */
function tooltipOf({ detail, label, description, children }: SidebarNode): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString().appendText(detail || label);
  if (description && description !== detail) tooltip.appendMarkdown('\n\n').appendText(description);
  const findings = children.filter(({ kind }) => kind === 'finding');
  if (findings.length > 0) tooltip.appendMarkdown('\n\n**Findings**\n');
  for (const finding of findings.slice(0, MOST_FINDINGS))
    tooltip.appendMarkdown('\n- ').appendText(finding.detail);
  if (findings.length > MOST_FINDINGS)
    tooltip.appendMarkdown(`\n- and ${findings.length - MOST_FINDINGS} more`);
  return tooltip;
}

function accessibleLabel({ kind, label, description, findings }: SidebarNode): string {
  const count = findings === 1 ? '1 finding' : findings > 1 ? `${findings} findings` : '';
  return [kind === 'finding' ? `Finding: ${label}` : label, description, count].filter(Boolean).join(', ');
}
