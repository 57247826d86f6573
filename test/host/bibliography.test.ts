// Bibliography files of the workspace decide which citations are known, as they stand in the editor.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { CITING, codeOf, findings, open, until } from './helpers';

const BIB = '@misc{norvik2025,\n  title = {Annual report 2025}\n}\n';

function unknownKeys(document: vscode.TextDocument): string[] {
  return findings(document)
    .filter(one => codeOf(one).value === 'unknown-citation')
    .map(({ message }) => /“(.*?)”/.exec(message)?.[1] ?? '');
}

/** Writes a file beside a report. */
function writeBeside(document: vscode.TextDocument, name: string, text: string): vscode.Uri {
  const file = path.join(path.dirname(document.uri.fsPath), name);
  fs.writeFileSync(file, text);
  return vscode.Uri.file(file);
}

describe('bibliography files', () => {
  it('beside a report are found when they come, followed as they change, and forgotten when they go', async () => {
    const document = await open(CITING);
    const bib = writeBeside(document, 'refs.bib', BIB);
    await until('one unknown key', () => unknownKeys(document).join() === 'lost');
    const opened = await vscode.workspace.openTextDocument(bib);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(bib, new vscode.Position(0, 0), '@misc{lost, title={Lost}}\n');
    await vscode.workspace.applyEdit(edit);
    assert.ok(opened.isDirty);
    await until('no unknown key, before the file is saved', () => unknownKeys(document).length === 0);
    await opened.save();
    await vscode.workspace.fs.delete(bib);
    await until('nothing known', () => unknownKeys(document).length === 0);
  });

  it('have what is wrong in them shown in them, while the rest counts', async () => {
    const document = await open(CITING);
    const bib = writeBeside(document, 'refs.bib', `${BIB}@misc{bad,\n  title = {A} year = 2\n}\n`);
    const [problem] = await until('the problem', () => {
      const found = vscode.languages.getDiagnostics(bib);
      return found.length > 0 && found;
    });
    assert.match(problem?.message ?? '', /comma is missing/);
    assert.equal(problem?.range.start.line, 4);
    await until('one unknown key', () => unknownKeys(document).join() === 'lost');
  });

  it('are those that the front matter names, relative to the report', async () => {
    const document = await open(`---\nbibliography: lib/named.json\n---\n\n${CITING}`);
    fs.mkdirSync(path.join(path.dirname(document.uri.fsPath), 'lib'));
    writeBeside(document, 'other.bib', '@misc{lost, title={Lost}}');
    writeBeside(document, 'lib/named.json', '[{ "id": "norvik2025", "title": "Annual report" }]');
    await until('one unknown key', () => unknownKeys(document).join() === 'lost');
  });
});
