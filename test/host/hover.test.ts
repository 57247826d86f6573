import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openChecked, rangeOf, reportText, until } from './helpers';

/** The text of all hovers at the first character of `words`, as Markdown, but for its escapes. */
async function hoverAt(document: vscode.TextDocument, words: string): Promise<string> {
  const position = rangeOf(document, words).start;
  const hovers = await until('a hover', async () => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    return found.length > 0 && found;
  });
  const contents = hovers.flatMap(hover => hover.contents);
  return contents
    .map(one => (typeof one === 'string' ? one : one.value))
    .join('\n')
    .replaceAll('&nbsp;', ' ')
    .replace(/\\([^\w\s])/g, '$1');
}

describe('the hover on a figure', () => {
  it('says in plain words what it means, what it rests on and where else it stands', async () => {
    const document = await openChecked(reportText());
    const hover = await hoverAt(document, '$30 billion in March 2026');
    assert.match(hover, /about 30,000,000,000 US dollars/);
    assert.match(hover, /Not confirmed/);
    assert.match(hover, /Also stated here/);
    assert.match(hover, /300 billion/i);
  });

  it('shows words of the report as words, never as markup', async () => {
    const text = reportText().replace(
      'The AI Corner analysis',
      '<img src=x> [click](command:workbench.action.quit)',
    );
    const document = await openChecked(
      text.replaceAll('⚠️Media reports/analyst estimates, not officially confirmed', ''),
    );
    const hover = await hoverAt(document, '$1 million annually');
    assert.doesNotMatch(hover, /<img|\]\(command:workbench/);
  });
});
