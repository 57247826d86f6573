// The workspace's project files: read, watched, and what is wrong in them shown in them.
import * as vscode from 'vscode';
import { PROJECT_FILE, readProject } from '../project/projectFile';
import type { Project } from '../project/schema';
import { problemDiagnostics } from './diagnostics';
import { Pending } from './pending';
import type { DraftFile } from './scope';

/** A project file's settings, and a document's path as its globs see it. */
export interface ProjectOf {
  readonly project: Project;
  readonly path: string;
}

/** What is known of a place where a project file may be; 'none' until it has been read. */
type Known = Project | 'none';

export class ProjectFiles implements vscode.Disposable {
  private readonly known = new Map<string, Known>();
  private readonly problems = vscode.languages.createDiagnosticCollection('annotated-reading-project');
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher(`**/${PROJECT_FILE}`);
  private readonly pending = new Pending();
  private readonly subscriptions: vscode.Disposable[];

  /** Fires when what project files say may be other than before. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly log: vscode.LogOutputChannel) {
    const reread = (uri: vscode.Uri) => void this.load(uri);
    this.subscriptions = [
      this.problems,
      this.changed,
      this.watcher,
      this.watcher.onDidCreate(reread),
      this.watcher.onDidChange(reread),
      this.watcher.onDidDelete(reread),
      // The watcher does not see files outside the workspace.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (uri.path.endsWith(`/${PROJECT_FILE}`)) reread(uri);
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /**
   * The nearest project file above a document, within its workspace folder. A place that is seen for the first time
   * is read after this has answered; `onDidChange` tells when something was found there.
   */
  projectOf({ uri, isUntitled }: DraftFile): ProjectOf | undefined {
    if (isUntitled) return undefined;
    const top = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.replace(/\/$/, '');
    for (let folder = parentOf(uri.path); ; folder = parentOf(folder)) {
      const project = this.projectIn(
        uri.with({ path: `${folder}/${PROJECT_FILE}`, query: '', fragment: '' }),
      );
      if (project) return { project, path: uri.path.slice(folder.length + 1) };
      if (top === undefined || !folder.startsWith(`${top}/`)) return undefined;
    }
  }

  /** Resolves once every file that has been asked for is read. */
  idle(): Promise<void> {
    return this.pending.idle();
  }

  private projectIn(uri: vscode.Uri): Project | undefined {
    const known = this.known.get(uri.toString());
    if (known === undefined) {
      this.known.set(uri.toString(), 'none');
      this.pending.track(this.load(uri));
    }
    return known === 'none' ? undefined : known;
  }

  private async load(uri: vscode.Uri): Promise<void> {
    const text = await this.textOf(uri);
    const before = this.known.get(uri.toString());
    if (text === undefined) {
      this.problems.delete(uri);
      this.known.set(uri.toString(), 'none');
      if (before !== undefined && before !== 'none') this.changed.fire();
      return;
    }
    const { project, problems, isUsable } = readProject(text);
    const { Warning, Error: Grave } = vscode.DiagnosticSeverity;
    this.problems.set(uri, problemDiagnostics(text, problems, isUsable ? Warning : Grave));
    this.known.set(uri.toString(), project);
    this.changed.fire();
  }

  /** Undefined when there is no such file. */
  private async textOf(uri: vscode.Uri): Promise<string | undefined> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      if (!isMissing) this.log.warn(`${uri.toString()} could not be read: ${String(error)}`);
      return undefined;
    }
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
