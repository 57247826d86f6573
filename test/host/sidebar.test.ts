import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SidebarNode } from '../../src/extension/sidebarNode';
import { extensionApi, open, openChecked, reportText, until } from './helpers';

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

  it('is empty beside a file that is left alone', async () => {
    const { treeRoots } = await extensionApi();
    await open('# Shopping\n\n- milk\n');
    await until('an empty tree', () => treeRoots().length === 0);
  });
});
