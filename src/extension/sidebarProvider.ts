// Gives VS Code the tree by ids, and tells it which of them to show anew.
import * as vscode from 'vscode';
import { itemOf } from './sidebarItem';
import { isGathering, type SidebarNode } from './sidebarNode';
import type { SidebarReports } from './sidebarReports';
import { SidebarTree, TOP } from './sidebarTree';

export class SidebarProvider implements vscode.TreeDataProvider<string>, vscode.Disposable {
  roots: readonly SidebarNode[] = [];
  private readonly tree = new SidebarTree();
  private readonly changed = new vscode.EventEmitter<string[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly reports: SidebarReports) {}

  dispose(): void {
    this.changed.dispose();
  }

  /** Takes the reports as they are now; what is shown of them is told only where it has changed. */
  update(): void {
    this.roots = this.reports.roots();
    const changed = this.tree.update(this.roots);
    if (changed.includes(TOP)) this.changed.fire(undefined);
    else if (changed.length > 0) this.changed.fire([...changed]);
  }

  getChildren(id: string = TOP): string[] {
    return [...this.tree.childrenOf(id)];
  }

  getParent(id: string): string | undefined {
    return this.tree.parentOf(id);
  }

  getTreeItem(id: string): vscode.TreeItem {
    const node = this.nodeOf(id);
    // VS Code may still ask for what has gone meanwhile.
    if (!node) return new vscode.TreeItem('');
    return itemOf(id, node, node.kind === 'report' ? this.reports.isActive(node) : undefined);
  }

  nodeOf(id: string): SidebarNode | undefined {
    return this.tree.nodeOf(id);
  }

  /** The id of a node of the present version. */
  idOf(node: SidebarNode, above: string = TOP): string | undefined {
    for (const id of this.getChildren(above)) {
      const found = this.nodeOf(id) === node ? id : this.idOf(node, id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The file that an item belongs to. */
  uriOf(id: string): vscode.Uri | undefined {
    let root = id;
    for (let above = this.getParent(root); above !== undefined; above = this.getParent(root)) root = above;
    const node = this.nodeOf(root);
    return node && this.reports.uriOf(node);
  }

  /** The part at an offset of a file; of several, the shortest. */
  idAt(uri: vscode.Uri, offset: number): string | undefined {
    let found: { readonly id: string; readonly length: number } | undefined;
    const search = (id: string) => {
      const node = this.nodeOf(id);
      const { start = 0, end = Number.POSITIVE_INFINITY } = node?.extent ?? {};
      if (!node || offset < start || offset > end) return;
      if (isGathering(node.kind)) for (const child of this.getChildren(id)) search(child);
      else if (end - start < (found?.length ?? Number.POSITIVE_INFINITY)) found = { id, length: end - start };
    };
    for (const root of this.getChildren()) if (this.uriOf(root)?.toString() === uri.toString()) search(root);
    return found?.id;
  }
}
