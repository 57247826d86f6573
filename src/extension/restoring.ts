// Restoring the structure of a flattened paste: a preview beside the report, then one edit when the reader agrees.
import * as vscode from 'vscode';
import { applyEdits, isRestorable, restoreEdits, type TextEdit } from '../core';
import type { Analyses } from './analyses';
import { COMMANDS } from './commands';
import type { CurrentReport } from './currentReport';
import { workspaceEditOf } from './positions';

const SCHEME = 'annotated-reading-restored';
const RESTORE = 'Restore';

export function registerRestoring(analyses: Analyses, current: CurrentReport): vscode.Disposable {
  const previewChanged = new vscode.EventEmitter<vscode.Uri>();
  const editsOf = (document: vscode.TextDocument): readonly TextEdit[] => {
    const report = analyses.analysisOf(document)?.report;
    return report ? restoreEdits(report) : [];
  };
  const tellMenus = () => {
    const { state } = current;
    const canRestore = state?.kind === 'checked' && isRestorable(state.analysis.report);
    void vscode.commands.executeCommand('setContext', 'annotatedReading.restorable', canRestore);
  };
  tellMenus();
  return vscode.Disposable.from(
    previewChanged,
    current.onDidChange(tellMenus),
    analyses.onDidChange(document => previewChanged.fire(previewOf(document.uri))),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: previewChanged.event,
      async provideTextDocumentContent(uri) {
        const document = await vscode.workspace.openTextDocument(originalOf(uri));
        return applyEdits(document.getText(), editsOf(document));
      },
    }),
    vscode.commands.registerCommand(COMMANDS.restoreStructure, async () => {
      const { document } = current;
      if (!document) return;
      if (editsOf(document).length === 0) {
        void vscode.window.showInformationMessage('The structure of this report is whole.');
        return;
      }
      const preview = previewOf(document.uri);
      const name = vscode.workspace.asRelativePath(document.uri);
      await vscode.commands.executeCommand('vscode.diff', document.uri, preview, `Restore: ${name}`);
      void vscode.window
        .showInformationMessage(`Restore the structure of ${name} as shown?`, RESTORE, 'Cancel')
        .then(choice => (choice === RESTORE ? apply(preview, editsOf) : undefined));
    }),
    vscode.commands.registerCommand(COMMANDS.applyRestoredStructure, (preview?: vscode.Uri) =>
      preview?.scheme === SCHEME ? apply(preview, editsOf) : undefined,
    ),
  );
}

/** Applies what restores the text as it stands now, in one undoable step; the preview has followed the text. */
async function apply(
  preview: vscode.Uri,
  editsOf: (document: vscode.TextDocument) => readonly TextEdit[],
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(originalOf(preview));
  if (await vscode.workspace.applyEdit(workspaceEditOf(document, editsOf(document)))) return;
  void vscode.window.showWarningMessage('The structure could not be restored. Please try again.');
}

function previewOf(original: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: original.path, query: original.toString() });
}

function originalOf(preview: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(preview.query);
}
