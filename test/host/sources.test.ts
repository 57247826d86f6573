// Sources inside VS Code: the view, completion, hover, definition, references and rename of a key, adding and citing.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { applyFix, CITING, extensionApi, open, quickFixes, rangeOf, until } from './helpers';

const BIB = `@misc{norvik2025,
  title = {Annual report 2025},
  date = {2026-03-01}
}
@misc{lost, title = {Lost}}
@misc{post, title = {Harbour Post}, organization = {Post}}
`;

/** A report that cites a bibliography file beside it, read and shown. */
async function openWithBibliography(report = CITING, bibliography = BIB, name = 'refs.bib') {
  const document = await open(report);
  const bib = vscode.Uri.file(path.join(path.dirname(document.uri.fsPath), name));
  fs.writeFileSync(bib.fsPath, bibliography);
  const api = await extensionApi();
  await until('the bibliography', () => api.analysisOf(document)?.bibliography.byKey.has('norvik2025'));
  return { document, bib, api };
}

async function placed(command: string, document: vscode.TextDocument, words: string, ...args: unknown[]) {
  const position = rangeOf(document, words).start.translate(0, 1);
  return vscode.commands.executeCommand<vscode.Location[]>(command, document.uri, position, ...args);
}

async function textAt({ uri, range }: vscode.Location): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText(range);
}

describe('the Sources view', () => {
  it('lists what the report can cite, with what rests on it', async () => {
    const { api } = await openWithBibliography();
    const roots = await until('the sources', () => {
      const found = api.sourceRoots();
      return found.some(({ label }) => label === 'Annual report 2025') && found;
    });
    const annual = roots.find(({ label }) => label === 'Annual report 2025');
    assert.equal(annual?.description, 'cited once · @norvik2025, 2026-03-01');
    assert.deepEqual(
      annual?.children.map(({ label }) => label),
      ['$30 billion'],
    );
    assert.equal(roots.at(-1)?.isCited, false);
  });

  it('inserts a citation at the cursor and leads to the entry', async () => {
    const { document, bib, api } = await openWithBibliography();
    const node = await until('the source', () => api.sourceRoots().find(one => one.entry.key === 'post'));
    const editor = await vscode.window.showTextDocument(document);
    const end = rangeOf(document, 'of the trade').end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('annotatedReading.insertCitation', node);
    assert.match(document.getText(), /of the trade \[@post\]\./);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), CITING);
    await vscode.commands.executeCommand('annotatedReading.goToEntry', node);
    const shown = vscode.window.activeTextEditor;
    assert.equal(shown?.document.uri.toString(), bib.toString());
    assert.equal(shown?.document.getText(shown.selection), 'post');
    await vscode.commands.executeCommand('annotatedReading.copyKey', node);
    assert.equal(await vscode.env.clipboard.readText(), 'post');
  });
});

describe('a citation', () => {
  it('is completed with the keys of the bibliography, their titles and dates', async () => {
    const { document } = await openWithBibliography(CITING.replace('[@lost]', '[@nor]'));
    const position = rangeOf(document, '[@nor]').end.translate(0, -1);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
      '@',
    );
    const item = items.find(({ insertText }) => insertText === 'norvik2025');
    assert.equal(item?.detail, 'Annual report 2025, 2026-03-01');
    assert.ok(items.some(({ insertText }) => insertText === 'post'));
  });

  it('is completed nowhere else', async () => {
    const { document } = await openWithBibliography(CITING.replace('[@lost]', 'mail @nor'));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      rangeOf(document, 'mail @nor').end,
      '@',
    );
    // The editor's own completion by words of the text has no detail.
    assert.ok(!items.some(({ detail }) => detail?.startsWith('Annual report')));
  });

  it('says what it cites and how often it is cited', async () => {
    const { document } = await openWithBibliography();
    const hovers = (await placed(
      'vscode.executeHoverProvider',
      document,
      '@norvik2025',
    )) as unknown as vscode.Hover[];
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map(content => (typeof content === 'string' ? content : content.value))
      .join('\n')
      .replaceAll('&nbsp;', ' ');
    assert.match(text, /Annual report 2025/);
    assert.match(text, /In this report cited once/);
  });

  it('leads to its entry, and the entry to all that cite it in the workspace', async () => {
    const { document, bib } = await openWithBibliography();
    fs.writeFileSync(path.join(path.dirname(bib.fsPath), 'other.md'), CITING);
    const [definition] = await placed('vscode.executeDefinitionProvider', document, '@norvik2025');
    assert.equal(definition?.uri.toString(), bib.toString());
    assert.equal(definition && (await textAt(definition)), 'norvik2025');
    const file = await vscode.workspace.openTextDocument(bib);
    const references = await until('references', async () => {
      const found = await placed('vscode.executeReferenceProvider', file, 'norvik2025');
      return found.length === 3 && found;
    });
    for (const reference of references) assert.equal(await textAt(reference), 'norvik2025');
    const names = references.map(({ uri }) => path.basename(uri.fsPath)).sort();
    assert.deepEqual(names, ['other.md', 'refs.bib', 'report.md']);
  });
});

describe('renaming a key', () => {
  async function rename(document: vscode.TextDocument, words: string, name: string) {
    const position = rangeOf(document, words).start.translate(0, 2);
    return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      position,
      name,
    );
  }

  it('changes its entry and every report of the workspace that cites it', async () => {
    const { document, bib } = await openWithBibliography();
    const other = path.join(path.dirname(bib.fsPath), 'other.md');
    fs.writeFileSync(other, CITING);
    const apart = path.join(fs.mkdtempSync(path.join(path.dirname(bib.fsPath), 'apart-')), 'apart.md');
    fs.writeFileSync(apart, CITING);
    const edit = await rename(document, '@norvik2025', 'annual25');
    const files = edit
      .entries()
      .map(([uri]) => path.basename(uri.fsPath))
      .sort();
    assert.deepEqual(files, ['other.md', 'refs.bib', 'report.md']);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), CITING.replace('norvik2025', 'annual25'));
    const bibText = (await vscode.workspace.openTextDocument(bib)).getText();
    assert.equal(bibText, BIB.replace('norvik2025', 'annual25'));
  });

  it('starts in the bibliography as well', async () => {
    const { document, bib } = await openWithBibliography();
    const file = await vscode.workspace.openTextDocument(bib);
    const edit = await rename(file, 'norvik2025', 'annual25');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /\[@annual25\]/);
  });

  it('starts in a bibliography whose reports are all closed', async () => {
    const folder = fs.mkdtempSync(path.join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'closed-'));
    const [report, bib] = [path.join(folder, 'report.md'), path.join(folder, 'refs.bib')];
    fs.writeFileSync(report, CITING);
    fs.writeFileSync(bib, BIB);
    const edit = await rename(await vscode.workspace.openTextDocument(bib), 'norvik2025', 'annual25');
    const files = edit.entries().map(([uri]) => path.relative(folder, uri.fsPath));
    assert.deepEqual(files.sort(), ['refs.bib', 'report.md']);
  });

  it('takes no name that is taken or cannot be cited', async () => {
    const { document } = await openWithBibliography();
    for (const name of ['post', 'two words', 'a,b', '-x']) {
      const edit = await rename(document, '@norvik2025', name);
      assert.equal(edit?.size ?? 0, 0, name);
    }
    assert.equal(document.getText(), CITING);
  });

  it('renames a footnote within its report', async () => {
    const text = `${CITING}\nIt employs 4,000 people.[^a]\n\n[^a]: Annual report\n`;
    const { document } = await openWithBibliography(text);
    assert.ok(await vscode.workspace.applyEdit(await rename(document, '[^a]', 'staff')));
    assert.equal(document.getText(), text.replaceAll('[^a]', '[^staff]'));
  });
});

describe('a citation that the bibliography does not know', () => {
  it('can be added to it', async () => {
    const { document } = await openWithBibliography(CITING, BIB.replace('misc{lost', 'misc{found'));
    const actions = await until('the fix', async () => {
      const all = await quickFixes(document, '[@lost]');
      return all.some(({ title }) => title.startsWith('Add the source')) && all;
    });
    const action = actions.find(({ title }) => title.startsWith('Add the source'));
    assert.deepEqual(action?.command?.arguments, ['lost']);
    assert.ok(actions.some(({ title }) => title === 'Cite post (Harbour Post)'));
  });
});

describe('the fix “Insert source citation”', () => {
  it('offers the bibliography after the sources of the report, and writes keys', async () => {
    const { document } = await openWithBibliography();
    const titles = (await quickFixes(document, '40% of')).map(({ title }) => title);
    const cite = titles.filter(title => title.startsWith('Insert source citation: '));
    assert.ok(
      cite.some(title => title.endsWith('Annual report 2025')),
      titles.join('\n'),
    );
    assert.ok(titles.includes('Insert [citation needed]'));
    await applyFix(document, '40% of', /^Insert source citation: Annual report 2025$/);
    assert.match(document.getText(), /40% of the trade \[@norvik2025\]\./);
  });

  it('follows the setting', async () => {
    const { document } = await openWithBibliography();
    const settings = vscode.workspace.getConfiguration('annotatedReading');
    await settings.update('citationStyle', 'footnote', vscode.ConfigurationTarget.Workspace);
    try {
      await applyFix(document, '40% of', /^Insert source citation: Annual report 2025$/);
      assert.match(document.getText(), /40% of the trade\[\^1\]\./);
      assert.match(document.getText(), /\n\[\^1\]: Annual report 2025, 2026-03-01\n$/);
    } finally {
      await settings.update('citationStyle', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('asks for a citation where there is none to give', async () => {
    const { document } = await openWithBibliography();
    await applyFix(document, '40% of', /^Insert \[citation needed\]$/);
    assert.match(document.getText(), /40% of the trade \[citation needed\]\./);
  });
});
