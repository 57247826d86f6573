import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('activates', async () => {
    const extension = vscode.extensions.getExtension('annotated-reading.annotated-reading');
    assert.ok(extension);
    await extension.activate();
    assert.ok(extension.isActive);
  });
});
