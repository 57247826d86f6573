import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionApi, open, reportText, until } from './helpers';

const LENGTH = 400_000;

/** Resolves with the result of some work, its time, and the longest for which nothing else had a turn meanwhile. */
async function watched<T>(work: PromiseLike<T>): Promise<{ result: T; all: number; longest: number }> {
  const start = performance.now();
  let last = start;
  let longest = 0;
  const turn = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const clock = setInterval(turn, 1);
  const result = await work;
  turn();
  clearInterval(clock);
  return { result, all: performance.now() - start, longest };
}

describe('a long report', function () {
  this.timeout(120_000);

  it('is read while others have their turn, with the sidebar as it was', async () => {
    const api = await extensionApi();
    const report = reportText();
    const document = await open(report.repeat(Math.ceil(LENGTH / report.length)));
    const symbols = () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
    await symbols();
    await until('the sidebar', () => api.treeRoots().length > 1);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length >> 1), 'a');
    await vscode.workspace.applyEdit(edit);
    const before = api.treeRoots().map(({ label }) => label);
    assert.ok(before.includes('Events'), 'the sidebar keeps its items while the text is read again');
    const { all, longest, result } = await watched(symbols());
    assert.ok(result.length > 0);
    assert.ok(longest < all / 2, `${Math.round(longest)} of ${Math.round(all)} ms were one stretch`);
  });

  it('folds, and shows the mentions of a player, while an edit is being read', async () => {
    const api = await extensionApi();
    const report = reportText();
    const document = await open(report.repeat(Math.ceil(LENGTH / report.length)));
    const player = api.analysisOf(document)?.report.players[0];
    assert.ok(player);
    const highlights = async (offset: number) => {
      const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        document.uri,
        document.positionAt(offset),
      );
      return found.map(({ range }) => document.getText(range));
    };
    const folds = async () => {
      const found = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      return found.map(({ start }) => document.lineAt(start).text);
    };
    const at = player.mentions[0]!.start;
    const [wordsBefore, foldsBefore] = [await highlights(at), await folds()];
    const edit = new vscode.WorkspaceEdit();
    const opening = 'What was written since.\n\n';
    edit.insert(document.uri, new vscode.Position(0, 0), opening);
    await vscode.workspace.applyEdit(edit);
    let isRead = false;
    const reading = vscode.commands
      .executeCommand('vscode.executeDocumentSymbolProvider', document.uri)
      .then(() => {
        isRead = true;
      });
    assert.deepEqual(await highlights(at + opening.length), wordsBefore);
    assert.ok(!isRead, 'nobody waited for the reading');
    assert.deepEqual(await folds(), foldsBefore);
    await reading;
    assert.deepEqual(await folds(), foldsBefore);
  });
});
