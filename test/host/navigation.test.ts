import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionApi, openChecked, rangeOf, reportText, until } from './helpers';

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

  it('finds events and players of reports that are not open', async () => {
    const title = 'Sigma Render takes a warehouse in Ohio';
    await until(title, async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'sigma warehouse',
      );
      const symbol = found.find(({ name }) => name === title);
      return symbol?.location.uri.path.endsWith('/gpu-rental-deals.md');
    });
    const isOpen = vscode.workspace.textDocuments.some(({ uri }) =>
      uri.path.endsWith('/gpu-rental-deals.md'),
    );
    assert.equal(isOpen, false);
  });

  it('leads from a figure to the other mentions of its claim', async () => {
    const document = await openChecked(reportText());
    const at = rangeOf(document, 'approximately $30 billion').start.translate(0, 16);
    const found = await until('references', async () => {
      const places = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        at,
      );
      return places.length > 1 && places;
    });
    const texts = found.map(({ range }) => document.getText(range));
    assert.ok(
      texts.some(text => /300 billion/i.test(text)),
      texts.join(', '),
    );
  });

  it('folds what has lost its heading marks', async () => {
    const document = await openChecked(reportText());
    const line = rangeOf(document, 'Key Industry Data').start.line;
    await until('the fold', async () => {
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      return folds?.some(({ start, end }) => start === line && end > line);
    });
  });
});
