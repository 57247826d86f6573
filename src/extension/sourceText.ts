// Shows an attached document as the text that was read from it, with a passage selected, and its pages marked.
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { Span } from '../core';
import type { AttachedFile, AttachedSources } from './attachedSources';
import { COMMANDS } from './commands';
import { rangeOf } from './positions';

const SCHEME = 'annotated-reading-source';

const offset = z.int().check(z.minimum(0));

/** A place in a document that is attached to a report: what links to it carry. */
export const placeSchema = z.strictObject({
  /** The report's address. */
  report: z.string(),
  /** The document's path, as the document itself has it. */
  path: z.string(),
  /** In the document's text. */
  span: z.strictObject({ start: offset, end: offset }),
});

export type SourcePlace = z.infer<typeof placeSchema>;

export function registerSourceTexts(sources: AttachedSources): vscode.Disposable {
  const texts = new SourceTexts(sources);
  return vscode.Disposable.from(
    texts,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, texts),
    vscode.languages.registerCodeLensProvider({ scheme: SCHEME }, texts),
    vscode.commands.registerCommand(COMMANDS.openAttached, async (place: unknown) => {
      const parsed = placeSchema.safeParse(place);
      const file = parsed.success ? fileAt(sources, parsed.data) : undefined;
      if (file && parsed.success) return showSourceText(file, parsed.data.span);
      void vscode.window.showWarningMessage('This source is no longer attached to the report.');
    }),
    vscode.commands.registerCommand(COMMANDS.openOriginal, async (uri: unknown) => {
      const file = uri instanceof vscode.Uri ? originalOf(sources, uri) : undefined;
      if (file) await openOriginal(file);
    }),
  );
}

function fileAt(sources: AttachedSources, { report, path }: SourcePlace): AttachedFile | undefined {
  return sources.filesFor(vscode.Uri.parse(report)).find(file => file.path === path);
}

/** Shows a document beside the report: a text file itself, another one as the text that was read from it. */
export async function showSourceText(file: AttachedFile, span: Span): Promise<void> {
  if (file.state.kind !== 'read') return openOriginal(file);
  const { format } = file.state.index.document;
  const isItself = format === 'markdown' || format === 'text';
  const document = await vscode.workspace.openTextDocument(isItself ? file.uri : textUri(file.uri));
  await vscode.window.showTextDocument(document, {
    selection: rangeOf(document, span),
    viewColumn: vscode.ViewColumn.Beside,
    preview: true,
  });
}

/** The address of a document's text; its path tells the editor that it is Markdown, its query which document it is. */
function textUri(original: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `${original.path}.md`, query: original.toString() });
}

function originalOf(sources: AttachedSources, { scheme, query }: vscode.Uri): AttachedFile | undefined {
  return scheme === SCHEME ? sources.files().find(({ uri }) => uri.toString() === query) : undefined;
}

/** Opens a file in whatever the reader has for it. */
async function openOriginal({ uri }: AttachedFile): Promise<void> {
  const isForOthers = /\.(?:pdf|docx)$/i.test(uri.path) && uri.scheme === 'file' && !vscode.env.remoteName;
  if (isForOthers) await vscode.env.openExternal(uri);
  else await vscode.commands.executeCommand('vscode.open', uri);
}

class SourceTexts implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor(private readonly sources: AttachedSources) {
    this.subscription = sources.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SCHEME) this.changed.fire(uri);
    });
  }

  dispose(): void {
    this.changed.dispose();
    this.subscription.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.indexOf(uri)?.document.text ?? '';
  }

  /** The way to the original, and where its pages begin. */
  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const landmarks = this.indexOf(document.uri)?.document.landmarks ?? [];
    const pages = landmarks.flatMap(landmark =>
      landmark.kind === 'page'
        ? [lens(document, landmark.at, { title: `Page ${landmark.page}`, command: '' })]
        : [],
    );
    const original = {
      title: 'Open the original',
      command: COMMANDS.openOriginal,
      arguments: [document.uri],
    };
    return [lens(document, 0, original), ...pages];
  }

  private indexOf(uri: vscode.Uri) {
    const state = originalOf(this.sources, uri)?.state;
    return state?.kind === 'read' ? state.index : undefined;
  }
}

function lens(document: vscode.TextDocument, at: number, command: vscode.Command): vscode.CodeLens {
  const position = document.positionAt(at);
  return new vscode.CodeLens(new vscode.Range(position, position), command);
}
