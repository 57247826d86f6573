// Citing a source that the reader picks or types. The text may change meanwhile, so the figure's place is followed.
import * as vscode from 'vscode';
import { citableUrl, editsOfCitation, type NewSource, type SourceName, type Span } from '../core';
import type { Analyses } from './analyses';
import { COMMANDS } from './commands';
import { workspaceEditOf } from './positions';

/** A figure to cite a source for, or words that a source is to replace: the place in one version of a document, and the sources that the report names. */
export interface CiteRequest {
  readonly uri: string;
  readonly version: number;
  readonly at: Span;
  readonly instead: boolean;
  readonly sources: readonly SourceName[];
}

export function registerCiting(analyses: Analyses): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.citeNewSource, (request: CiteRequest) =>
      cite(analyses, request, askNewSource),
    ),
    vscode.commands.registerCommand(COMMANDS.citeListedSource, (request: CiteRequest) =>
      cite(analyses, request, () => pickSource(request.sources)),
    ),
  );
}

/** Asks for a source and cites it in one undoable step; changes nothing when the reader gives up. */
async function cite(
  analyses: Analyses,
  request: CiteRequest,
  ask: () => Promise<SourceName | NewSource | undefined>,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(request.uri));
  const figure = new FollowedSpan(document, request.version === document.version ? request.at : undefined);
  try {
    const source = await ask();
    if (!source) return;
    const report = analyses.analysisOf(document)?.report;
    const edits =
      report && figure.span && editsOfCitation(report, { at: figure.span, instead: request.instead }, source);
    const edit = edits && workspaceEditOf(document, edits);
    if (edit && (await vscode.workspace.applyEdit(edit))) return;
    void vscode.window.showWarningMessage(
      'The text of the figure has changed meanwhile, so no citation was inserted. Please try again.',
    );
  } finally {
    figure.dispose();
  }
}

async function askNewSource(): Promise<NewSource | undefined> {
  const title = await vscode.window.showInputBox({
    title: 'Insert Source Citation (1 of 2)',
    prompt: 'Title of the source, such as the name of a publication or document',
    ignoreFocusOut: true,
    validateInput: value => (value.trim() ? undefined : 'Please give a title.'),
  });
  if (title === undefined) return undefined;
  const url = await vscode.window.showInputBox({
    title: 'Insert Source Citation (2 of 2)',
    prompt: 'Address of the source. Leave empty when it has none.',
    placeHolder: 'https://…',
    ignoreFocusOut: true,
    validateInput: value =>
      !value.trim() || citableUrl(value)
        ? undefined
        : 'Please give an address that begins with https:// or http://, or the path of a file beside this one.',
  });
  if (url === undefined) return undefined;
  return { title: title.trim(), url: url.trim() || undefined };
}

async function pickSource(sources: readonly SourceName[]): Promise<SourceName | undefined> {
  const items = sources.map(source => ({ label: source.name, description: source.url ?? '', source }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Insert Source Citation',
    placeHolder: 'Sources that the report names',
    matchOnDescription: true,
  });
  return picked?.source;
}

/** A span that moves along with the edits before it, and is lost when an edit touches it. */
class FollowedSpan implements vscode.Disposable {
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
