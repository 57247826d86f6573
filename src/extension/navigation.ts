// Ways through the report outside the sidebar: symbols, folding, and from one mention of a player or claim to the others.
import * as vscode from 'vscode';
import type { Analysis, Player, Span } from '../core';
import type { Analyses } from './analyses';
import { COMMANDS } from './commands';
import type { CurrentReport } from './currentReport';
import { foldsOf, type Outlined, outlineOf } from './outline';
import { rangeOf } from './positions';
import { MARKDOWN } from './scope';

const SYMBOL_KINDS: Readonly<Record<Outlined['kind'], vscode.SymbolKind>> = {
  section: vscode.SymbolKind.String,
  event: vscode.SymbolKind.Event,
  player: vscode.SymbolKind.Class,
  judgment: vscode.SymbolKind.Boolean,
};

export function showNavigation(analyses: Analyses, current: CurrentReport): vscode.Disposable {
  const { languages } = vscode;
  const placesAt = (document: vscode.TextDocument, position: vscode.Position) => {
    const analysis = analyses.analysisOf(document);
    return analysis ? samePlaces(analysis, document.offsetAt(position)) : [];
  };
  const locationsAt = (document: vscode.TextDocument, position: vscode.Position) =>
    placesAt(document, position).map(span => new vscode.Location(document.uri, rangeOf(document, span)));
  return vscode.Disposable.from(
    languages.registerDocumentSymbolProvider(
      MARKDOWN,
      {
        provideDocumentSymbols(document) {
          const analysis = analyses.analysisOf(document);
          return analysis ? outlineOf(analysis.report).map(one => symbolOf(document, one)) : [];
        },
      },
      { label: 'Annotated Reading' },
    ),
    languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: () =>
        vscode.workspace.textDocuments.flatMap(document => workspaceSymbols(analyses, document)),
    }),
    languages.registerDefinitionProvider(MARKDOWN, {
      provideDefinition: (document, position) => locationsAt(document, position).slice(0, 1),
    }),
    languages.registerReferenceProvider(MARKDOWN, { provideReferences: locationsAt }),
    languages.registerDocumentHighlightProvider(MARKDOWN, {
      provideDocumentHighlights: (document, position) =>
        placesAt(document, position).map(span => new vscode.DocumentHighlight(rangeOf(document, span))),
    }),
    languages.registerFoldingRangeProvider(MARKDOWN, {
      provideFoldingRanges(document) {
        const analysis = analyses.analysisOf(document);
        return (analysis ? foldsOf(analysis.report) : [])
          .map(span => rangeOf(document, span))
          .filter(({ start, end }) => start.line < end.line)
          .map(({ start, end }) => new vscode.FoldingRange(start.line, end.line));
      },
    }),
    vscode.commands.registerCommand(COMMANDS.goToPlayer, () => goToPlayer(current)),
  );
}

/** The places that speak of what stands at an offset, where it is introduced first; none for other words. */
function samePlaces({ report, claims }: Analysis, offset: number): readonly Span[] {
  const isHere = ({ start, end }: Span) => start <= offset && offset <= end;
  const player = report.players.find(({ mentions }) => mentions.some(isHere));
  if (player) return player.mentions;
  const claim = claims.find(({ mentions }) => mentions.some(({ figure }) => isHere(figure.span)));
  return claim?.mentions.map(({ figure }) => figure.span) ?? [];
}

function symbolOf(document: vscode.TextDocument, one: Outlined): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    one.name,
    one.detail,
    SYMBOL_KINDS[one.kind],
    rangeOf(document, one.span),
    rangeOf(document, one.titleSpan),
  );
  symbol.children = one.children.map(child => symbolOf(document, child));
  return symbol;
}

function workspaceSymbols(
  analyses: Analyses,
  document: vscode.TextDocument,
): readonly vscode.SymbolInformation[] {
  const report = analyses.analysisOf(document)?.report;
  if (!report) return [];
  const name = vscode.workspace.asRelativePath(document.uri);
  const symbol = (title: string, kind: Outlined['kind'], span: Span) =>
    new vscode.SymbolInformation(
      title,
      SYMBOL_KINDS[kind],
      name,
      new vscode.Location(document.uri, rangeOf(document, span)),
    );
  return [
    ...report.events.map(({ title, titleSpan }) => symbol(title, 'event', titleSpan)),
    ...report.players.map(player => symbol(player.name, 'player', player.span)),
  ];
}

async function goToPlayer({ document, state }: CurrentReport): Promise<void> {
  if (!document || state?.kind !== 'checked') return;
  const items = state.analysis.report.players.map((player: Player) => ({
    label: player.name,
    description: player.aliases.join(', '),
    span: player.span,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Go to Player',
    placeHolder: 'Players of this report',
    matchOnDescription: true,
  });
  if (picked) await vscode.commands.executeCommand(COMMANDS.reveal, document.uri.toString(), picked.span);
}
