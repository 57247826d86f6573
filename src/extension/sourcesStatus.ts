// The status bar item of the attached documents: what is being read, how many were, and the list of all with the reasons.
import * as vscode from 'vscode';
import type { AttachedFile, AttachedSources, AttachedState } from './attachedSources';
import { COMMANDS } from './commands';
import type { CurrentReport } from './currentReport';
import { showSourceText } from './sourceText';

/** Pages go by faster than anyone can read. */
const PAUSE_MS = 100;

export function showSourcesStatus(sources: AttachedSources, current: CurrentReport): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'annotatedReading.sources',
    vscode.StatusBarAlignment.Right,
    99,
  );
  item.name = 'Annotated Reading: Sources';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    timer = undefined;
    const looks = looksOf(sources, current.document);
    if (!looks) return item.hide();
    Object.assign(item, looks);
    item.show();
  };
  const updateSoon = () => {
    timer ??= setTimeout(update, PAUSE_MS);
  };
  return vscode.Disposable.from(
    item,
    { dispose: () => clearTimeout(timer) },
    sources.onDidProgress(updateSoon),
    current.onDidChange(updateSoon),
    vscode.commands.registerCommand(COMMANDS.stopReadingSources, () => sources.stop()),
    vscode.commands.registerCommand(COMMANDS.showAttached, () => pick(sources, current.document)),
  );
}

type Looks = Pick<vscode.StatusBarItem, 'text' | 'tooltip' | 'command'>;

function looksOf(sources: AttachedSources, report: vscode.TextDocument | undefined): Looks | undefined {
  const reading = sources.files().find(({ state }) => state.kind === 'reading');
  if (reading)
    return {
      text: `$(sync~spin) Reading ${nameOf(reading)}${pageOf(reading.state)}`,
      tooltip: 'The sources of the report are being read. Click to stop',
      command: COMMANDS.stopReadingSources,
    };
  const files = report ? sources.filesFor(report.uri) : [];
  if (files.length === 0) return undefined;
  const read = files.filter(({ state }) => state.kind === 'read').length;
  const count = files.length === 1 ? '1 source' : `${files.length} sources`;
  const isWhole = read === files.length;
  return {
    text: isWhole ? `$(library) ${count}` : `$(warning) ${read} of ${count}`,
    tooltip: isWhole ? 'Show the attached sources' : 'Some attached sources were not read. Show them',
    command: COMMANDS.showAttached,
  };
}

function nameOf({ path }: AttachedFile): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function pageOf(state: AttachedState): string {
  return state.kind === 'reading' && state.pages > 0 ? `, page ${state.page} of ${state.pages}` : '';
}

/** Lists the attached documents; one that is picked opens as the text that was read. */
async function pick(sources: AttachedSources, report: vscode.TextDocument | undefined): Promise<void> {
  const files = report ? sources.filesFor(report.uri) : [];
  const again = { label: '$(refresh) Read again what was not read', file: undefined };
  const items = files.map(file => ({ ...shownAs(file), file }));
  const isWhole = files.every(({ state }) => state.kind === 'read');
  const picked = await vscode.window.showQuickPick(isWhole ? items : [...items, again], {
    title: 'Attached Sources',
    placeHolder: files.length > 0 ? 'Open a source' : 'No documents are attached to this report',
    matchOnDetail: true,
  });
  if (!picked) return;
  if (picked.file) await showSourceText(picked.file, { start: 0, end: 0 });
  else sources.readAgain();
}

function shownAs({ path, state }: AttachedFile): vscode.QuickPickItem {
  switch (state.kind) {
    case 'read':
      return { label: `$(file) ${path}`, description: state.index.document.title ?? '' };
    case 'unreadable':
      return { label: `$(warning) ${path}`, detail: `This file ${state.reason}.` };
    case 'stopped':
      return { label: `$(circle-slash) ${path}`, detail: 'Reading was stopped.' };
    case 'waiting':
    case 'reading':
      return { label: `$(sync) ${path}`, detail: 'Being read.' };
  }
}
