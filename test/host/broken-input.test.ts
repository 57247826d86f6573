import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension/main';
import { extensionApi, findings, open, openChecked, reportText } from './helpers';

const setting = () => vscode.workspace.getConfiguration('annotatedReading');

/** Bytes without meaning, the same in every run; without the zeros that make VS Code refuse a file as binary. */
function meaninglessBytes(length: number): Uint8Array {
  let seed = 1;
  return Uint8Array.from({ length }, () => {
    seed = (seed * 48271) % 2147483647;
    return (seed % 255) + 1;
  });
}

const texts: Readonly<Record<string, () => string | Uint8Array>> = {
  'an empty file': () => '',
  'a line of 5 MB': () => `${'word '.repeat(200)}Revenue rose to $5 billion, said Acme. `.repeat(4_800),
  'a word of 5 MB': () => 'a'.repeat(5_000_000),
  'bytes that are no text': () => meaninglessBytes(100_000),
  'an unclosed code fence': () => `${reportText()}\n\`\`\`\nRevenue exceeded 300 billion`,
  'a table that breaks off': () => '| Metric | Value |\n|---|---|\n| Revenue | $5 bil',
  'a mix of line endings': () =>
    reportText().replace(/\n/g, (_, at: number) => ['\n', '\r\n', '\r'][at % 3] ?? ''),
};

describe('broken input', () => {
  let api: Api;

  before(async () => {
    api = await extensionApi();
    await setting().update('check', 'always');
  });

  after(() => setting().update('check', undefined));

  for (const [name, content] of Object.entries(texts)) {
    it(`${name} is read`, async function () {
      this.timeout(120_000);
      const document = await open(content());
      assert.ok(api.analysisOf(document), 'there is an analysis');
    });
  }

  it('halves of characters are read', async () => {
    const content = `\ud83d Revenue exceeded 300 billion \udca9, up from \ud800$5 billion.`;
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    assert.ok(api.analysisOf(document), 'there is an analysis');
  });

  it('the next report is checked as ever', async () => {
    assert.ok(findings(await openChecked(reportText())).length > 5);
  });
});
