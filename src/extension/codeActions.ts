// Quick fixes: the fixes that a finding carries, as code actions of VS Code.
import * as vscode from 'vscode';
import { type Analysis, editsOfCitation, type Finding, type Fix } from '../core';
import type { Analyses } from './analyses';
import type { CiteRequest } from './citing';
import { COMMANDS } from './commands';
import { shows } from './diagnostics';
import { rangeOf, workspaceEditOf } from './positions';
import { MARKDOWN } from './scope';

const MOST_SOURCES = 5;

export function showCodeActions(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    MARKDOWN,
    {
      provideCodeActions(document, range, context) {
        const analysis = analyses.analysisOf(document);
        if (!analysis) return [];
        return analysis.findings
          .filter(finding => range.intersection(rangeOf(document, finding.span)))
          .flatMap(finding => actionsFor(document, analysis, finding, context.diagnostics));
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function actionsFor(
  document: vscode.TextDocument,
  analysis: Analysis,
  finding: Finding,
  diagnostics: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const mended = diagnostics.filter(diagnostic => shows(diagnostic, finding, document));
  const actions = finding.fixes.flatMap(fix =>
    fix.kind === 'edits' ? editAction(document, fix) : citeActions(document, analysis, fix),
  );
  for (const action of actions) action.diagnostics = mended;
  return actions;
}

function editAction(document: vscode.TextDocument, fix: Fix & { kind: 'edits' }): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEditOf(document, fix.edits);
  action.isPreferred = fix.certain;
  return action;
}

/** One action for each of the best sources, then the ways to name another. */
function citeActions(
  document: vscode.TextDocument,
  { report }: Analysis,
  fix: Fix & { kind: 'cite' },
): readonly vscode.CodeAction[] {
  const request: CiteRequest = {
    uri: document.uri.toString(),
    version: document.version,
    at: fix.at,
    instead: fix.instead,
    sources: fix.sources,
  };
  const actions = fix.sources.slice(0, MOST_SOURCES).map(source => {
    const action = new vscode.CodeAction(`${fix.title}: ${source.name}`, vscode.CodeActionKind.QuickFix);
    action.edit = workspaceEditOf(document, editsOfCitation(report, fix, source));
    return action;
  });
  const asking = (command: string, label: string) => {
    const title = `${fix.title}: ${label}`;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command, title, arguments: [request] };
    return action;
  };
  if (fix.sources.length > MOST_SOURCES) actions.push(asking(COMMANDS.citeListedSource, 'More sources…'));
  return [...actions, asking(COMMANDS.citeNewSource, 'New source…')];
}
