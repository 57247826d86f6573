import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { textWhen, Workbench } from './workbench';

const BIB = `@online{bloomberg2026,
  title = {Amazon doubles down on Anthropic},
  organization = {Bloomberg},
  date = {2026-04-20},
  url = {https://example.org/bloomberg},
}
@misc{unused, title = {A source that nothing cites}}
`;

describe('the Sources view on the screen', () => {
  let workbench: Workbench;

  before(async () => {
    const settings = { 'workbench.colorTheme': 'Default Dark Modern', 'files.autoSave': 'off' };
    workbench = await Workbench.open('aws-anthropic.md', settings, { 'refs.bib': BIB });
    await workbench.showSidebar();
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot('sources-failed');
  });

  after(() => workbench?.close());

  it('lists the sources of the report and of its bibliography, the unused ones marked', async () => {
    await workbench.closeView('Report');
    await workbench.treeRow('Bloomberg reports').waitFor();
    await workbench.screenshot('sources');
    await workbench.scrollTreeToEnd();
    await workbench.treeRow('A source that nothing cites').waitFor();
    assert.match(await workbench.treeRow('A source that nothing cites').innerText(), /not cited/);
    await workbench.screenshot('sources-unused');
  });

  it('adds a source to the bibliography in the form that it has', async () => {
    await workbench.runCommand('Annotated Reading: Add Source…');
    const widget = workbench.page.locator('.quick-input-widget:visible');
    const refuses = async (step: string, answer: string, problem: string) => {
      await workbench.answerStep(step, answer);
      await widget.filter({ hasText: problem }).waitFor();
    };
    await refuses('1/4', ' ', 'Please give a title.');
    await workbench.answerStep('1/4', 'Anual report 2025');
    await widget.filter({ hasText: '2/4' }).waitFor();
    await widget.locator('.action-label[aria-label^="Back"]').click();
    await widget.filter({ hasText: '1/4' }).waitFor();
    assert.equal(await widget.locator('input').first().inputValue(), 'Anual report 2025');
    await workbench.answerStep('1/4', 'Annual report 2025');
    await workbench.answerStep('2/4', 'Norvik');
    await refuses('3/4', 'soon', 'Please give a date');
    await workbench.screenshot('source-date');
    await workbench.answerStep('3/4', 'March 2026');
    await refuses('4/4', 'javascript:alert(1)', 'Please give an address');
    await workbench.answerStep('4/4', 'https://example.org/norvik');
    await workbench.page.locator('.tabs-container .tab', { hasText: 'refs.bib' }).waitFor();
    await workbench.screenshot('source-added');
    await workbench.runCommand('File: Save All');
    const file = path.join(path.dirname(workbench.file), 'refs.bib');
    const expected =
      '\n@online{norvik2026,\n  title = {Annual report 2025},\n  organization = {Norvik},\n  date = {2026-03},\n  url = {https://example.org/norvik},\n}\n';
    for (let i = 0; i < 50 && !fs.readFileSync(file, 'utf8').endsWith(expected); i++)
      await workbench.page.waitForTimeout(100);
    assert.equal(fs.readFileSync(file, 'utf8'), BIB + expected);
  });
});

const PASSAGE = "Claude Code's annualized revenue run rate (ARR) exceeded $25 billion in March 2026.";
const INTERVIEW = `# Interview with the founders

The company was founded in 2021.

${PASSAGE}

Anthropic's annualized revenue run rate (ARR) reached $30 billion in March 2026.
`;
const INTERVIEW_ENTRY = `@misc{interview, title = {Interview with the founders}, file = {sources/interview.md}}\n`;

describe('citing a source that states the figure', () => {
  let workbench: Workbench;

  before(async () => {
    const settings = { 'workbench.colorTheme': 'Default Dark Modern', 'files.autoSave': 'off' };
    const beside = { 'refs.bib': BIB + INTERVIEW_ENTRY, 'sources/interview.md': INTERVIEW };
    workbench = await Workbench.open('aws-anthropic.md', settings, beside);
    await workbench.showSidebar();
    await workbench.showProblems();
    await workbench.page.locator('.statusbar-item', { hasText: '1 source' }).waitFor();
    await workbench.problemRow('source-contradicts').waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot('ranked-failed');
  });

  after(() => workbench?.close());

  it('opens beside the report from the Sources view', async () => {
    const row = workbench.treeRow('Interview with the founders');
    // The document is read in the background, after the bibliography.
    await row.filter({ hasText: /attached/ }).waitFor();
    assert.match((await row.innerText()).replaceAll('\u00a0', ' '), /not cited · attached/);
    await row.hover();
    await row.locator('.action-label[aria-label^="Open Source"]').click();
    await workbench.page.locator('.tabs-container .tab', { hasText: 'interview.md' }).waitFor();
    await workbench.screenshot('source-opened');
    await workbench.runCommand('View: Close All Editors in Group');
    await workbench.page.locator('.editor-instance .view-line').first().click();
  });

  it('is offered first by the lightbulb, with the quote, and cited by its key', async () => {
    await workbench.goToProblem('exceeding $25 billion');
    const menu = await workbench.openLightbulb();
    const first = menu.locator('.monaco-list-row', { hasText: 'Insert source citation' }).first();
    await first.waitFor();
    await workbench.screenshot('ranked-lightbulb');
    const title = await first.innerText();
    assert.match(title.replaceAll('\u00a0', ' '), /Interview with the founders — “.*\$25 billion/);
    await workbench.choose(menu, 'Interview with the founders');
    await workbench.problemRow('exceeding $25 billion').waitFor({ state: 'detached' });
    await workbench.save();
    assert.match(
      await textWhen(workbench.file, text => text.includes('[@interview]')),
      /with ARR exceeding \$25 billion \[@interview\];/,
    );
  });

  it('is offered with the quote by the picker', async () => {
    await workbench.goToProblem('“approximately $30 billion” is not confirmed');
    await workbench.choose(await workbench.openLightbulb(), 'More sources…');
    const row = workbench.page
      .locator('.quick-input-widget .monaco-list-row', { hasText: 'founders' })
      .first();
    await row.waitFor();
    await workbench.screenshot('ranked-picker');
    assert.match(
      (await row.innerText()).replaceAll('\u00a0', ' '),
      /“Anthropic's annualized revenue .* reached \$30/,
    );
    await workbench.pick('founders');
    await workbench.save();
    const cited = (text: string) => text.includes('approximately $30 billion in March 2026 [@interview],');
    assert.ok(cited(await textWhen(workbench.file, cited)));
  });

  it('is cited for all mentions of the claim at once, and undone at once', async () => {
    const before = fs.readFileSync(workbench.file, 'utf8');
    await workbench.goToProblem('“Exceeds 300 Billion” is not confirmed');
    await workbench.choose(await workbench.openLightbulb(), 'For all 2 mentions…');
    await workbench.pick('A source that nothing cites');
    await workbench.save();
    const marks = (text: string) => text.split('[@unused]').length - 1;
    assert.equal(marks(await textWhen(workbench.file, text => marks(text) === 2)), 2);
    await workbench.page.locator('.editor-instance .view-line').first().click();
    await workbench.page.keyboard.press('ControlOrMeta+Z');
    await workbench.save();
    assert.equal(await textWhen(workbench.file, text => text === before), before);
  });
});
