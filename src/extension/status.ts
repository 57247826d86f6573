// The status bar item: how many findings the report in the active editor has.
import * as vscode from 'vscode';
import type { State } from './analyses';
import { COMMANDS } from './commands';
import type { CurrentReport } from './currentReport';

export function showStatus(current: CurrentReport): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'annotatedReading.status',
    vscode.StatusBarAlignment.Right,
    100,
  );
  item.name = 'Annotated Reading';
  const update = () => {
    const { state } = current;
    if (!state) return item.hide();
    Object.assign(item, looksOf(state));
    item.show();
  };
  update();
  return vscode.Disposable.from(item, current.onDidChange(update));
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
