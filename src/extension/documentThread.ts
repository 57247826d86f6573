// Starts the thread that reads attached documents. The one place in the extension that needs Node, and it may do without.
import * as vscode from 'vscode';
import type { StartThread } from '../documents/reader';

/** Undefined where there are no such threads, as in VS Code in a browser. */
export async function documentThread(extension: vscode.Uri): Promise<StartThread | undefined> {
  if (vscode.env.uiKind === vscode.UIKind.Web && extension.scheme !== 'file') return undefined;
  try {
    const { workerThreads } = await import('../documents/startWorker');
    return workerThreads(vscode.Uri.joinPath(extension, 'dist', 'documents.js').fsPath);
  } catch {
    return undefined;
  }
}
