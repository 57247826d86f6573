import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { root } from '../support/cache';
import { type Server, startServer } from '../support/server';

describe('reviewing the sample report on the screen', () => {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'reading-ui-'));
  const screenshots = path.join(root, 'out/screenshots');
  let server: Server;
  let browser: Browser;

  before(async () => {
    server = await startServer({ release: 'newest', dataDir: path.join(temp, 'vscode') });
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    fs.rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
  });

  it('opens the report', async () => {
    const folder = path.join(temp, 'report');
    const file = path.join(folder, 'aws-anthropic.md');
    fs.cpSync(path.join(root, 'test/fixtures/corpus/aws-anthropic.md'), file);
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(30_000);
    await page.goto(server.url({ folder, file, extension: root }));
    await page.locator('.editor-instance .view-line').first().waitFor();
    await page.screenshot({ path: path.join(screenshots, 'overview.png') });
  });
});
