import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import {
  codeOf,
  extensionApi,
  findingAt,
  findings,
  open,
  openChecked,
  rangeOf,
  reportText,
  until,
} from './helpers';

const { Error: error, Warning: warning, Information: information } = vscode.DiagnosticSeverity;

/** Rule, flagged words and text of each finding, independent of line endings and places. */
function summary(document: vscode.TextDocument): readonly string[] {
  return findings(document).map(
    one => `${codeOf(one).value}: ${document.getText(one.range)}: ${one.message}`,
  );
}

describe('findings in the editor', () => {
  let report: vscode.TextDocument;

  before(async () => {
    report = await openChecked(reportText());
  });

  const expected: readonly [rule: string, words: string, severity: vscode.DiagnosticSeverity][] = [
    ['magnitude-conflict', 'Approximately 300 billion', error],
    ['missing-currency', '300 Billion', warning],
    ['missing-currency', '90 billion', warning],
    ['growth-mismatch', 'more than twofold', error],
    ['unverified-figure', 'exceeding $25 billion', warning],
    ['unverified-figure', 'over 500 customers', warning],
    ['missing-value', '⚠️Third-party analysis, not independently verified', warning],
    ['vague-source', '⚠️Third-party analyst estimates', information],
    ['uncited-figure', 'exceeded $200 billion', information],
  ];
  for (const [rule, words, severity] of expected) {
    it(`flags “${words}” as ${rule}`, () => {
      const finding = findingAt(report, rule, words);
      assert.ok(finding, summary(report).join('\n'));
      assert.equal(finding.severity, severity);
    });
  }

  it('links every code to a page that comes with the extension', () => {
    for (const finding of findings(report)) {
      const { value, target } = codeOf(finding);
      assert.ok(target.path.endsWith(`/docs/rules/${value}.md`), target.path);
      assert.ok(fs.existsSync(target.fsPath), target.fsPath);
    }
  });

  it('shows the other mentions of a conflicting claim', () => {
    const related =
      findingAt(report, 'magnitude-conflict', 'Approximately 300 billion')?.relatedInformation ?? [];
    const words = related.map(({ location }) => report.getText(location.range));
    assert.ok(
      words.some(text => text.includes('$30 billion')),
      words.join(' | '),
    );
    for (const { location } of related) assert.equal(location.uri.toString(), report.uri.toString());
  });

  it('follows the text as it is edited', async () => {
    const document = await openChecked(reportText());
    const before = summary(document);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, '300 Billion'), '$30 billion');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the finding to go', () => !summary(document).some(line => line.includes('300 Billion')));
    await vscode.commands.executeCommand('undo');
    await until('the findings to come back', () => summary(document).join() === before.join());
  });

  it('reads a text with Windows line endings the same', async () => {
    const document = await openChecked(reportText().replace(/\n/g, '\r\n'));
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    assert.deepEqual(summary(document), summary(report));
  });

  it('goes away when the report is deleted', async () => {
    const document = await openChecked(reportText());
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(document.uri);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the findings to go', () => findings(document).length === 0);
  });
});

describe('what is left alone', () => {
  const notes =
    '# Widget\n\nInstall version 3.2 with `npm install`. It needs 512 MB of memory and 20 seconds.\n';
  const setting = () => vscode.workspace.getConfiguration('annotatedReading');

  it('a file that does not read as a report', async () => {
    const { analysisOf } = await extensionApi();
    const document = await open(notes);
    assert.equal(analysisOf(document), undefined);
    assert.deepEqual(findings(document), []);
  });

  it('a README, whatever is in it', async () => {
    const { analysisOf } = await extensionApi();
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'README.md'));
    assert.equal(analysisOf(document), undefined);
    assert.deepEqual(findings(document), []);
  });

  it('text in other languages than Markdown', async () => {
    const { analysisOf } = await extensionApi();
    const document = await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: reportText(),
    });
    assert.equal(analysisOf(document), undefined);
  });

  it('everything, and nothing, when the settings say so', async () => {
    const { analysisOf } = await extensionApi();
    const report = await open(reportText());
    const other = await open(notes);
    try {
      await setting().update('check', 'never');
      await until('the report to be left alone', () => !analysisOf(report) && findings(report).length === 0);
      await setting().update('check', 'always');
      await until('both to be checked', () => analysisOf(report) && analysisOf(other));
    } finally {
      await setting().update('check', undefined);
    }
    await until('the other to be left alone again', () => !analysisOf(other));
  });
});
