import assert from 'node:assert/strict';
import fs from 'node:fs';
import { textWhen, Workbench } from './workbench';

const report = 'aws-anthropic.md';

describe('reviewing a report', () => {
  let workbench: Workbench;
  let original: string;

  before(async () => {
    workbench = await Workbench.open(report, { 'workbench.colorTheme': 'Default Dark Modern' });
    original = fs.readFileSync(workbench.file, 'utf8');
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot('failed');
  });

  after(() => workbench?.close());

  it('underlines what does not hold', async () => {
    await workbench.squiggles('error').first().waitFor();
    await workbench.squiggles('warning').first().waitFor();
  });

  it('shows the parts of the report in the sidebar', async () => {
    await workbench.showSidebar();
    for (const text of [
      'Events',
      'Players',
      'Judgments',
      "Anthropic's Annualized Revenue Exceeds 300 Billion",
    ])
      await workbench.treeRow(text).waitFor();
  });

  it('goes to the text of a part that is clicked', async () => {
    const line = workbench.page.locator('.editor-instance .view-line', {
      hasText: 'growing more than twofold',
    });
    await workbench.until(line, () =>
      workbench.treeRow("Anthropic's Annualized Revenue Exceeds 300 Billion").click({ timeout: 2000 }),
    );
  });

  it('lists the findings in the Problems panel', async () => {
    await workbench.showProblems();
    await workbench.problemRow('unverified-figure').waitFor();
    await workbench.problemRow('magnitude-conflict').waitFor();
    await workbench.screenshot('overview');
  });

  it('says what a figure means', async () => {
    await workbench.goToProblem('exceeding $25 billion');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.until(
      workbench.page.locator('.monaco-hover:visible', { hasText: 'more than 25,000,000,000' }),
      () => workbench.showHover(),
    );
    await workbench.screenshot('hover');
    await workbench.page.keyboard.press('Escape');
  });

  it('cites a source from the lightbulb and saves it', async () => {
    await workbench.goToProblem('exceeding $25 billion');
    const menu = await workbench.openLightbulb();
    await menu.locator('.monaco-list-row', { hasText: 'New source…' }).waitFor();
    await workbench.screenshot('lightbulb');
    await workbench.choose(menu, 'Insert source citation: Bloomberg reports');
    await workbench.problemRow('exceeding $25 billion').waitFor({ state: 'detached' });
    await workbench.filterProblems('');
    await workbench.screenshot('cited');
    assert.equal(fs.readFileSync(workbench.file, 'utf8'), original, 'nothing is written before saving');
    await workbench.save();
    const citation = ' (Source: Bloomberg reports)';
    const text = await textWhen(workbench.file, now => now.includes(citation));
    assert.match(text, /exceeding \$25 billion[^;]{0,40}\(Source: Bloomberg reports\)/);
    assert.equal(text.replace(citation, ''), original, 'nothing else has changed');
  });

  it('asks for a source that the report does not name', async () => {
    await workbench.goToProblem('exceeded $200 billion');
    await workbench.choose(await workbench.openLightbulb(), 'New source…');
    await workbench.answerSteps(['Annual report 2026', '', '', 'https://example.org/report']);
    await workbench.problemRow('exceeded $200 billion').waitFor({ state: 'detached' });
    await workbench.save();
    const citation = '[Annual report 2026](https://example.org/report)';
    assert.ok((await textWhen(workbench.file, now => now.includes(citation))).includes(citation));
  });

  it('asks nothing of any other machine', () => {
    assert.deepEqual(workbench.foreignRequests, []);
  });
});

describe('a report in a light theme', () => {
  it('is as readable', async () => {
    const workbench = await Workbench.open(report, { 'workbench.colorTheme': 'Default Light Modern' });
    try {
      await workbench.showSidebar();
      await workbench.squiggles('warning').first().waitFor();
      await workbench.treeRow('Judgments').waitFor();
      await workbench.showProblems();
      await workbench.screenshot('light');
    } finally {
      await workbench.close();
    }
  });
});
