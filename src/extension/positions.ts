// Spans and edits of the core to ranges and edits of VS Code.
import * as vscode from 'vscode';
import type { PlacedFigure, Report, Span, TextEdit } from '../core';
import { firstFrom } from '../core/text/scopes';

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

/** The figure that an offset lies in or right behind. */
export function figureAt({ figures }: Report, offset: number): PlacedFigure | undefined {
  const figure = figures[firstFrom(figures, offset + 1, ({ span }) => span.start) - 1];
  return figure && offset <= figure.span.end ? figure : undefined;
}
