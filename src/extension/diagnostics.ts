// Findings as diagnostics: squiggles in the text and rows of the Problems panel.
import * as vscode from 'vscode';
import { type Finding, LineIndex, type Problem, type Severity } from '../core';
import type { Analyses } from './analyses';
import { rangeOf } from './positions';

export const SOURCE = 'Annotated Reading';
/** More findings than this in one file are counted, not shown. */
const MOST_SHOWN = 500;

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export function showDiagnostics(analyses: Analyses, pages: vscode.Uri): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('annotated-reading');
  return vscode.Disposable.from(
    collection,
    analyses.onDidChange(document => {
      const analysis = analyses.analysisOf(document);
      const problems = analysis?.bibliography.problems ?? [];
      collection.set(document.uri, [
        ...diagnosticsOf(document, analysis?.findings ?? [], pages),
        ...problemDiagnostics(document.getText(), problems, vscode.DiagnosticSeverity.Warning),
      ]);
    }),
    analyses.onDidForget(uri => collection.delete(uri)),
  );
}

/** True when the diagnostic shows the finding. */
export function shows(
  diagnostic: vscode.Diagnostic,
  finding: Finding,
  document: vscode.TextDocument,
): boolean {
  const { code } = diagnostic;
  const rule = typeof code === 'object' ? code.value : code;
  return (
    diagnostic.source === SOURCE &&
    rule === finding.rule &&
    diagnostic.range.isEqual(rangeOf(document, finding.span))
  );
}

function diagnosticsOf(
  document: vscode.TextDocument,
  findings: readonly Finding[],
  pages: vscode.Uri,
): readonly vscode.Diagnostic[] {
  if (findings.length <= MOST_SHOWN) return findings.map(finding => diagnosticOf(document, finding, pages));
  const gravest = findings.toSorted((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]);
  const more = new vscode.Diagnostic(
    new vscode.Range(0, 0, 0, 0),
    `${findings.length - MOST_SHOWN} more findings in this file are not shown.`,
    vscode.DiagnosticSeverity.Information,
  );
  more.source = SOURCE;
  return [more, ...gravest.slice(0, MOST_SHOWN).map(finding => diagnosticOf(document, finding, pages))];
}

function diagnosticOf(document: vscode.TextDocument, finding: Finding, pages: vscode.Uri): vscode.Diagnostic {
  const range = rangeOf(document, finding.span);
  const diagnostic = new vscode.Diagnostic(range, finding.message, SEVERITIES[finding.severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.rule, target: vscode.Uri.joinPath(pages, `${finding.rule}.md`) };
  diagnostic.relatedInformation = finding.related.map(
    ({ span, message }) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, rangeOf(document, span)),
        message,
      ),
  );
  return diagnostic;
}

/** What is wrong in a file that reports go by, under the words that it is about. */
export function problemDiagnostics(
  text: string,
  problems: readonly Problem[],
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic[] {
  const lines = new LineIndex(text);
  const positionOf = (offset: number) => {
    const { line, column } = lines.positionAt(offset);
    return new vscode.Position(line, column);
  };
  return problems.map(({ span, message }) => {
    const range = new vscode.Range(positionOf(span.start), positionOf(span.end));
    const diagnostic = new vscode.Diagnostic(range, message, severity);
    diagnostic.source = SOURCE;
    return diagnostic;
  });
}
