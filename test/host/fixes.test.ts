import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyFix, findingAt, openChecked, quickFixes, reportText, until } from './helpers';

/** Applies a fix, tells what it made of the text, and checks that one undo brings the text back. */
async function tryFix(words: string, title: RegExp): Promise<string> {
  const document = await openChecked(reportText());
  await applyFix(document, words, title);
  const fixed = document.getText();
  assert.notEqual(fixed, reportText());
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), reportText());
  return fixed;
}

const eventSources = ['The AI Corner analysis', 'Bloomberg reports', 'Sacra estimates'];

describe('quick fixes', () => {
  it('offer the sources of the event first, then a new one', async () => {
    const document = await openChecked(reportText());
    const titles = (await quickFixes(document, 'exceeding $25 billion')).map(({ title }) => title);
    const cite = titles.filter(title => title.startsWith('Insert source citation: '));
    assert.deepEqual(
      cite.slice(0, 3).map(title => title.slice('Insert source citation: '.length)),
      eventSources,
    );
    assert.equal(cite.at(-1), 'Insert source citation: New source…');
  });

  it('insert a source citation, which settles the finding', async () => {
    const document = await openChecked(reportText());
    assert.ok(findingAt(document, 'unverified-figure', 'exceeding $25 billion'));
    await applyFix(document, 'exceeding $25 billion', /^Insert source citation: Bloomberg reports$/);
    assert.match(document.getText(), /exceeding \$25 billion[^;]{0,40}\(Source: Bloomberg reports\)/);
    await until(
      'the finding to go',
      () => !findingAt(document, 'unverified-figure', 'exceeding $25 billion'),
    );
  });

  it('change nothing but the place of the citation, and are undone in one step', async () => {
    const fixed = await tryFix('exceeded $200 billion', /^Insert source citation: /);
    assert.equal(fixed.replace(/ \(Source: [^)]*\)/, ''), reportText());
  });

  it('add the missing currency', async () => {
    const fixed = await tryFix('300 Billion', /usual currency/);
    assert.equal(fixed, reportText().replace('300 Billion', '$300 Billion'));
  });

  it('write the other value of a conflict here', async () => {
    const fixed = await tryFix('Approximately 300 billion', /^Write \$30 billion here$/);
    assert.equal(fixed, reportText().replace('Approximately 300 billion', 'Approximately $30 billion'));
  });

  it('write the other value of a conflict at every mention', async () => {
    const fixed = await tryFix('Approximately 300 billion', /^Write \$30 billion at all 2 mentions$/);
    assert.doesNotMatch(fixed, /300 billion/i);
  });

  it('keep Windows line endings', async () => {
    const text = reportText().replace(/\n/g, '\r\n');
    const document = await openChecked(text);
    await applyFix(document, '300 Billion', /usual currency/);
    assert.equal(document.getText(), text.replace('300 Billion', '$300 Billion'));
  });
});
