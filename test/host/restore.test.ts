import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openChecked, reportText, until } from './helpers';

describe('restoring the structure of a report', () => {
  it('shows a preview first, then changes the text in one step', async () => {
    const document = await openChecked(reportText());
    await vscode.commands.executeCommand('annotatedReading.restoreStructure');
    const preview = await until('the preview', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'annotated-reading-restored'),
    );
    assert.equal(document.getText(), reportText());
    assert.match(preview.getText(), /^## /m);
    const restored = preview.getText();
    await vscode.commands.executeCommand('annotatedReading.applyRestoredStructure', preview.uri);
    assert.equal(document.getText(), restored);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), reportText());
  });
});
