// Which documents are looked at, before anything is read in them.
import * as vscode from 'vscode';
import type { Settings } from './settings';

export const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

/** Files, unsaved files and whatever the workspace itself is made of; never the copies in diff or history editors. */
export function isDraft(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'markdown') return false;
  const { scheme } = document.uri;
  if (scheme === 'file' || scheme === 'untitled') return true;
  return (vscode.workspace.workspaceFolders ?? []).some(folder => folder.uri.scheme === scheme);
}

/** What the settings say of a document; 'ask' when it depends on what the document reads like. */
export function scopeOf(document: vscode.TextDocument, settings: Settings): 'check' | 'leave' | 'ask' {
  if (settings.check === 'never' || matches(document, settings.exclude)) return 'leave';
  return settings.check === 'always' || matches(document, settings.include) ? 'check' : 'ask';
}

function matches(document: vscode.TextDocument, globs: readonly string[]): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return globs.some(glob => {
    const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
    return vscode.languages.match({ pattern }, document) > 0;
  });
}
