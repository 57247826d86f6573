import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { certainFix, fixAll } from '../../src/core';
import { applyFix, findingAt, openChecked, reportText, until } from './helpers';

const draft = () => `${reportText()}\n\nIt has 30亿 users and 5万 ships.\n`;

describe('the project file', () => {
  it('sets the severities of the reports beside it, again after each change, and shows its problems', async () => {
    const document = await openChecked(reportText());
    const file = vscode.Uri.file(path.join(path.dirname(document.uri.fsPath), '.annotated-reading.jsonc'));
    const words = 'exceeding $25 billion';
    assert.ok(findingAt(document, 'unverified-figure', words));
    fs.writeFileSync(file.fsPath, '{ "rules": { "unverified-figure": "off", "no-such": "off" } }');
    await until('the finding to go', () => !findingAt(document, 'unverified-figure', words));
    await until('the problem', () =>
      vscode.languages
        .getDiagnostics(file)
        .some(({ message, range }) => /no rule “no-such”/.test(message) && range.start.character === 41),
    );
    fs.rmSync(file.fsPath);
    await until('the finding to come back', () => findingAt(document, 'unverified-figure', words));
  });
});

describe('many fixes at once', () => {
  it('are all that is certain, and nothing else', async () => {
    const document = await openChecked(draft());
    const actions = await until('the action', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
        'source.fixAll.annotatedReading',
      );
      return found.length > 0 && found;
    });
    const [action] = actions;
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), fixAll(draft(), certainFix).text);
    assert.match(document.getText(), /It has 3 billion users and 50,000 ships/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), draft());
  });

  it('are those of one rule', async () => {
    const document = await openChecked(draft());
    await applyFix(document, '30亿', /^Fix all of this rule: untranslated-unit \(2\)$/);
    assert.match(document.getText(), /It has 3 billion users and 50,000 ships/);
  });
});

describe('a finding', () => {
  it('is ignored where the reader says so', async () => {
    const document = await openChecked(draft());
    await applyFix(document, '30亿', /^Ignore this finding here: untranslated-unit$/);
    assert.match(document.getText(), /disable-next-line untranslated-unit -->/);
    await until('it to go', () => !findingAt(document, 'untranslated-unit', '30亿'));
  });
});
