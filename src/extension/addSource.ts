// Adds a source where the project keeps its bibliography, in the form that it has there.
import * as vscode from 'vscode';
import { type Analysis, addEntryEdit, type Entry, newKey, type SourceDetails } from '../core';
import type { Analyses } from './analyses';
import { rangeOf } from './positions';

type HomeKind = 'front-matter' | 'bibtex' | 'csl-json';

/** Where new entries go. */
interface Home {
  readonly uri: vscode.Uri;
  readonly kind: HomeKind;
}

/** An entry that an edit is about to add. */
export interface Added {
  readonly entry: Entry;
  readonly home: Home;
}

/** Where the project keeps its bibliography; undefined when it has none. */
export function homeOf(
  analyses: Analyses,
  document: vscode.TextDocument,
  { bibliography }: Analysis,
): Home | undefined {
  if (bibliography.frontMatter?.lists) return { uri: document.uri, kind: 'front-matter' };
  const [file] = analyses.bibliographyFilesOf(document);
  return file && { uri: file, kind: /\.json$/i.test(file.path) ? 'csl-json' : 'bibtex' };
}

/**
 * Puts a new entry into an edit. Says so, and gives undefined, when there is no place for it.
 * @param home where it goes; the report's front matter, which is made if need be, when there is no bibliography
 * @param key of the entry; one that is not taken when it is left out
 */
export async function addSourceTo(
  edit: vscode.WorkspaceEdit,
  document: vscode.TextDocument,
  { bibliography }: Analysis,
  details: SourceDetails,
  home: Home = { uri: document.uri, kind: 'front-matter' },
  key = newKey(details, new Set(bibliography.byKey.keys())),
): Promise<Added | undefined> {
  const file = await openOrNew(home.uri, edit);
  const change = addEntryEdit(file?.getText() ?? '', home.kind, key, details);
  if (!change) {
    void vscode.window.showWarningMessage(
      `The source was not added: ${vscode.workspace.asRelativePath(home.uri)} has no list of entries that it could be added to. Please add it there by hand.`,
    );
    return undefined;
  }
  const range = file ? rangeOf(file, change.span) : new vscode.Range(0, 0, 0, 0);
  edit.replace(home.uri, range, change.newText);
  return { entry: entryOf(key, details, home), home };
}

/** A file that the bibliography names and that does not exist is made by the edit. */
async function openOrNew(
  uri: vscode.Uri,
  edit: vscode.WorkspaceEdit,
): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    edit.createFile(uri, { ignoreIfExists: true });
    return undefined;
  }
}

/** The entry that citing needs, before it stands anywhere. */
function entryOf(key: string | undefined, details: SourceDetails, home: Home | undefined): Entry {
  return {
    ...details,
    key,
    authors: [],
    doi: undefined,
    file: undefined,
    place: { kind: home?.kind ?? 'line', path: undefined, span: { start: 0, end: 0 }, keySpan: undefined },
  };
}

/** A source that stands in no bibliography. */
export function unlisted(details: SourceDetails): Entry {
  return entryOf(undefined, details, undefined);
}
