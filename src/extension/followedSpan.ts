// Follows a place in a document while a reader is asked something and may type meanwhile.
import * as vscode from 'vscode';
import type { Span } from '../core';
import { wordsAfter } from './editsSince';
import { changeOf } from './positions';

/** A span that moves along with the edits before it, and is lost when an edit touches it. */
export class FollowedSpan implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;

  constructor(
    document: vscode.TextDocument,
    public span: Span | undefined,
  ) {
    this.subscription = vscode.workspace.onDidChangeTextDocument(change => {
      if (change.document !== document) return;
      for (const one of change.contentChanges) this.span = wordsAfter(this.span, changeOf(one));
    });
  }

  dispose(): void {
    this.subscription.dispose();
  }
}
