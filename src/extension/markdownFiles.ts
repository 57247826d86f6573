// Finds the Markdown files of the workspace.
import * as vscode from 'vscode';

export const MARKDOWN_FILES = '**/*.{md,mkd,mdwn,mdown,markdown,markdn,mdtxt,mdtext}';
const NEVER = '**/node_modules/**';
const NAME = /\.(?:md|mkd|mdwn|mdown|markdown|markdn|mdtxt|mdtext)$/i;
const MOST_FOLDERS = 1000;

/** The addresses of at most so many Markdown files; fewer when it is cancelled. */
export async function findMarkdownFiles(
  most: number,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const found = await search(most, token);
  // Some file systems cannot be searched, but every one can be listed.
  return found.length > 0 || token.isCancellationRequested ? found : walk(most, token);
}

async function search(most: number, token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  try {
    return await vscode.workspace.findFiles(MARKDOWN_FILES, NEVER, most, token);
  } catch {
    return [];
  }
}

/** Lists folder after folder, those nearest to the top first. */
async function walk(most: number, token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  for (const folder of folders) {
    if (token.isCancellationRequested || files.length >= most) break;
    for (const [name, type] of await entriesOf(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.File && NAME.test(name)) files.push(uri);
      const isWalked = !name.startsWith('.') && name !== 'node_modules' && folders.length < MOST_FOLDERS;
      if (type === vscode.FileType.Directory && isWalked) folders.push(uri);
    }
  }
  return files.slice(0, most);
}

/** None of a folder that cannot be read. */
async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
