// The Sources view: what the report of the active editor can cite, and what rests on each source.
import * as vscode from 'vscode';
import { entriesByPath } from './candidatesAt';
import { COMMANDS } from './commands';
import type { CurrentReport } from './currentReport';
import { isWebAddress } from './openSource';
import { type SourceNode, sourceNodes } from './sourceNodes';

const ICONS: Readonly<Record<SourceNode['entry']['place']['kind'], string>> = {
  'front-matter': 'references',
  bibtex: 'references',
  'csl-json': 'references',
  footnote: 'note',
  list: 'list-unordered',
  line: 'quote',
  link: 'link',
};

export interface SourcesView extends vscode.Disposable {
  /** What the view shows at its top; empty when there is no report, or none of its sources. */
  roots(): readonly SourceNode[];
}

export function showSources(current: CurrentReport): SourcesView {
  const tree = new SourcesTree(current);
  const view = vscode.window.createTreeView('annotatedReading.sources', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const update = () => {
    tree.update();
    const { length } = tree.roots.filter(({ isCited }) => !isCited);
    view.description = length > 0 ? `${length} not cited` : '';
  };
  update();
  const subscriptions = vscode.Disposable.from(tree, view, current.onDidChange(update));
  return { roots: () => tree.roots, dispose: () => subscriptions.dispose() };
}

class SourcesTree implements vscode.TreeDataProvider<SourceNode>, vscode.Disposable {
  roots: readonly SourceNode[] = [];
  private uri: string | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly current: CurrentReport) {}

  dispose(): void {
    this.changed.dispose();
  }

  update(): void {
    const { document, state } = this.current;
    this.uri = document?.uri.toString();
    this.roots = state?.kind === 'checked' ? sourceNodes(state.analysis, entriesByPath(state)) : [];
    this.changed.fire();
  }

  getChildren(node?: SourceNode): SourceNode[] {
    return [...(node ? node.children : this.roots)];
  }

  getParent(node: SourceNode): SourceNode | undefined {
    return this.roots.find(({ children }) => children.includes(node));
  }

  getTreeItem(node: SourceNode): vscode.TreeItem {
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(node.label, node.children.length > 0 ? Collapsed : None);
    item.id = node.id;
    item.description = node.description;
    item.iconPath = iconOf(node);
    item.contextValue = contextOf(node);
    // As text, so that no Markdown of the bibliography takes effect.
    item.tooltip = new vscode.MarkdownString().appendText(node.detail);
    item.accessibilityInformation = { label: accessibleLabel(node) };
    item.command =
      node.span === undefined
        ? { command: COMMANDS.goToEntry, title: 'Go to Entry', arguments: [node] }
        : { command: COMMANDS.reveal, title: 'Go to Text', arguments: [this.uri, node.span] };
    return item;
  }
}

function iconOf({ kind, entry, isCited }: SourceNode): vscode.ThemeIcon {
  if (kind === 'figure') return new vscode.ThemeIcon('symbol-numeric');
  if (!isCited) return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('disabledForeground'));
  return new vscode.ThemeIcon(ICONS[entry.place.kind]);
}

/** What can be done with it, in words that the menus look for. */
function contextOf({ kind, entry, attached }: SourceNode): string {
  if (kind === 'figure') return 'figure';
  const { key, url, doi, file } = entry;
  const canOpen = [attached, doi, file].some(Boolean) || (url !== undefined && isWebAddress(url));
  return ['source', key === undefined ? '' : 'key', canOpen ? 'open' : ''].filter(Boolean).join(' ');
}

function accessibleLabel({ kind, label, description, children }: SourceNode): string {
  if (kind === 'figure') return `Figure ${label}, ${description}`;
  const { length } = children;
  const figures = length === 0 ? '' : length === 1 ? 'backs 1 figure' : `backs ${length} figures`;
  return [label, description, figures].filter(Boolean).join(', ');
}
