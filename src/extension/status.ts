// The status bar item: how many findings the report in the active editor has.
import * as vscode from 'vscode';
import type { Analyses, State } from './analyses';
import { COMMANDS } from './commands';

export function showStatus(analyses: Analyses): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'annotatedReading.status',
    vscode.StatusBarAlignment.Right,
    100,
  );
  item.name = 'Annotated Reading';
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const state = document && analyses.stateOf(document);
    if (!state) return item.hide();
    Object.assign(item, looksOf(state));
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    analyses.onDidChange(update),
    analyses.onDidForget(update),
  );
}

function looksOf(state: State): Pick<vscode.StatusBarItem, 'text' | 'tooltip' | 'command'> {
  switch (state.kind) {
    case 'checked': {
      const { length } = state.analysis.findings;
      const text = length === 1 ? '1 finding' : `${length} findings`;
      return {
        text: `$(book) ${text}`,
        tooltip: 'Show the findings',
        command: 'workbench.actions.view.problems',
      };
    }
    case 'leftAlone':
      return {
        text: '$(book) Not checked',
        tooltip: 'Check this file anyway',
        command: COMMANDS.checkAnyway,
      };
    case 'failed':
      return {
        text: '$(warning) Not checked',
        tooltip: 'Checking failed. Show the log',
        command: COMMANDS.showLog,
      };
  }
}
