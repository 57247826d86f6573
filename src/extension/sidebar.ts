// The sidebar: a report, or all reports of the workspace, as a tree.
import * as vscode from 'vscode';
import type { Analyses } from './analyses';
import { showBadges } from './badges';
import { COMMANDS, SIDEBAR } from './commands';
import type { CurrentReport } from './currentReport';
import { registerItemActions, registerViewActions } from './sidebarActions';
import { CursorFollower } from './sidebarCursor';
import type { SidebarNode } from './sidebarNode';
import { SidebarProvider } from './sidebarProvider';
import { SidebarReports } from './sidebarReports';
import { SidebarView } from './sidebarView';
import { together } from './together';
import type { WorkspaceReports } from './workspaceReports';

export interface Sidebar extends vscode.Disposable {
  /** What the tree shows at its top; empty when there is no report. */
  roots(): readonly SidebarNode[];
  idOf(node: SidebarNode): string | undefined;
}

export function showSidebar(
  analyses: Analyses,
  current: CurrentReport,
  workspace: WorkspaceReports,
  memory: vscode.Memento,
): Sidebar {
  const looks = new SidebarView(memory);
  const provider = new SidebarProvider(new SidebarReports(current, workspace, looks));
  const view = vscode.window.createTreeView(SIDEBAR, { treeDataProvider: provider, showCollapseAll: true });
  const cursor = new CursorFollower(view, provider, looks);
  const update = () => {
    provider.update();
    tellState(current);
    view.description = looks.showsAllReports ? 'all reports' : current.name;
    const reading = looks.showsAllReports ? workspace.message() : '';
    const limits = provider.roots.length > 0 ? looks.message() : '';
    view.message = [reading, limits].filter(Boolean).join('. ');
    cursor.followSoon();
  };
  const updateSoon = together(update);
  const catchUp = async (document: vscode.TextDocument) => {
    const reading = await analyses.latestReadingOf(document);
    update();
    return reading?.since;
  };
  const followFiles = () => workspace.follow(looks.showsAllReports && view.visible);
  const subscriptions = vscode.Disposable.from(
    provider,
    looks,
    view,
    cursor,
    showBadges(),
    current.onDidChange(updateSoon),
    workspace.onDidChange(() => {
      if (looks.showsAllReports) updateSoon();
    }),
    looks.onDidChange(() => {
      followFiles();
      update();
    }),
    view.onDidChangeVisibility(followFiles),
    registerViewActions(looks),
    registerItemActions({ view, provider, cursor, catchUp, whenRead: one => analyses.whenRead(one) }, looks),
    vscode.commands.registerCommand(COMMANDS.stopReading, () => workspace.stop()),
    vscode.commands.registerCommand(COMMANDS.refreshParts, async () => {
      if (looks.showsAllReports) await workspace.readAnew();
      update();
    }),
  );
  followFiles();
  update();
  return {
    roots: () => provider.roots,
    idOf: node => provider.idOf(node),
    dispose: () => subscriptions.dispose(),
  };
}

function tellState({ state }: CurrentReport): void {
  void vscode.commands.executeCommand('setContext', 'annotatedReading.state', state?.kind);
}
