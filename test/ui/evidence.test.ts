// What attached sources say of a figure, on the screen: the finding, the hover with the quote, the table of all figures.
import { Workbench } from './workbench';

const ANNOUNCEMENT = `# Funding announcement

## Growth of Claude Code

Claude Code's run-rate revenue has grown to over $2.5 billion and has more than doubled since the beginning of 2026.

Over 500 customers now spend more than $1 million a year.
`;

describe('figures against attached sources on the screen', () => {
  let workbench: Workbench;

  before(async () => {
    const settings = { 'workbench.colorTheme': 'Default Dark Modern' };
    workbench = await Workbench.open('aws-anthropic.md', settings, { 'sources/funding.md': ANNOUNCEMENT });
    await workbench.showProblems();
    await workbench.problemRow('source-contradicts').waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot('evidence-failed');
  });

  after(() => workbench?.close());

  it('quotes in the hover what contradicts a figure, and opens the source at the passage', async () => {
    const { page } = workbench;
    await workbench.goToProblem('exceeding $25 billion');
    await page.keyboard.press('ArrowLeft');
    const hover = page
      .locator('.monaco-hover:visible', { hasText: 'has grown to over $2.5 billion' })
      .first();
    await workbench.until(hover, () => workbench.showHover());
    await workbench.screenshot('evidence-hover');
    await hover.locator('a', { hasText: 'Funding announcement' }).click();
    await page.locator('.tabs-container .tab', { hasText: 'funding.md' }).waitFor();
  });

  it('lists what the sources make of every figure', async () => {
    await workbench.page.locator('.tabs-container .tab', { hasText: 'aws-anthropic.md' }).first().click();
    await workbench.page.locator('.statusbar-item', { hasText: 'findings' }).waitFor();
    await workbench.runCommand('Annotated Reading: Check All Figures Against Sources');
    await workbench.page.locator('.editor-instance .view-line', { hasText: 'Contradicted (1)' }).waitFor();
    await workbench.screenshot('evidence-table');
  });
});
