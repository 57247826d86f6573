import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { SidebarNode } from '../../src/extension/sidebarNode';
import { extensionApi, open, openChecked, reportText, until, workspace } from './helpers';

describe('the sidebar', () => {
  let report: vscode.TextDocument;
  let roots: readonly SidebarNode[];

  before(async () => {
    const { treeRoots } = await extensionApi();
    report = await openChecked(reportText());
    roots = await until('the tree', () => treeRoots().length > 0 && treeRoots());
  });

  const root = (label: string) => {
    const found = roots.find(node => node.label === label);
    assert.ok(found, label);
    return found;
  };

  it('has the events, players and judgments of the report', () => {
    assert.deepEqual(
      roots.slice(0, 3).map(node => node.label),
      ['Events', 'Players', 'Judgments'],
    );
    assert.deepEqual(
      root('Events').children.map(node => node.label),
      [
        'Google Announces Up to $40 Billion Investment in Anthropic',
        "Official Announcement of AWS and Anthropic's $100 Billion Binding",
        "Anthropic's Annualized Revenue Exceeds 300 Billion",
      ],
    );
    assert.equal(root('Judgments').children.length, 3);
    const players = root('Players').children.map(node => node.label);
    for (const name of ['AWS', 'Anthropic', 'Enterprise Customers'])
      assert.ok(players.includes(name), players.join(', '));
  });

  it('counts the findings of each part and has its pieces below it', () => {
    const event = root('Events').children[2];
    assert.ok(event && event.findings.length > 5);
    const kinds = event?.children.map(node => node.kind) ?? [];
    for (const kind of ['date', 'facts', 'source', 'finding'])
      assert.ok(
        kinds.some(one => one === kind),
        `${kind} among ${kinds.join(', ')}`,
      );
  });

  it('reveals the text of a part', async () => {
    const { span } = root('Judgments').children[0] ?? {};
    assert.ok(span);
    await vscode.commands.executeCommand('annotatedReading.reveal', report.uri.toString(), span);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), report.uri.toString());
    assert.match(report.getText(editor?.selection), /The essence of the \$100 billion binding/);
  });

  it('shows only the parts with the words of a filter', async () => {
    const { treeRoots } = await extensionApi();
    await vscode.commands.executeCommand('annotatedReading.filterParts', 'Annualized Revenue Exceeds');
    assert.equal(treeRoots()[0]?.children.length, 1);
    await vscode.commands.executeCommand('annotatedReading.clearFilter');
    assert.equal(treeRoots()[0]?.children.length, 3);
  });

  it('goes to where a part stands now, not to where it stood', async () => {
    const { treeRoots, treeIdOf } = await extensionApi();
    const document = await openChecked(reportText());
    const event = await until('the event', () => treeRoots()[0]?.children[0]);
    const id = treeIdOf(event);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'Words before it.\n\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('annotatedReading.goToText', id);
    const editor = vscode.window.activeTextEditor;
    assert.ok(document.getText(editor?.selection).includes(event.label), document.getText(editor?.selection));
  });

  it('keeps only what names a player, under any of its names', async () => {
    const { treeRoots, treeIdOf } = await extensionApi();
    await openChecked(reportText());
    const players = await until('the players', () => treeRoots().find(({ kind }) => kind === 'players'));
    const google = players.children.find(({ label }) => label === 'Google');
    assert.ok(google);
    await vscode.commands.executeCommand('annotatedReading.onlyThisPlayer', treeIdOf(google));
    const events = treeRoots()[0]?.children.map(({ label }) => label) ?? [];
    assert.ok(
      events.some(label => label.startsWith('Google Announces')),
      events.join(', '),
    );
    await vscode.commands.executeCommand('annotatedReading.clearFilter');
  });

  it('is empty beside a file that is left alone', async () => {
    const { treeRoots } = await extensionApi();
    await open('# Shopping\n\n- milk\n');
    await until('an empty tree', () => treeRoots().length === 0);
  });
});

describe('the sidebar with all reports', () => {
  const CLOSED = 'gpu-rental-deals.md';
  const draft = path.join(workspace, 'late-draft.md');
  const named = (roots: readonly SidebarNode[], name: string) =>
    roots.find(({ kind, label }) => kind === 'report' && label === name);
  const isOpen = (name: string) =>
    vscode.workspace.textDocuments.some(({ uri }) => uri.path.endsWith(`/${name}`));

  before(async () => {
    await openChecked(reportText());
    await vscode.commands.executeCommand('annotatedReading.report.focus');
    await vscode.commands.executeCommand('annotatedReading.allReports');
  });

  after(async () => {
    await vscode.commands.executeCommand('annotatedReading.activeReport');
    fs.rmSync(draft, { force: true });
  });

  it('has those that no editor shows, and reads them without opening them', async () => {
    const { treeRoots } = await extensionApi();
    const report = await until(CLOSED, () => named(treeRoots(), CLOSED));
    assert.ok(report.findings.length > 0);
    assert.equal(report.children[0]?.label, 'Events');
    assert.equal(isOpen(CLOSED), false);
    assert.equal(named(treeRoots(), 'README.md'), undefined, 'files that are left alone are left out');
  });

  it('follows files that come, change and go', async () => {
    const { treeRoots } = await extensionApi();
    const events = () =>
      named(treeRoots(), 'late-draft.md')
        ?.children.find(({ kind }) => kind === 'events')
        ?.children.map(({ label }) => label);
    const text = reportText();
    fs.writeFileSync(draft, text);
    await until('the new report', () =>
      events()?.includes('Google Announces Up to $40 Billion Investment in Anthropic'),
    );
    fs.writeFileSync(draft, text.replace('Google Announces Up to', 'Google Promises Up to'));
    await until('its change', () => events()?.some(label => label.startsWith('Google Promises')));
    fs.rmSync(draft);
    await until('its end', () => !named(treeRoots(), 'late-draft.md'));
  });

  it('goes to the text of a report that was closed', async () => {
    const { treeRoots, treeIdOf } = await extensionApi();
    const event = named(treeRoots(), CLOSED)?.children[0]?.children[0];
    const id = event && treeIdOf(event);
    assert.ok(event && id);
    await vscode.commands.executeCommand('annotatedReading.goToText', id);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.ok(editor.document.uri.path.endsWith(CLOSED));
    assert.ok(editor.document.getText(editor.selection).includes(event.label));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
