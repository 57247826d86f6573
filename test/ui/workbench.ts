// A report open in the real workbench, and the gestures of its reader.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { root } from '../support/cache';
import { type Server, startServer } from '../support/server';

const screenshots = path.join(root, 'out/screenshots');
// Pictures of an earlier run must not pass for this one's.
fs.rmSync(screenshots, { recursive: true, force: true });

export class Workbench {
  /** Requests to other machines: there should be none. */
  readonly foreignRequests: string[] = [];

  private constructor(
    private readonly temp: string,
    private readonly server: Server,
    private readonly browser: Browser,
    readonly page: Page,
    /** The copy of the report that is open. */
    readonly file: string,
  ) {}

  /** Opens a copy of a labelled report, with other files beside it, with the extension loaded. */
  static async open(
    report: string,
    settings: object = {},
    beside: Readonly<Record<string, string>> = {},
  ): Promise<Workbench> {
    const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'reading-ui-'));
    const folder = path.join(temp, 'report');
    const file = path.join(folder, report);
    fs.cpSync(path.join(root, 'test/fixtures/corpus', report), file);
    for (const [name, text] of Object.entries(beside)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
    const server = await startServer({ release: 'newest', dataDir: path.join(temp, 'vscode'), settings });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(30_000);
    const workbench = new Workbench(temp, server, browser, page, file);
    page.on('request', request => {
      const { protocol, hostname } = new URL(request.url());
      if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1')
        workbench.foreignRequests.push(request.url());
    });
    await page.goto(server.url({ folder, file, extension: root }));
    await page.locator('.editor-instance .view-line').first().waitFor();
    return workbench;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    fs.rmSync(this.temp, { recursive: true, force: true, maxRetries: 5 });
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(screenshots, `${name}.png`) });
  }

  /** Underlines in the text, of the given severity. */
  squiggles(severity: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.editor-instance .squiggly-${severity}`);
  }

  treeRow(text: string): Locator {
    return this.page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
  }

  /**
   * Does something until one sees that it has been done, as a reader does whose click a list has swallowed while it was
   * being drawn anew. What is done must bear being done twice.
   */
  async until(
    seen: Locator,
    act: () => Promise<unknown>,
    state: 'visible' | 'hidden' = 'visible',
  ): Promise<void> {
    for (const deadline = Date.now() + 60_000; ; ) {
      let problem: unknown;
      try {
        await act();
      } catch (error) {
        problem = error;
      }
      try {
        return await seen.first().waitFor({ state, timeout: 2000 });
      } catch (error) {
        if (Date.now() > deadline) throw problem ?? error;
      }
    }
  }

  /** Opens or closes an item of the tree. */
  async toggle(row: Locator): Promise<void> {
    const isOpen = (await row.getAttribute('aria-expanded')) === 'true';
    const when = (open: boolean) => row.and(this.page.locator(`[aria-expanded="${open}"]`));
    const twistie = when(isOpen).locator('.monaco-tl-twistie');
    await this.until(when(!isOpen), () => twistie.click({ timeout: 2000 }));
  }

  problemRow(text: string): Locator {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
  }

  /** Shows the sidebar with its views; a second click would hide it. */
  async showSidebar(): Promise<void> {
    const entry = this.page.locator('a[aria-label="Annotated Reading"]');
    const item = this.page.locator('.activitybar .action-item').filter({ has: entry });
    await this.until(item.and(this.page.locator('.checked')), () => item.click({ timeout: 2000 }));
  }

  /** Folds a view of the sidebar away, so that the others have its room. */
  async closeView(name: string): Promise<void> {
    await this.page.locator('.sidebar .pane-header', { hasText: name }).first().click();
  }

  /** Scrolls the tree of the sidebar to its end, for it makes only the rows that fit in it. */
  async scrollTreeToEnd(): Promise<void> {
    await this.page.locator('.sidebar .monaco-list-row').first().click();
    await this.page.keyboard.press('End');
  }

  /** Runs a command by its name in the command palette. */
  async runCommand(name: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const widget = this.page.locator('.quick-input-widget:visible');
    await widget.locator('input').first().fill(`>${name}`);
    // Clicked, not entered: the list may not have come to the right one yet when it shows it.
    await widget.locator('.monaco-list-row', { hasText: name }).first().click();
  }

  async showProblems(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+M');
    await this.page.locator('.markers-panel .monaco-list-row').first().waitFor();
  }

  /** Puts the cursor on the one finding whose row in the Problems panel has this text, and waits for its lightbulb. */
  async goToProblem(text: string): Promise<void> {
    // From a place without any, so that the lightbulb that appears is this finding's.
    await this.goToLine(1);
    await this.lightbulb().waitFor({ state: 'hidden' });
    await this.filterProblems(text);
    await this.until(this.lightbulb(), () => this.problemRow(text).dblclick({ timeout: 2000 }));
  }

  /** Shows what there is to say of the place of the cursor. */
  async showHover(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+K');
    await this.page.keyboard.press('ControlOrMeta+I');
  }

  async goToLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.page.keyboard.type(String(line));
    await this.page.keyboard.press('Enter');
  }

  /** The panel makes only the rows that fit in it: a filter brings the others into view. */
  async filterProblems(text: string): Promise<void> {
    const filter = this.page.locator('.panel input[placeholder^="Filter"]');
    // While the panel lays itself out anew it may replace the field, and with it what was typed.
    do {
      await filter.fill(text);
      await this.page.waitForTimeout(500);
    } while ((await filter.inputValue()) !== text);
  }

  /** Opens the menu of the lightbulb. */
  async openLightbulb(): Promise<Locator> {
    const menu = this.page.locator('.action-widget').first();
    await this.until(menu, async () => {
      if (!(await menu.isVisible())) await this.lightbulb().click({ timeout: 2000 });
    });
    return menu;
  }

  /** Chooses from a lightbulb's menu, whose rows react only once the mouse has moved over them. */
  async choose(menu: Locator, title: string): Promise<void> {
    const row = menu.locator('.monaco-list-row', { hasText: title }).first();
    const click = async () => {
      await row.hover({ force: true, timeout: 2000 });
      await row.click({ force: true, timeout: 2000 });
    };
    await this.until(menu, click, 'hidden');
  }

  /** Chooses from a list of the quick pick. */
  async pick(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: title }).first();
    await row.waitFor();
    await this.until(row, () => row.click({ timeout: 2000 }), 'hidden');
  }

  /** Answers the questions of a dialog in steps, one after the other. */
  async answerSteps(answers: readonly string[]): Promise<void> {
    for (const [i, answer] of answers.entries()) await this.answerStep(`${i + 1}/${answers.length}`, answer);
  }

  /** Answers the question of a dialog that is at a step, such as "2/4". */
  async answerStep(step: string, answer: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget:visible');
    await widget.filter({ hasText: step }).waitFor();
    await widget.locator('input').first().fill(answer);
    await this.page.keyboard.press('Enter');
  }

  /** The lightbulb of the cursor's line: beside the text or, where there is no room, in the margin. */
  private lightbulb(): Locator {
    const kinds = ['.lightBulbWidget', '[class*="codicon-gutter-lightbulb"]'];
    return this.page.locator(kinds.map(kind => `.editor-instance ${kind}:visible`).join(', ')).first();
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+S');
  }
}

/** The file's text as soon as `done` holds for it. */
export async function textWhen(file: string, done: (text: string) => boolean): Promise<string> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const text = fs.readFileSync(file, 'utf8');
    if (done(text)) return text;
    if (Date.now() > deadline) return text;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
