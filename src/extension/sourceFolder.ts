// One folder of attached documents: which files are in it, and when they change.
import * as vscode from 'vscode';
import { EXTENSIONS } from '../documents/extensions';

export interface FoundFile {
  readonly uri: vscode.Uri;
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly size: number;
  /** Another value when the file may be another. */
  readonly version: string;
}

const MOST_FILES = 300;
const DEEPEST = 6;
/** Time after which a folder that has changed is looked through again. */
const PAUSE_MS = 300;

export class SourceFolder implements vscode.Disposable {
  readonly uri: vscode.Uri;
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onChange told when something in the folder may be other than before */
  constructor(
    top: vscode.Uri,
    path: string,
    private readonly onChange: () => void,
  ) {
    this.uri = path === '' ? top : vscode.Uri.joinPath(top, path);
    const pattern = path === '' ? '**' : `${path}/**`;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(top, pattern));
    const soon = () => this.soon();
    this.subscriptions = [
      watcher,
      watcher.onDidCreate(soon),
      watcher.onDidChange(soon),
      watcher.onDidDelete(soon),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The documents in the folder and the folders in it, in the order of their paths, as far as there are not too many. */
  async files(): Promise<readonly FoundFile[]> {
    const found: FoundFile[] = [];
    await this.gather(this.uri, '', 0, found);
    return found;
  }

  private async gather(folder: vscode.Uri, path: string, depth: number, found: FoundFile[]): Promise<void> {
    const entries = await entriesOf(folder);
    for (const [name, type] of entries) {
      if (found.length >= MOST_FILES) return;
      if (name.startsWith('.') || name === 'node_modules') continue;
      const uri = vscode.Uri.joinPath(folder, name);
      // A link to a folder may lead anywhere, even back.
      if (type === vscode.FileType.Directory && depth < DEEPEST)
        await this.gather(uri, `${path}${name}/`, depth + 1, found);
      else if (type & vscode.FileType.File && isDocument(name)) {
        const { size, mtime } = await vscode.workspace.fs.stat(uri);
        found.push({ uri, path: path + name, size, version: `${mtime} ${size}` });
      }
    }
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.onChange, PAUSE_MS);
  }
}

/** The entries of a folder by name; none when there is no such folder. */
async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.sort(([a], [b]) => (a < b ? -1 : 1));
  } catch (error) {
    const { code } = error instanceof vscode.FileSystemError ? error : { code: '' };
    if (code === 'FileNotFound' || code === 'FileNotADirectory') return [];
    throw error;
  }
}

function isDocument(name: string): boolean {
  return EXTENSIONS.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}
