// Renames the key of a source in its entry and wherever a report of the workspace cites it.
import * as vscode from 'vscode';
import { isCitable } from '../core';
import type { Analyses } from './analyses';
import { citationsOfKey, definitionOf, type KeyTarget, keyAt, WITH_KEYS } from './keyPlaces';

/** What `[@key]` reads as one key, and BibTeX as well. */
const CITABLE_KEY = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_:.+/-]*[\p{L}\p{N}_/])?$/u;
const FOOTNOTE_KEY = /^[^\s[\]^]+$/;

export function showKeyRename(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerRenameProvider(WITH_KEYS, {
    async prepareRename(document, position, token) {
      const target = await keyAt(analyses, document, position, token);
      if (!target) throw new Error('There is no key of a source here.');
      return { range: target.range, placeholder: target.entry.key ?? '' };
    },
    async provideRenameEdits(document, position, newName, token) {
      const target = await keyAt(analyses, document, position, token);
      if (!target) return undefined;
      const problem = problemWith(newName, target);
      if (problem) {
        // To refuse would hand the new name on to the editor's own Markdown, which takes a key for a link.
        void vscode.window.showErrorMessage(problem);
        return new vscode.WorkspaceEdit();
      }
      return renameEdits(analyses, target, newName, token);
    },
  });
}

function problemWith(newName: string, { entry, analysis }: KeyTarget): string | undefined {
  if (newName === entry.key) return undefined;
  if (!isCitable(entry)) {
    if (!FOOTNOTE_KEY.test(newName)) return 'The key of a footnote has no spaces and no brackets.';
    const isTaken = analysis.bibliography.entries.some(
      ({ key, place }) => key === newName && place.kind === 'footnote',
    );
    return isTaken ? `There is a footnote “${newName}” already.` : undefined;
  }
  if (!CITABLE_KEY.test(newName))
    return 'A key begins and ends with a letter or digit and holds letters, digits and _ : . + / - only.';
  return analysis.bibliography.byKey.has(newName)
    ? `The bibliography has an entry “${newName}” already.`
    : undefined;
}

async function renameEdits(
  analyses: Analyses,
  target: KeyTarget,
  newName: string,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  const { entry, report } = target;
  const edit = new vscode.WorkspaceEdit();
  const definition = entry.place.keySpan && (await definitionOf(report, entry));
  if (definition) {
    const file = await vscode.workspace.openTextDocument(definition.uri);
    const before = file.offsetAt(definition.range.start) - 1;
    // A key that is a number in JSON becomes a text.
    const isBare = entry.place.kind === 'csl-json' && file.getText()[before] !== '"';
    edit.replace(definition.uri, definition.range, isBare ? JSON.stringify(newName) : newName);
  }
  for (const { uri, range } of await citationsOfKey(analyses, target, token))
    edit.replace(uri, range, newName);
  return edit;
}
