// Follows the cursor in the sidebar: the part in which it stands is shown and selected, and the focus stays in the text.
import * as vscode from 'vscode';
import type { SidebarProvider } from './sidebarProvider';
import type { SidebarView } from './sidebarView';

/** While the cursor moves on, nothing is shown. */
const PAUSE_MS = 150;

export class CursorFollower implements vscode.Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What a click in the tree has selected: the item that was clicked is to stay selected. */
  private clicked: vscode.Selection | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly view: vscode.TreeView<string>,
    private readonly provider: SidebarProvider,
    private readonly looks: SidebarView,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(() => this.followSoon()),
      vscode.window.onDidChangeActiveTextEditor(() => this.followSoon()),
      view.onDidChangeVisibility(() => this.followSoon()),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  /** Leaves the tree as it is for as long as the selection is this one. */
  stayFor(selection: vscode.Selection): void {
    this.clicked = selection;
  }

  followSoon(): void {
    if (!this.looks.followsCursor || !this.view.visible) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.follow(), PAUSE_MS);
  }

  private async follow(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!this.looks.followsCursor || !this.view.visible || !editor) return;
    if (this.clicked?.isEqual(editor.selection)) return;
    this.clicked = undefined;
    const { document, selection } = editor;
    const id = this.provider.idAt(document.uri, document.offsetAt(selection.active));
    const [selected] = this.view.selection;
    if (id === undefined || selected === id || selected?.startsWith(`${id}/`)) return;
    await this.view.reveal(id, { select: true, focus: false });
  }
}
