// Figures against attached sources inside VS Code: the finding, the hover with the quote, citing what states a figure, the table.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { extensionApi, findingAt, findings, quickFixes, rangeOf, until } from './helpers';

const REPORT = `# Harbours of the north

## Key Events

- **Norvik publishes its results (12 March 2026)**
  Facts: Norvik's revenue was $41 billion in 2025.
  Driving Factors: Trade in the north grew.

## Background

Norvik employs 8,350 people in its harbours.

Its costs were $20 billion and its debt was $3 billion, while trade grew by 12% to $90 billion.
Source: Harbour Post
`;

/** Opens a report beside a folder of sources, and waits until they have been read. */
async function openWithSources(sources: Readonly<Record<string, string>>): Promise<vscode.TextDocument> {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const folder = fs.mkdtempSync(path.join(workspace, 'sourced-'));
  fs.mkdirSync(path.join(folder, 'sources'));
  for (const [name, text] of Object.entries(sources))
    fs.writeFileSync(path.join(folder, 'sources', name), text);
  fs.writeFileSync(path.join(folder, 'report.md'), REPORT);
  const document = await vscode.workspace.openTextDocument(path.join(folder, 'report.md'));
  await vscode.window.showTextDocument(document);
  const api = await extensionApi();
  await until('the sources', () => (api.analysisOf(document)?.judged.length ?? 0) > 0);
  return document;
}

const SOURCES = {
  'annual.md':
    "# Annual report <img src=x>\n\nIn 2025 Norvik's revenue came to US$4.1bn [click](command:workbench.action.quit).\n\nNorvik had 8,350 employees.\n",
};

async function hoverAt(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    rangeOf(document, words).start,
  );
  return hovers
    .flatMap(hover => hover.contents)
    .map(one => (typeof one === 'string' ? one : one.value))
    .join('\n');
}

describe('figures against attached sources', () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await openWithSources(SOURCES);
  });

  it('marks a figure that a source contradicts', async () => {
    const found = await until('the finding', () => findingAt(document, 'source-contradicts', '$41 billion'));
    assert.match(found.message, /US\$4\.1bn/);
    assert.equal(
      findings(document).filter(one => /source-contradicts/.test(JSON.stringify(one.code))).length,
      1,
    );
  });

  it('shows the quote in the hover, with a link to the passage and nothing else that takes effect', async () => {
    const hover = await hoverAt(document, '8,350');
    assert.match(hover, /Stated in \[Annual report/);
    assert.match(hover, /8,350 employees|8\\,350 employees/);
    assert.match(hover, /command:annotatedReading\.\w+\?/);
    const contradicted = await hoverAt(document, '$41 billion');
    assert.match(contradicted, /\*\*Contradicted\*\* by/);
    assert.doesNotMatch(contradicted, /(?<!\\)<img|(?<!\\)\]\(command:workbench/);
  });

  it('offers the source that states a figure first', async () => {
    const titles = (await quickFixes(document, '8,350')).map(({ title }) => title);
    const citing = titles.filter(title => title.startsWith('Insert source citation'));
    assert.match(citing[0] ?? '', /Annual report/, titles.join(' | '));
  });

  it('checks all figures and ends with a table whose words lead to the places', async () => {
    await vscode.window.showTextDocument(document);
    await until('the command', async () => {
      await vscode.commands.executeCommand('annotatedReading.checkSources');
      return vscode.window.visibleTextEditors.some(
        one => one.document.uri.scheme === 'annotated-reading-evidence',
      );
    });
    const table = vscode.workspace.textDocuments.find(
      ({ uri }) => uri.scheme === 'annotated-reading-evidence',
    );
    assert.ok(table);
    assert.match(table.getText(), /## Contradicted \(1\)[\s\S]*\| line 6 \| \$41 billion \|/);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      table.uri,
    );
    assert.equal(links.length, 8);
    assert.match(String(links[0]?.target), /^command:annotatedReading\.reveal/);
  });
});
