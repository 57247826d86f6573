// Which documents are looked at, before anything is read in them.
import * as vscode from 'vscode';
import { isExcluded, isIncluded } from '../project/projectFile';
import type { ProjectOf } from './projectFiles';
import type { Settings } from './settings';

export const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

/** A Markdown file or an unsaved one, open or not. Every document is one. */
export type DraftFile = Pick<vscode.TextDocument, 'uri' | 'isUntitled' | 'languageId'>;

/** Files, unsaved files and whatever the workspace itself is made of; never the copies in diff or history editors. */
export function isDraft(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'markdown') return false;
  const { scheme } = document.uri;
  if (scheme === 'file' || scheme === 'untitled') return true;
  return (vscode.workspace.workspaceFolders ?? []).some(folder => folder.uri.scheme === scheme);
}

/** What the settings and the project file say of a file; 'ask' when it depends on what it reads like. */
export function scopeOf(
  file: DraftFile,
  settings: Settings,
  found: ProjectOf | undefined,
): 'check' | 'leave' | 'ask' {
  if (settings.check === 'never' || matches(file, settings.exclude)) return 'leave';
  if (found && isExcluded(found.project, found.path)) return 'leave';
  const isNamed =
    matches(file, settings.include) || (found !== undefined && isIncluded(found.project, found.path));
  return settings.check === 'always' || isNamed ? 'check' : 'ask';
}

function matches(file: DraftFile, globs: readonly string[]): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(file.uri);
  return globs.some(glob => {
    const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
    // Only address and language count here, which a file has that is not open, too.
    return vscode.languages.match({ pattern }, file as vscode.TextDocument) > 0;
  });
}
