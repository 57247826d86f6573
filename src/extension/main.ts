// The extension: makes one set of analyses and hands it to everything that VS Code shows.
import * as vscode from 'vscode';
import type { Analysis } from '../core';
import { Analyses } from './analyses';
import { showCitations } from './citations';
import { registerCiting } from './citing';
import { showCodeActions } from './codeActions';
import { registerCommands } from './commands';
import { CurrentReport } from './currentReport';
import { showDiagnostics } from './diagnostics';
import { showHovers } from './hovers';
import { showNavigation } from './navigation';
import { registerRestoring } from './restoring';
import { showSidebar } from './sidebar';
import type { SidebarNode } from './sidebarNode';
import { registerSourceActions } from './sourceActions';
import type { SourceNode } from './sourceNodes';
import { showSources } from './sourcesView';
import { showStatus } from './status';
import { WorkspaceReports } from './workspaceReports';

/** What other extensions and tests may look at. */
export interface Api {
  /** The analysis of an open document's present text; undefined when the document is not checked. */
  analysisOf(document: vscode.TextDocument): Analysis | undefined;
  /** The top of the sidebar's tree. */
  treeRoots(): readonly SidebarNode[];
  /** By what the commands on an item are told which one it is; undefined for what the tree does not have. */
  treeIdOf(node: SidebarNode): string | undefined;
  /** The top of the Sources view. */
  sourceRoots(): readonly SourceNode[];
}

export function activate(context: vscode.ExtensionContext): Api {
  const log = vscode.window.createOutputChannel('Annotated Reading', { log: true });
  const analyses = new Analyses(log);
  const current = new CurrentReport(analyses);
  const reports = new WorkspaceReports(analyses, log);
  const sidebar = showSidebar(current, reports, context.workspaceState);
  const sources = showSources(current);
  const pages = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules');
  context.subscriptions.push(
    log,
    analyses,
    current,
    reports,
    sidebar,
    showDiagnostics(analyses, pages),
    showCodeActions(analyses),
    showHovers(analyses),
    showStatus(current),
    registerCommands(analyses, current, log),
    registerCiting(analyses, current),
    sources,
    registerSourceActions(analyses, current),
    showCitations(analyses),
    registerRestoring(analyses, current),
    showNavigation(analyses, current, reports),
  );
  analyses.refreshAll();
  return {
    analysisOf: document => analyses.analysisOf(document),
    treeRoots: () => sidebar.roots(),
    treeIdOf: node => sidebar.idOf(node),
    sourceRoots: () => sources.roots(),
  };
}
