// The commands that are no part of one view, and the names of all.
import * as vscode from 'vscode';
import type { Span } from '../core';
import type { Analyses } from './analyses';
import type { CurrentReport } from './currentReport';
import { rangeOf } from './positions';

/** The view in the sidebar. */
export const SIDEBAR = 'annotatedReading.report';

export const COMMANDS = {
  checkAnyway: 'annotatedReading.checkAnyway',
  showLog: 'annotatedReading.showLog',
  reveal: 'annotatedReading.reveal',
  citeNewSource: 'annotatedReading.citeNewSource',
  citeListedSource: 'annotatedReading.citeListedSource',
  citeAllMentions: 'annotatedReading.citeAllMentions',
  checkSources: 'annotatedReading.checkSources',
  addSource: 'annotatedReading.addSource',
  insertCitation: 'annotatedReading.insertCitation',
  openSource: 'annotatedReading.openSource',
  goToEntry: 'annotatedReading.goToEntry',
  copyKey: 'annotatedReading.copyKey',
  restoreStructure: 'annotatedReading.restoreStructure',
  applyRestoredStructure: 'annotatedReading.applyRestoredStructure',
  goToPlayer: 'annotatedReading.goToPlayer',
  filterParts: 'annotatedReading.filterParts',
  clearFilter: 'annotatedReading.clearFilter',
  onlyWithFindings: 'annotatedReading.onlyWithFindings',
  allParts: 'annotatedReading.allParts',
  sortParts: 'annotatedReading.sortParts',
  groupParts: 'annotatedReading.groupParts',
  allReports: 'annotatedReading.allReports',
  activeReport: 'annotatedReading.activeReport',
  stopReading: 'annotatedReading.stopReading',
  followCursor: 'annotatedReading.followCursor',
  stopFollowingCursor: 'annotatedReading.stopFollowingCursor',
  refreshParts: 'annotatedReading.refreshParts',
  copyText: 'annotatedReading.copyText',
  goToText: 'annotatedReading.goToText',
  fixFindings: 'annotatedReading.fixFindings',
  onlyThisPlayer: 'annotatedReading.onlyThisPlayer',
  openAttached: 'annotatedReading.openAttached',
  openOriginal: 'annotatedReading.openOriginal',
  showAttached: 'annotatedReading.showAttached',
  stopReadingSources: 'annotatedReading.stopReadingSources',
  fetchCitedPage: 'annotatedReading.fetchCitedPage',
} as const;

export function registerCommands(
  analyses: Analyses,
  current: CurrentReport,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.checkAnyway, () => {
      const { document } = current;
      if (document) analyses.checkAnyway(document);
    }),
    vscode.commands.registerCommand(COMMANDS.showLog, () => log.show()),
    vscode.commands.registerCommand(COMMANDS.reveal, reveal),
  );
}

/** Shows and selects a stretch of a document, in the editor that shows the document already if there is one. */
async function reveal(uri: string, span: Span): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const editor = vscode.window.visibleTextEditors.find(one => one.document === document);
  const selection = rangeOf(document, span);
  await vscode.window.showTextDocument(document, {
    selection,
    ...(editor?.viewColumn ? { viewColumn: editor.viewColumn } : {}),
  });
}
