// Spans and edits of the core to ranges and edits of VS Code.
import * as vscode from 'vscode';
import type { Span, TextEdit } from '../core';
import type { Change } from './editsSince';

export function rangeOf(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

/** Edits of the document as it stands. */
export function workspaceEditOf(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { span, newText } of edits) edit.replace(document.uri, rangeOf(document, span), newText);
  return edit;
}

export function changeOf({ rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent): Change {
  return { start: rangeOffset, end: rangeOffset + rangeLength, length: text.length };
}
