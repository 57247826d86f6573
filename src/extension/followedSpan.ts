// Follows a place in a document while a reader is asked something and may type meanwhile.
import * as vscode from 'vscode';
import type { Span } from '../core';

/** A span that moves along with the edits before it, and is lost when an edit touches it. */
export class FollowedSpan implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;

  constructor(
    document: vscode.TextDocument,
    public span: Span | undefined,
  ) {
    this.subscription = vscode.workspace.onDidChangeTextDocument(change => {
      if (change.document === document) for (const one of change.contentChanges) this.follow(one);
    });
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private follow({ rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent): void {
    if (!this.span || rangeOffset >= this.span.end) return;
    const by = text.length - rangeLength;
    const isBefore = rangeOffset + rangeLength <= this.span.start;
    this.span = isBefore ? { start: this.span.start + by, end: this.span.end + by } : undefined;
  }
}
