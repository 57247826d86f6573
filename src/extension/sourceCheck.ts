// "Check All Figures Against Sources": waits until the attached documents are read, then shows the table of verdicts.
import * as vscode from 'vscode';
import type { Analyses } from './analyses';
import type { AttachedFile, AttachedSources } from './attachedSources';
import { COMMANDS } from './commands';
import type { CurrentReport } from './currentReport';
import { evidenceTable, type TableLink } from './evidenceTable';
import { rangeOf } from './positions';

const SCHEME = 'annotated-reading-evidence';

export function registerSourceCheck(
  analyses: Analyses,
  current: CurrentReport,
  attached: AttachedSources,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const tableOf = async (table: vscode.Uri) => {
    const report = await vscode.workspace.openTextDocument(vscode.Uri.parse(table.query));
    const analysis = analyses.analysisOf(report);
    return analysis && evidenceTable(vscode.workspace.asRelativePath(report.uri), analysis);
  };
  return vscode.Disposable.from(
    changed,
    analyses.onDidChange(report => changed.fire(uriOfTable(report.uri))),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async uri =>
        (await tableOf(uri))?.text ?? 'This file is not checked, so that nothing is known of its figures.\n',
    }),
    vscode.languages.registerDocumentLinkProvider(
      { scheme: SCHEME },
      {
        async provideDocumentLinks(document) {
          const table = await tableOf(document.uri);
          // The text may not have followed the report yet.
          if (table?.text !== document.getText()) return [];
          return table.links.map(link => linkIn(document, link));
        },
      },
    ),
    vscode.commands.registerCommand(COMMANDS.checkSources, () => check(current, attached)),
  );
}

async function check({ document, state }: CurrentReport, attached: AttachedSources): Promise<void> {
  if (!document || state?.kind !== 'checked') return;
  if (attached.filesFor(document.uri).length === 0 && !attached.isReading) {
    void vscode.window.showInformationMessage(
      'No sources are attached to this report. Put them into a folder “sources” beside it, or name their folders in .annotated-reading.jsonc.',
    );
    return;
  }
  if (!(await haveBeenRead(attached))) return;
  const table = await vscode.workspace.openTextDocument(uriOfTable(document.uri));
  await vscode.window.showTextDocument(table, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

/** Waits until every document is read, with progress; false when the reader has cancelled it. */
async function haveBeenRead(attached: AttachedSources): Promise<boolean> {
  if (!attached.isReading) return true;
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: 'Checking all figures against sources',
      cancellable: true,
    },
    (progress, cancellation) =>
      new Promise<boolean>(resolve => {
        const end = (isRead: boolean) => {
          subscription.dispose();
          resolve(isRead);
        };
        const subscription = attached.onDidProgress(() => {
          if (!attached.isReading) return end(true);
          const reading = attached.files().find(({ state }) => state.kind === 'reading');
          if (reading) progress.report({ message: doing(reading) });
        });
        cancellation.onCancellationRequested(() => {
          end(false);
          attached.stop();
        });
      }),
  );
}

function doing({ path, state }: AttachedFile): string {
  const pages = state.kind === 'reading' && state.pages > 0 ? `, page ${state.page} of ${state.pages}` : '';
  return `reading ${path}${pages}`;
}

function uriOfTable(report: vscode.Uri): vscode.Uri {
  const name = report.path.slice(report.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return vscode.Uri.from({
    scheme: SCHEME,
    path: `/${name}: figures and sources.md`,
    query: report.toString(),
  });
}

function linkIn(table: vscode.TextDocument, { span, to }: TableLink): vscode.DocumentLink {
  const report = table.uri.query;
  const [command, ...given] =
    to.kind === 'figure'
      ? ([COMMANDS.reveal, report, to.figure] as const)
      : ([COMMANDS.openAttached, { report, path: to.evidence.path, span: to.evidence.passage }] as const);
  const target = vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify(given))}`);
  const link = new vscode.DocumentLink(rangeOf(table, span), target);
  link.tooltip = to.kind === 'figure' ? 'Go to the figure' : 'Open the source at this passage';
  return link;
}
