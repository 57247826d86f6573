// What tests inside VS Code share: opening texts in the workspace, waiting, our findings and their fixes.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension/main';

/** What the extension hands to tests; activates it first if need be. */
export async function extensionApi(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('annotated-reading.annotated-reading');
  assert.ok(extension, 'the extension is loaded');
  return extension.activate();
}

/** Polls until `probe` gives something truthy, which it returns; fails with `what` after 15 seconds. */
export async function until<T>(
  what: string,
  probe: () => T | PromiseLike<T>,
): Promise<Exclude<T, false | undefined>> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const value = await probe();
    if (value) return value as Exclude<T, false | undefined>;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** The folder that is open: copies of the labelled reports. */
export const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';

/** A labelled report's text, as the workspace's copy has it. */
export function reportText(name = 'aws-anthropic.md'): string {
  return fs.readFileSync(path.join(workspace, name), 'utf8');
}

/** A report that cites two keys and has no bibliography of its own. */
export const CITING = `# Norvik

## Key Events

- **Norvik buys a harbour (12 March 2026)**
  Facts: Norvik's revenue was $30 billion in 2025 [@norvik2025], its costs $20 billion [@lost].
  Driving Factors: Trade grew by 12% to $90 billion.
  Source: Harbour Post

## Background

Norvik's revenue was $30 billion in 2025. Its fleet carried 40% of the trade.
`;

/** Opens content in the editor as a Markdown file of its own. */
export async function open(content: string | Uint8Array): Promise<vscode.TextDocument> {
  const file = path.join(fs.mkdtempSync(path.join(workspace, 'draft-')), 'report.md');
  fs.writeFileSync(file, content);
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens a report and waits until its findings show. */
export async function openChecked(content: string): Promise<vscode.TextDocument> {
  const document = await open(content);
  await until('findings', () => findings(document).length > 0);
  return document;
}

export function findings(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Annotated Reading');
}

/** The rule whose finding a diagnostic is, and the page that its code links to. */
export function codeOf({ code }: vscode.Diagnostic): { value: string; target: vscode.Uri } {
  assert.ok(typeof code === 'object', 'the code links to a page');
  return { value: String(code.value), target: code.target };
}

/** The finding of a rule whose flagged words contain `words`, or lie in them. */
export function findingAt(document: vscode.TextDocument, rule: string, words: string) {
  const place = rangeOf(document, words);
  return findings(document).find(one => codeOf(one).value === rule && one.range.intersection(place));
}

/** Where `words` stand in the document for the first time. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  assert.ok(start >= 0, `the text has “${words}”`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/**
 * The quick fixes at `words`. VS Code drops such a request when another extension registers a provider meanwhile, as
 * its own do while they start: an empty answer is asked for again.
 */
export async function quickFixes(document: vscode.TextDocument, words: string) {
  const ask = async () => {
    try {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        rangeOf(document, words),
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.length > 0 && actions;
    } catch (error) {
      if (/cancel/i.test(String(error))) return false;
      throw error;
    }
  };
  return until(`quick fixes at “${words}”`, ask);
}

/** Applies the quick fix of this title at `words`, as a click on it would. */
export async function applyFix(document: vscode.TextDocument, words: string, title: RegExp) {
  const actions = await quickFixes(document, words);
  const action = actions.find(one => title.test(one.title));
  assert.ok(action?.edit, `${title} is among ${actions.map(one => one.title).join(' | ')}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}
