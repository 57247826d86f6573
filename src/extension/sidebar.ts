// The sidebar: the report of the active editor as a tree.
import * as vscode from 'vscode';
import type { Severity } from '../core';
import { badgeUri, severityColor, showBadges } from './badges';
import { COMMANDS } from './commands';
import type { CurrentReport } from './currentReport';
import { type NodeKind, type SidebarNode, sidebarNodes } from './sidebarNodes';

const ICONS: Readonly<Record<NodeKind, string>> = {
  events: 'milestone',
  players: 'organization',
  judgments: 'law',
  event: 'milestone',
  player: 'person',
  judgment: 'law',
  date: 'calendar',
  facts: 'checklist',
  figure: 'symbol-numeric',
  drivers: 'rocket',
  source: 'references',
  position: 'compass',
  interests: 'target',
  confidence: 'pulse',
  finding: 'info',
};

const FINDING_ICONS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'lightbulb',
};

export interface Sidebar extends vscode.Disposable {
  /** What the tree shows at its top; empty when there is no report. */
  roots(): readonly SidebarNode[];
}

export function showSidebar(current: CurrentReport): Sidebar {
  const tree = new ReportTree(current);
  const view = vscode.window.createTreeView('annotatedReading.report', { treeDataProvider: tree });
  const subscriptions = vscode.Disposable.from(
    tree,
    view,
    showBadges(),
    current.onDidChange(() => tree.update()),
  );
  tree.update();
  return { roots: () => tree.roots, dispose: () => subscriptions.dispose() };
}

class ReportTree implements vscode.TreeDataProvider<SidebarNode>, vscode.Disposable {
  roots: readonly SidebarNode[] = [];
  private uri: string | undefined;
  private readonly parents = new Map<string, SidebarNode>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly current: CurrentReport) {}

  dispose(): void {
    this.changed.dispose();
  }

  update(): void {
    const { document, state } = this.current;
    this.uri = document?.uri.toString();
    this.roots = state?.kind === 'checked' ? sidebarNodes(state.analysis) : [];
    this.parents.clear();
    this.rememberParents(this.roots);
    void vscode.commands.executeCommand('setContext', 'annotatedReading.state', state?.kind);
    this.changed.fire();
  }

  getChildren(node?: SidebarNode): SidebarNode[] {
    return [...(node ? node.children : this.roots)];
  }

  getParent(node: SidebarNode): SidebarNode | undefined {
    return this.parents.get(node.id);
  }

  getTreeItem(node: SidebarNode): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const isRoot = this.roots.includes(node);
    const state = node.children.length === 0 ? None : isRoot ? Expanded : Collapsed;
    const item = new vscode.TreeItem(node.label, state);
    item.id = node.id;
    item.description = node.description;
    item.contextValue = node.kind;
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

function iconOf({ kind, severity }: SidebarNode): vscode.ThemeIcon {
  const icon = kind === 'finding' && severity ? FINDING_ICONS[severity] : ICONS[kind];
  return new vscode.ThemeIcon(icon, severity && severityColor(severity));
}

/** Report text goes in as text, so that no Markdown in it takes effect. */
function tooltipOf({ detail, label, description }: SidebarNode): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString().appendText(detail || label);
  if (description && description !== detail) tooltip.appendMarkdown('\n\n').appendText(description);
  return tooltip;
}

function accessibleLabel({ kind, label, description, findings }: SidebarNode): string {
  const count = findings === 1 ? '1 finding' : findings > 1 ? `${findings} findings` : '';
  return [kind === 'finding' ? `Finding: ${label}` : label, description, count].filter(Boolean).join(', ');
}
