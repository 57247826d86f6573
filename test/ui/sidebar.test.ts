// A reader who walks through a report by the sidebar.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { Workbench } from './workbench';

const EVENT = 'Google Announces Up to $40 Billion Investment in Anthropic';

describe('walking through a report', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open('aws-anthropic.md', { 'workbench.colorTheme': 'Default Dark Modern' });
    await workbench.showSidebar();
    await row('Players').waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed())
      await workbench.screenshot(`failed-${this.currentTest.title.slice(0, 20)}`);
  });

  after(() => workbench?.close());

  /** The item whose name begins so, as a screen reader reads it. */
  const row = (name: string, nth = 0): Locator =>
    workbench.page.locator(`.sidebar .monaco-list-row[aria-label^="${name}"]`).nth(nth);

  /** Gives the keys to the tree, with its first item under them. */
  async function focusTree(): Promise<void> {
    const { page } = workbench;
    await workbench.until(page.locator('.sidebar .monaco-list:focus'), () =>
      workbench.runCommand('Focus on Report View'),
    );
    await workbench.until(row('Events').and(page.locator('.focused')), () => page.keyboard.press('Home'));
  }

  it('leads from the players to one, to an event of it, and to the text', async () => {
    await workbench.toggle(row('Player: Google'));
    const events = workbench.page.locator(`.sidebar .monaco-list-row[aria-label^="Event: ${EVENT}"]`);
    const selected = `(${`${EVENT} (April 24, 2026)`.length} selected)`;
    await workbench.until(workbench.page.locator('.statusbar', { hasText: selected }), () =>
      events.nth(1).click({ timeout: 2000 }),
    );
    await workbench.page
      .locator('.editor-instance .view-line', { hasText: 'previously accumulated' })
      .waitFor();
    await workbench.screenshot('walk');
  });

  it('shows a player’s figures by measure, and says what is wrong with them', async () => {
    await workbench.toggle(row('Player: Google'));
    await workbench.toggle(row('Player: Anthropic'));
    await row('Measure: Revenue').waitFor();
    await workbench.toggle(row('Measure: Revenue'));
    await row('Unconfirmed figure: approximately $30 billion').waitFor();
    await workbench.screenshot('player');
    await workbench.toggle(row('Player: Anthropic'));
  });

  it('is walked by keys alone', async () => {
    const { page } = workbench;
    await focusTree();
    await page.keyboard.press('ArrowDown');
    await row('Event: Google Announces').and(page.locator('.focused')).waitFor();
    await page.keyboard.press('ArrowRight');
    await row('Date: 2026-04-24').waitFor();
    await page.keyboard.press('ArrowDown');
    await row('Date: 2026-04-24').and(page.locator('.focused')).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar', { hasText: /Ln 7, .*\([1-9]\d\d selected\)/ }).waitFor();
    await focusTree();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await row('Date: 2026-04-24').waitFor({ state: 'detached' });
  });

  it('stays as it is while the report is being written', async () => {
    const { page } = workbench;
    await workbench.toggle(row('Player: AWS'));
    await row('Position').waitFor();
    await workbench.until(row('Player: AWS').and(page.locator('.selected')), () =>
      row('Player: AWS').click({ timeout: 2000 }),
    );
    // What the click has set off is to be over.
    await page.waitForTimeout(1000);
    await page.evaluate(`
      globalThis.treeChanges = 0;
      new MutationObserver(changes => { treeChanges += changes.length; }).observe(
        document.querySelector('.sidebar .monaco-list-rows'),
        { childList: true, subtree: true, characterData: true },
      );
    `);
    await workbench.goToLine(1);
    await page.keyboard.press('End');
    await page.keyboard.type(' and more of it', { delay: 60 });
    await page.waitForTimeout(1500);
    assert.equal(await page.evaluate('treeChanges'), 0);
    await row('Position').waitFor();
    await row('Player: AWS').and(page.locator('.selected')).waitFor();
    await workbench.toggle(row('Player: AWS'));
  });

  it('keeps an item open while its own title is being typed', async () => {
    const { page } = workbench;
    await workbench.toggle(row(`Event: ${EVENT}`));
    await row('Date: 2026-04-24').waitFor();
    const selected = `(${`${EVENT} (April 24, 2026)`.length} selected)`;
    await workbench.until(page.locator('.statusbar', { hasText: selected }), () =>
      row(`Event: ${EVENT}`).click({ timeout: 2000 }),
    );
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('Now ', { delay: 60 });
    await row(`Event: Now ${EVENT}`).and(page.locator('.selected')).waitFor();
    await row('Date: 2026-04-24').waitFor();
    await workbench.toggle(row(`Event: Now ${EVENT}`));
  });

  it('follows the cursor when it is told to, and leaves the focus in the text', async () => {
    const { page } = workbench;
    await workbench.runCommand('Follow the Cursor');
    await workbench.until(row('Key data: Anthropic March 2026').and(page.locator('.selected')), async () => {
      await workbench.goToLine(1);
      await workbench.goToLine(12);
    });
    const isInText = await page.evaluate("document.activeElement.closest('.editor-instance') !== null");
    assert.ok(isInText);
    await workbench.runCommand('Stop Following the Cursor');
  });

  it('shows what is left when it is filtered to a player, and all of it again', async () => {
    const { page } = workbench;
    await workbench.until(page.locator('.sidebar', { hasText: 'Only parts with “Google”' }), async () => {
      await row('Player: Google').hover({ timeout: 2000 });
      const only = row('Player: Google').locator('a[aria-label="Show Only Parts with This Player"]');
      await only.click({ timeout: 2000 });
    });
    await row("Event: Anthropic's Annualized").waitFor({ state: 'detached' });
    await workbench.runCommand('Clear Filter');
    // The list shows only the rows that it has room for.
    await focusTree();
    await row("Event: Anthropic's Annualized").waitFor();
  });

  it('offers the fixes of a finding', async () => {
    const { page } = workbench;
    const event = row("Event: Anthropic's Annualized");
    // From the top, so that nothing that sticks there covers it.
    await focusTree();
    await workbench.until(page.locator('.action-widget .monaco-list-row'), async () => {
      await page.mouse.move(0, 0);
      await event.hover({ timeout: 2000 });
      await event.locator('a[aria-label^="Fix…"]').click({ timeout: 2000 });
    });
    await page.keyboard.press('Escape');
  });
});
