// Events and players of all reports of the workspace, in the search for symbols.
import * as vscode from 'vscode';
import { type Analysis, LineIndex, type Span } from '../core';
import type { Outlined } from './outline';
import type { WorkspaceReport, WorkspaceReports } from './workspaceReports';

export const SYMBOL_KINDS: Readonly<Record<Outlined['kind'], vscode.SymbolKind>> = {
  section: vscode.SymbolKind.String,
  event: vscode.SymbolKind.Event,
  player: vscode.SymbolKind.Class,
  judgment: vscode.SymbolKind.Boolean,
};

/** A search shows what is known by then; the rest is read on, and is there for the next one. */
const LONGEST_WAIT_MS = 2000;

export class WorkspaceSymbols implements vscode.WorkspaceSymbolProvider {
  private readonly known = new WeakMap<Analysis, readonly vscode.SymbolInformation[]>();

  constructor(private readonly reports: WorkspaceReports) {}

  async provideWorkspaceSymbols(
    query: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.SymbolInformation[]> {
    await Promise.race([this.reports.read(), waited(LONGEST_WAIT_MS, token)]);
    if (token.isCancellationRequested) return [];
    return this.reports
      .reports()
      .flatMap(report => this.symbolsOf(report))
      .filter(({ name }) => hasInOrder(name.toLowerCase(), query.toLowerCase()));
  }

  private symbolsOf({ uri, analysis }: WorkspaceReport): readonly vscode.SymbolInformation[] {
    const known = this.known.get(analysis);
    if (known) return known;
    const { text, events, players } = analysis.report;
    const lines = new LineIndex(text);
    const file = vscode.workspace.asRelativePath(uri);
    const positionOf = (offset: number) => {
      const { line, column } = lines.positionAt(offset);
      return new vscode.Position(line, column);
    };
    const symbol = (name: string, kind: Outlined['kind'], { start, end }: Span) => {
      const range = new vscode.Range(positionOf(start), positionOf(end));
      return new vscode.SymbolInformation(name, SYMBOL_KINDS[kind], file, new vscode.Location(uri, range));
    };
    const symbols = [
      ...events.map(({ title, titleSpan }) => symbol(title, 'event', titleSpan)),
      ...players.map(({ name, span }) => symbol(name, 'player', span)),
    ];
    this.known.set(analysis, symbols);
    return symbols;
  }
}

/** Resolves after a time, or when the search is given up. */
function waited(milliseconds: number, token: vscode.CancellationToken): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    token.onCancellationRequested(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Whether the characters of a query stand in a name, in their order: VS Code ranks what is left. */
function hasInOrder(name: string, query: string): boolean {
  let at = 0;
  for (const character of query.replace(/\s+/g, '')) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
