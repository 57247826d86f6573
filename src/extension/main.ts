// The extension: makes one set of analyses and hands it to everything that VS Code shows.
import * as vscode from 'vscode';
import type { Analysis } from '../core';
import { DocumentCache } from '../documents/cache';
import { DocumentReader } from '../documents/reader';
import { Analyses } from './analyses';
import { type AttachedFile, AttachedSources, type Means } from './attachedSources';
import { cacheFolder } from './cacheFolder';
import { showCitations } from './citations';
import { registerCiting } from './citing';
import { showCodeActions } from './codeActions';
import { registerCommands } from './commands';
import { CurrentReport } from './currentReport';
import { showDiagnostics } from './diagnostics';
import { documentThread } from './documentThread';
import { registerFetching } from './fetchCitedPage';
import { showHovers } from './hovers';
import { showNavigation } from './navigation';
import { registerRestoring } from './restoring';
import { showSidebar } from './sidebar';
import type { SidebarNode } from './sidebarNode';
import { registerSourceActions } from './sourceActions';
import { registerSourceCheck } from './sourceCheck';
import type { SourceNode } from './sourceNodes';
import { showSourcesStatus } from './sourcesStatus';
import { showSources } from './sourcesView';
import { registerSourceTexts } from './sourceText';
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
  /** The documents that are attached to an open report, as far as they are known. */
  attachedTo(document: vscode.TextDocument): readonly AttachedFile[];
}

export function activate(context: vscode.ExtensionContext): Api {
  const log = vscode.window.createOutputChannel('Annotated Reading', { log: true });
  const attached = new AttachedSources(meansOf(context), log);
  const analyses = new Analyses(log, attached);
  const current = new CurrentReport(analyses);
  const reports = new WorkspaceReports(analyses, log);
  const sidebar = showSidebar(analyses, current, reports, context.workspaceState);
  const sources = showSources(current);
  const pages = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules');
  context.subscriptions.push(
    log,
    attached,
    analyses,
    current,
    reports,
    sidebar,
    showDiagnostics(analyses, pages),
    showCodeActions(analyses),
    showHovers(analyses),
    showStatus(current),
    showSourcesStatus(attached, current),
    registerSourceTexts(attached),
    registerFetching(analyses, current, attached),
    registerSourceCheck(analyses, current, attached),
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
    attachedTo: document => attached.filesFor(document.uri),
  };
}

/** What reads documents, and keeps what was read outside the workspace. */
async function meansOf(context: vscode.ExtensionContext): Promise<Means> {
  const thread = await documentThread(context.extensionUri);
  const folder = vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'documents');
  const { version } = context.extension.packageJSON as { readonly version: string };
  return {
    reader: thread && new DocumentReader(thread),
    cache: new DocumentCache(cacheFolder(folder), version),
  };
}
