// Quick fixes: the fixes that a finding carries, as code actions of VS Code.
import * as vscode from 'vscode';
import {
  type Analysis,
  certainFix,
  chooseFixes,
  citationNeededEdits,
  editsOf,
  editsOfCitation,
  type Finding,
  type Fix,
  fixAll,
  ignoreEdits,
  mentionsToCite,
  type Span,
  UNUSED_SUPPRESSION,
} from '../core';
import type { Analyses, State } from './analyses';
import { candidatesAt } from './candidatesAt';
import { citationsIn } from './citationsIn';
import type { CiteRequest } from './citing';
import { COMMANDS } from './commands';
import { shows } from './diagnostics';
import { rangeOf, workspaceEditOf } from './positions';
import { MARKDOWN } from './scope';

const MOST_SOURCES = 5;
const LONGEST_QUOTE = 80;

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('annotatedReading');

export function showCodeActions(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    MARKDOWN,
    {
      async provideCodeActions(document, range, { only, diagnostics }) {
        const state = await analyses.whenRead(document);
        if (state?.kind !== 'checked') return [];
        // Fixing all reads the text anew in rounds, so that it is worked out only for who asks.
        if (only?.contains(FIX_ALL)) return fixAllActions(document, state);
        const { analysis } = state;
        const here = analysis.findings.filter(({ span }) => range.intersection(rangeOf(document, span)));
        return [
          ...here.flatMap(finding => actionsFor(document, state, finding, diagnostics)),
          ...addActions(analysis, here),
          ...fixRuleActions(document, analysis, here),
          ...here.flatMap(finding => ignoreActions(document, analysis, finding, diagnostics)),
        ];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL] },
  );
}

/** All that is certain, in the whole document. */
function fixAllActions(
  document: vscode.TextDocument,
  { options }: State & { kind: 'checked' },
): vscode.CodeAction[] {
  const { edits } = fixAll(document.getText(), certainFix, options);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction('Fix all that is certain', FIX_ALL);
  action.edit = workspaceEditOf(document, edits);
  return [action];
}

/** For each rule with a finding here: all its findings that have a certain fix, when they are more than one. */
function fixRuleActions(
  document: vscode.TextDocument,
  { findings }: Analysis,
  here: readonly Finding[],
): vscode.CodeAction[] {
  return [...new Set(here.filter(certainFix).map(({ rule }) => rule))].flatMap(rule => {
    const chosen = chooseFixes(
      findings.filter(finding => finding.rule === rule),
      certainFix,
    );
    if (chosen.length < 2) return [];
    const title = `Fix all of this rule: ${rule} (${chosen.length})`;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = workspaceEditOf(document, editsOf(chosen));
    return action;
  });
}

function ignoreActions(
  document: vscode.TextDocument,
  { report }: Analysis,
  finding: Finding,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  if (finding.rule === UNUSED_SUPPRESSION) return [];
  const title = `Ignore this finding here: ${finding.rule}`;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEditOf(document, ignoreEdits(report, finding));
  action.diagnostics = diagnostics.filter(diagnostic => shows(diagnostic, finding, document));
  return [action];
}

function actionsFor(
  document: vscode.TextDocument,
  state: State & { kind: 'checked' },
  finding: Finding,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const mended = diagnostics.filter(diagnostic => shows(diagnostic, finding, document));
  const actions = finding.fixes.flatMap(fix =>
    fix.kind === 'edits' ? editAction(document, fix) : citeActions(document, state, fix),
  );
  for (const action of actions) action.diagnostics = mended;
  return actions;
}

/** For each key of a citation that the bibliography does not have: the way to add its source there. */
function addActions(analysis: Analysis, here: readonly Finding[]): readonly vscode.CodeAction[] {
  const starts = here.flatMap(({ rule, span }) => (rule === 'unknown-citation' ? span.start : []));
  const unknown = citationsIn(analysis).filter(
    ({ kind, entry, span }) => kind === 'citation' && !entry && starts.includes(span.start),
  );
  return unknown.map(({ key }) => {
    const title = `Add the source ${key} to the bibliography…`;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command: COMMANDS.addSource, title, arguments: [key] };
    return action;
  });
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
  state: State & { kind: 'checked' },
  fix: Fix & { kind: 'cite' },
): vscode.CodeAction[] {
  const { analysis, citationStyle } = state;
  const { at, instead, sources } = fix;
  const candidates = candidatesAt(state, fix);
  const request: CiteRequest = {
    uri: document.uri.toString(),
    version: document.version,
    at,
    instead,
    sources,
  };
  const inserting = candidates.slice(0, MOST_SOURCES).map(({ source, label, quote }) => {
    const title = `${fix.title}: ${label}${quote === undefined ? '' : ` — “${shortened(quote)}”`}`;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = workspaceEditOf(document, editsOfCitation(analysis.report, fix, source, citationStyle));
    return action;
  });
  const asking = (command: string, label: string) => {
    const title = `${fix.title}: ${label}`;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command, title, arguments: [request] };
    return action;
  };
  const mentions = instead ? 0 : mentionsToCite(analysis, at).length;
  return [
    ...inserting,
    ...(candidates.length > MOST_SOURCES ? [asking(COMMANDS.citeListedSource, 'More sources…')] : []),
    ...(mentions > 1 ? [asking(COMMANDS.citeAllMentions, `For all ${mentions} mentions…`)] : []),
    asking(COMMANDS.citeNewSource, 'New source…'),
    ...(instead ? [] : neededActions(document, analysis, at)),
  ];
}

function neededActions(
  document: vscode.TextDocument,
  { report }: Analysis,
  at: Span,
): readonly vscode.CodeAction[] {
  const edits = citationNeededEdits(report, at);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction('Insert [citation needed]', vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEditOf(document, edits);
  return [action];
}

/** As much of a quote as a menu has room for. */
function shortened(quote: string): string {
  return quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, '')}…` : quote;
}
