// The document that sidebar and status bar speak of: that of the active editor.
import * as vscode from 'vscode';
import type { Analyses, State } from './analyses';

export class CurrentReport implements vscode.Disposable {
  private shown = vscode.window.activeTextEditor?.document;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];

  /** Fires when another document, or another state of it, is to be shown. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly analyses: Analyses) {
    this.subscriptions = [
      this.changed,
      vscode.window.onDidChangeActiveTextEditor(editor => {
        // A preview, a settings page or an output channel comes beside the report, not in its place.
        if (!editor || editor.document.uri.scheme === 'output') return;
        this.shown = editor.document;
        this.changed.fire();
      }),
      analyses.onDidChange(document => {
        if (document === this.shown) this.changed.fire();
      }),
      analyses.onDidForget(uri => {
        if (uri.toString() === this.shown?.uri.toString()) this.changed.fire();
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  get document(): vscode.TextDocument | undefined {
    return this.shown?.isClosed ? undefined : this.shown;
  }

  /** The name of its file; '' when there is none. */
  get name(): string {
    const { path = '' } = this.document?.uri ?? {};
    return path.slice(path.lastIndexOf('/') + 1);
  }

  /** As it is known by now: after an edit, for a moment, that of the text before it. */
  get state(): State | undefined {
    return this.document && this.analyses.latestStateOf(this.document);
  }
}
