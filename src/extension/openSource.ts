// Opens what an entry refers to: its file in the editor, or its address through the editor's own question.
import * as vscode from 'vscode';
import type { Entry } from '../core';
import { uriOfEntry } from './bibliographyFiles';

export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** Opens the file or the address of an entry; says so when there is neither or the file is missing. */
export async function openSource(report: vscode.TextDocument, entry: Entry): Promise<void> {
  const file = await fileOf(report, entry);
  if (file) {
    await vscode.commands.executeCommand('vscode.open', file);
    return;
  }
  const { url, doi } = entry;
  const address =
    url !== undefined && isWebAddress(url) ? url : doi === undefined ? undefined : `https://doi.org/${doi}`;
  if (address !== undefined) {
    await vscode.env.openExternal(vscode.Uri.parse(address));
    return;
  }
  void vscode.window.showWarningMessage(
    entry.file === undefined
      ? 'This source has no address.'
      : `The file “${entry.file}” of this source was not found in the workspace.`,
  );
}

/** The file that an entry names, if it is there: relative to where the entry stands, to the report, or in `sources`. */
async function fileOf(report: vscode.TextDocument, entry: Entry): Promise<vscode.Uri | undefined> {
  const named = entry.file ?? (entry.url !== undefined && !isWebAddress(entry.url) ? entry.url : undefined);
  const path = named?.replace(/\\/g, '/');
  if (path === undefined || path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
  const beside = vscode.Uri.joinPath(report.uri, '..');
  const folders = [
    vscode.Uri.joinPath(uriOfEntry(report, entry), '..'),
    beside,
    vscode.Uri.joinPath(beside, 'sources'),
  ];
  const top = vscode.workspace.getWorkspaceFolder(report.uri)?.uri ?? beside;
  for (const folder of folders) {
    const uri = vscode.Uri.joinPath(folder, path);
    if (!uri.path.startsWith(`${top.path.replace(/\/$/, '')}/`)) continue;
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      if (type & vscode.FileType.File) return uri;
    } catch {
      // It is not in this folder.
    }
  }
  return undefined;
}
