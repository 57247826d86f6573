// Attached documents inside VS Code: found, read on another thread, cached, followed, and opened at a place.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { docx, longPdf, paragraph, pdf } from '../support/documents';
import { CITING, extensionApi, open, until } from './helpers';

/** Opens a report with files beside it. */
async function openWith(files: Record<string, string | Uint8Array>): Promise<vscode.TextDocument> {
  const first = await open('');
  const folder = path.dirname(first.uri.fsPath);
  for (const [name, content] of Object.entries(files)) write(folder, name, content);
  fs.writeFileSync(path.join(folder, 'citing.md'), CITING);
  const document = await vscode.workspace.openTextDocument(path.join(folder, 'citing.md'));
  await vscode.window.showTextDocument(document);
  return document;
}

function write(folder: string, name: string, content: string | Uint8Array): void {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), content);
}

/** The states of the attached files, when none waits any more. */
async function statesOf(document: vscode.TextDocument, count: number) {
  const { attachedTo } = await extensionApi();
  const files = await until(`${count} sources to be read`, () => {
    const all = attachedTo(document);
    const isDone = all.every(({ state }) => state.kind !== 'waiting' && state.kind !== 'reading');
    return all.length === count && isDone && all;
  });
  return new Map(files.map(file => [file.path, file.state]));
}

async function openPlace(report: vscode.TextDocument, sourcePath: string, words: string) {
  const { attachedTo } = await extensionApi();
  const file = attachedTo(report).find(one => one.path === sourcePath);
  assert.ok(file?.state.kind === 'read');
  const start = file.state.index.document.text.indexOf(words);
  assert.ok(start >= 0);
  await vscode.commands.executeCommand('annotatedReading.openAttached', {
    report: report.uri.toString(),
    path: sourcePath,
    span: { start, end: start + words.length },
  });
  return until('the source', () => {
    const editor = vscode.window.activeTextEditor;
    return editor && editor.document !== report && editor;
  });
}

describe('attached sources', () => {
  it('are read from the folder beside the report; what cannot be read says why and harms nothing', async () => {
    const document = await openWith({
      'sources/notes.txt': 'Norvik’s revenue was $30 billion.',
      'sources/2026/annual.pdf': await pdf([paragraph(700, 'Revenue was $30 billion.')]),
      'sources/letter.docx': docx('<w:p><w:r><w:t>Costs were $20 billion.</w:t></w:r></w:p>'),
      'sources/broken.pdf': '%PDF-1.7 and no more',
      'sources/program.exe': 'MZ',
      'sources/.hidden.txt': 'x',
    });
    const states = await statesOf(document, 4);
    assert.deepEqual(
      [...states].map(([name, { kind }]) => `${name} ${kind}`),
      ['2026/annual.pdf read', 'broken.pdf unreadable', 'letter.docx read', 'notes.txt read'],
    );
    const broken = states.get('broken.pdf');
    assert.ok(broken?.kind === 'unreadable');
    assert.equal(broken.reason, 'is damaged');
    const annual = states.get('2026/annual.pdf');
    assert.ok(annual?.kind === 'read');
    assert.equal(annual.index.mentions[0]?.figure.text, '$30 billion');
  });

  it('are those of the folders that the project file names, and follow every change', async () => {
    const document = await openWith({
      '.annotated-reading.jsonc': '{ "sources": ["papers"] }',
      'papers/a.md': '# A\n\nRevenue was $30 billion.\n',
      'sources/b.md': '# B\n',
    });
    const folder = path.dirname(document.uri.fsPath);
    assert.deepEqual([...(await statesOf(document, 1)).keys()], ['a.md']);
    write(folder, 'papers/c.csv', 'Port,Fees\nHallam,3\n');
    assert.deepEqual([...(await statesOf(document, 2)).keys()], ['a.md', 'c.csv']);
    const { attachedTo } = await extensionApi();
    write(folder, 'papers/a.md', '# A\n\nRevenue was $31 billion.\n');
    await until('the change', () => {
      const [file] = attachedTo(document);
      return file?.state.kind === 'read' && file.state.index.document.text.includes('$31');
    });
    fs.rmSync(path.join(folder, 'papers/c.csv'));
    assert.deepEqual([...(await statesOf(document, 1)).keys()], ['a.md']);
  });

  it('are no drafts: a source that reads as a report is left alone, and checked on request', async () => {
    const report = await openWith({ 'sources/annual.md': CITING });
    await statesOf(report, 1);
    const { analysisOf } = await extensionApi();
    assert.ok(analysisOf(report));
    const { document } = await openPlace(report, 'annual.md', '$30 billion');
    assert.equal(document.getText(), CITING);
    assert.equal(analysisOf(document), undefined);
    await vscode.commands.executeCommand('annotatedReading.checkAnyway');
    assert.ok(analysisOf(document));
  });

  it('can be stopped while a long one is read', async () => {
    const document = await openWith({ 'sources/long.pdf': await longPdf(400) });
    const { attachedTo } = await extensionApi();
    await until('a page', () => {
      const state = attachedTo(document)[0]?.state;
      return state?.kind === 'reading' && state.page > 0;
    });
    await vscode.commands.executeCommand('annotatedReading.stopReadingSources');
    assert.equal((await statesOf(document, 1)).get('long.pdf')?.kind, 'stopped');
  });

  it('are served from the cache when they are opened again', async () => {
    const content = await longPdf(400);
    const timeOf = async (name: string) => {
      const document = await openWith({ [`sources/${name}`]: content });
      const begin = performance.now();
      assert.equal((await statesOf(document, 1)).get(name)?.kind, 'read');
      return performance.now() - begin;
    };
    const first = await timeOf('first.pdf');
    const second = await timeOf('second.pdf');
    assert.ok(second < first / 2, `${second} ms after ${first} ms`);
  });
});

describe('opening a source at its place', () => {
  it('shows a text file itself, with the words selected', async () => {
    const report = await openWith({ 'sources/a.md': '# A\r\n\r\nRevenue was $30 billion.\r\n' });
    await statesOf(report, 1);
    const { document, selection } = await openPlace(report, 'a.md', '$30 billion');
    assert.equal(document.uri.scheme, 'file');
    assert.equal(document.getText(selection), '$30 billion');
  });

  it('shows what was read from a PDF, with its pages and the way to the original, and cannot be edited', async () => {
    const pages = [paragraph(700, 'Revenue was $30 billion.'), paragraph(700, 'Costs were $20 billion.')];
    const report = await openWith({ 'sources/a.pdf': await pdf(pages) });
    await statesOf(report, 1);
    const { document, selection } = await openPlace(report, 'a.pdf', '$20 billion');
    assert.equal(document.getText(selection), '$20 billion');
    const lenses = await until('the lenses', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return found.length > 0 && found;
    });
    assert.deepEqual(
      lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`),
      ['0 Open the original', '0 Page 1', '2 Page 2'],
    );
    assert.equal(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme), undefined);
  });

  it('takes nothing but a place in an attached source', async () => {
    const report = await openWith({ 'sources/a.md': '# A\n' });
    await statesOf(report, 1);
    for (const place of [
      undefined,
      '/etc/passwd',
      { report: report.uri.toString(), path: '../citing.md', span: { start: 0, end: 1 } },
      { report: report.uri.toString(), path: 'a.md', span: { start: -1, end: 1 } },
      { report: report.uri.toString(), path: 'a.md', span: { start: 0, end: 1 }, run: 'x' },
    ]) {
      void vscode.commands.executeCommand('annotatedReading.openAttached', place);
      await new Promise(resolve => setTimeout(resolve, 100));
      assert.equal(vscode.window.activeTextEditor?.document, report);
    }
  });
});
