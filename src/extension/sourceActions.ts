// The commands of the Sources view: its items' and its own.
import * as vscode from 'vscode';
import type { Entry } from '../core';
import { addSourceTo, homeOf } from './addSource';
import type { Analyses } from './analyses';
import { askSource } from './askSource';
import { uriOfEntry } from './bibliographyFiles';
import { COMMANDS } from './commands';
import type { CurrentReport } from './currentReport';
import { openSource } from './openSource';

/** What the view hands to a command: an item with its entry. */
interface WithEntry {
  readonly entry: Entry;
  readonly attached?: string | undefined;
}

export function registerSourceActions(analyses: Analyses, current: CurrentReport): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(COMMANDS.addSource, (key?: unknown) =>
      addSource(analyses, current, typeof key === 'string' ? key : undefined),
    ),
    registerCommand(COMMANDS.openSource, async ({ entry, attached }: WithEntry) => {
      const { document } = current;
      if (!document) return;
      const place = { report: document.uri.toString(), path: attached, span: { start: 0, end: 0 } };
      if (attached === undefined) await openSource(document, entry);
      else await vscode.commands.executeCommand(COMMANDS.openAttached, place);
    }),
    registerCommand(COMMANDS.goToEntry, async ({ entry }: WithEntry) => {
      const { place } = entry;
      if (!current.document) return;
      const uri = uriOfEntry(current.document, entry).toString();
      await vscode.commands.executeCommand(COMMANDS.reveal, uri, place.keySpan ?? place.span);
    }),
    registerCommand(COMMANDS.copyKey, async ({ entry }: WithEntry) => {
      if (entry.key !== undefined) await vscode.env.clipboard.writeText(entry.key);
    }),
  );
}

/** Asks for a source and writes it into the bibliography, by a key that the report cites already or by a new one. */
async function addSource(
  analyses: Analyses,
  { document }: CurrentReport,
  key: string | undefined,
): Promise<void> {
  if (!document || !analyses.analysisOf(document)) return;
  const details = await askSource(key === undefined ? 'Add Source' : `Add Source ${key}`);
  // The text may have changed meanwhile.
  const analysis = analyses.analysisOf(document);
  if (!details || !analysis) return;
  const edit = new vscode.WorkspaceEdit();
  const home = homeOf(analyses, document, analysis);
  const added = await addSourceTo(edit, document, analysis, details, home, key);
  if (!added) return;
  if (await vscode.workspace.applyEdit(edit)) {
    const name = vscode.workspace.asRelativePath(added.home.uri);
    vscode.window.setStatusBarMessage(`Added “${details.title}” as ${added.entry.key} to ${name}`, 5000);
  } else void vscode.window.showWarningMessage('The source was not added: its file could not be changed.');
}
