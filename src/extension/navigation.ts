// Ways through the report outside the sidebar: symbols, folding, and from one mention of a player or claim to the others.
import * as vscode from 'vscode';
import { type Analysis, type Claim, type PlacedFigure, type Span, sameOf } from '../core';
import { remember } from '../core/text/remember';
import { firstFrom } from '../core/text/scopes';
import type { Analyses } from './analyses';
import { COMMANDS } from './commands';
import type { CurrentReport } from './currentReport';
import { foldsOf, type Outlined, outlineOf } from './outline';
import { rangeOf } from './positions';
import { MARKDOWN } from './scope';
import { figureAt, spansWithin } from './within';
import type { WorkspaceReports } from './workspaceReports';
import { SYMBOL_KINDS, WorkspaceSymbols } from './workspaceSymbols';

export function showNavigation(
  analyses: Analyses,
  current: CurrentReport,
  reports: WorkspaceReports,
): vscode.Disposable {
  const { languages } = vscode;
  const placesAt = async (document: vscode.TextDocument, position: vscode.Position) => {
    const analysis = await analyses.whenAnalyzed(document);
    return analysis && samePlaces(analysis, document.offsetAt(position));
  };
  const foldsChanged = new vscode.EventEmitter<void>();
  const locationOf = (document: vscode.TextDocument, span: Span) =>
    new vscode.Location(document.uri, rangeOf(document, span));
  return vscode.Disposable.from(
    foldsChanged,
    // The last reading's folds may have been given in the meantime.
    analyses.onDidChange(() => foldsChanged.fire()),
    // There is no way to tell that other symbols are known by now, so that these wait for the reading.
    languages.registerDocumentSymbolProvider(
      MARKDOWN,
      {
        async provideDocumentSymbols(document) {
          const analysis = await analyses.whenAnalyzed(document);
          return analysis ? outlineOf(analysis.report).map(one => symbolOf(document, one)) : [];
        },
      },
      { label: 'Annotated Reading' },
    ),
    languages.registerWorkspaceSymbolProvider(new WorkspaceSymbols(reports)),
    languages.registerDefinitionProvider(MARKDOWN, {
      async provideDefinition(document, position) {
        const places = await placesAt(document, position);
        return places && locationOf(document, places.introduced);
      },
    }),
    languages.registerReferenceProvider(MARKDOWN, {
      provideReferences: async (document, position, { includeDeclaration }) => {
        const { all = [], introduced } = (await placesAt(document, position)) ?? {};
        return all
          .filter(span => includeDeclaration || span !== introduced)
          .map(span => locationOf(document, span));
      },
    }),
    languages.registerDocumentHighlightProvider(MARKDOWN, {
      provideDocumentHighlights: async (document, position) => {
        const reading = await analyses.latestReadingOf(document);
        const offset = reading?.since.offsetThen(document.offsetAt(position));
        const places = reading && offset !== undefined ? samePlaces(reading.analysis, offset) : undefined;
        return (places?.all ?? [])
          .flatMap(span => reading?.since.wordsNow(span) ?? [])
          .map(span => new vscode.DocumentHighlight(rangeOf(document, span)));
      },
    }),
    languages.registerFoldingRangeProvider(MARKDOWN, {
      onDidChangeFoldingRanges: foldsChanged.event,
      async provideFoldingRanges(document) {
        const reading = await analyses.latestReadingOf(document);
        return (reading ? foldsOf(reading.analysis.report) : [])
          .flatMap(span => reading?.since.spanNow(span) ?? [])
          .map(span => rangeOf(document, span))
          .filter(({ start, end }) => start.line < end.line)
          .map(({ start, end }) => new vscode.FoldingRange(start.line, end.line));
      },
    }),
    vscode.commands.registerCommand(COMMANDS.goToPlayer, () => goToPlayer(analyses, current)),
  );
}

interface Places {
  readonly introduced: Span;
  readonly all: readonly Span[];
}

/** The places that speak of the player or the claim that stands at an offset; undefined at other words. */
function samePlaces(analysis: Analysis, offset: number): Places | undefined {
  const { report } = analysis;
  const isHere = ({ start, end }: Span) => start <= offset && offset <= end;
  for (const { mentions, span, position, interests } of report.players) {
    const at = mentions[firstFrom(mentions, offset + 1, ({ start }) => start) - 1];
    if (!at || !isHere(at)) continue;
    const inEntry = position || interests ? spansWithin(mentions, span)[0] : undefined;
    return { introduced: inEntry ?? mentions[0] ?? at, all: mentions };
  }
  const figure = figureAt(report, offset);
  const claim = figure && remember(claimsByFigure, analysis, () => byFigure(analysis)).get(figure);
  const own = claim?.mentions.find(mention => mention.figure === figure);
  const all = (own ? [own, ...sameOf(own, claim)] : [])
    .map(mention => mention.figure.span)
    .sort((a, b) => a.start - b.start);
  const [introduced] = all;
  return introduced && { introduced, all };
}

/** Asked at every move of the cursor, so it is made once for each analysis. */
const claimsByFigure = new WeakMap<Analysis, ReadonlyMap<PlacedFigure, Claim>>();

function byFigure({ claims }: Analysis): ReadonlyMap<PlacedFigure, Claim> {
  const found = new Map<PlacedFigure, Claim>();
  for (const claim of claims)
    for (const { figure } of claim.mentions) if (!found.has(figure)) found.set(figure, claim);
  return found;
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

async function goToPlayer(analyses: Analyses, { document }: CurrentReport): Promise<void> {
  const analysis = document && (await analyses.whenAnalyzed(document));
  if (!analysis) return;
  const items = analysis.report.players.map(({ name, aliases, mentions, span }) => ({
    label: name,
    description: aliases.join(', '),
    detail: mentions.length === 1 ? '1 mention' : `${mentions.length} mentions`,
    span,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Go to Player',
    placeHolder: 'Players of this report',
    matchOnDescription: true,
  });
  if (picked) await vscode.commands.executeCommand(COMMANDS.reveal, document.uri.toString(), picked.span);
}
