import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Workbench } from './workbench';

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
    await workbench.answerSteps(['Annual report 2025', 'Norvik', 'March 2026', 'https://example.org/norvik']);
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
