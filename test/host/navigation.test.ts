import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionApi, openChecked, reportText, until } from './helpers';

describe('navigation', () => {
  it('has events and players in the outline and among the symbols of the workspace', async () => {
    const document = await openChecked(reportText());
    const flat = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
      symbols.flatMap(({ name, children }) => [name, ...flat(children)]);
    const title = "Anthropic's Annualized Revenue Exceeds 300 Billion";
    await until('the outline', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return flat(symbols ?? []).includes(title);
    });
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'Anthropic',
    );
    const names = found.map(({ name }) => name);
    assert.ok(names.includes('Anthropic') && names.includes(title), names.join(', '));
  });

  it('leads from one mention of a player to where it is introduced and to all others', async () => {
    const document = await openChecked(reportText());
    const { analysisOf } = await extensionApi();
    const player = analysisOf(document)?.report.players.find(({ name }) => name === 'Google');
    const last = player?.mentions.at(-1);
    assert.ok(player && last);
    const at = document.positionAt(last.start + 1);
    const ask = <T>(command: string) =>
      until(command, async () => {
        const answer = await vscode.commands.executeCommand<T[]>(command, document.uri, at);
        return answer.length > 0 && answer;
      });
    const references = await ask<vscode.Location>('vscode.executeReferenceProvider');
    assert.equal(references.length, player.mentions.length);
    const [definition] = await ask<vscode.Location>('vscode.executeDefinitionProvider');
    assert.equal(definition && document.offsetAt(definition.range.start), player.mentions[0]?.start);
    const highlights = await ask<vscode.DocumentHighlight>('vscode.executeDocumentHighlights');
    assert.equal(highlights.length, player.mentions.length);
  });
});
