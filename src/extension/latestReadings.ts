// What was read last of each document: it stays, and can be found in the text, while the next version is being read.
import type * as vscode from 'vscode';
import type { Analysis } from '../core';
import type { State } from './analyses';
import { EditsSince } from './editsSince';
import { changeOf } from './positions';

/** What was read of a document, and how its text has changed since. */
export interface Reading {
  readonly analysis: Analysis;
  readonly since: EditsSince;
}

interface Latest {
  readonly version: number;
  readonly state: State;
  readonly since: EditsSince;
}

export class LatestReadings {
  private readonly known = new Map<string, Latest>();

  /** The addresses of the documents that were read. */
  keys(): readonly string[] {
    return [...this.known.keys()];
  }

  stateOf(document: vscode.TextDocument): State | undefined {
    return this.latestOf(document)?.state;
  }

  /** Undefined also for a document that is not checked. */
  readingOf(document: vscode.TextDocument): Reading | undefined {
    const latest = this.latestOf(document);
    return latest?.state.kind === 'checked'
      ? { analysis: latest.state.analysis, since: latest.since }
      : undefined;
  }

  /** Takes the state of a document's version. */
  set({ uri }: vscode.TextDocument, version: number, state: State): void {
    this.known.set(uri.toString(), { version, state, since: new EditsSince() });
  }

  /** Follows the changes that have made a document what it is now. */
  follow(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const latest = this.latestOf(document);
    // Whoever heard of the change first may have had the text read already.
    if (!latest || latest.version >= document.version) return;
    for (const change of changes) latest.since.add(changeOf(change));
  }

  forget(key: string): void {
    this.known.delete(key);
  }

  private latestOf({ uri }: vscode.TextDocument): Latest | undefined {
    return this.known.get(uri.toString());
  }
}
