#!/usr/bin/env node
// Stands in for the executable of desktop VS Code in a test run: takes its arguments, runs the tests in the extension
// host of the VS Code server with the workbench open in a browser, prints their lines and ends with their exit code.
import path from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { type Release, startServer } from '../support/server';

const timeLimit = 5 * 60_000;
const mark = '\u2063test ';

function option(name: string): string {
  const prefix = `--${name}=`;
  const found = process.argv.find(arg => arg.startsWith(prefix));
  if (!found) throw new Error(`--${name} is missing`);
  return found.slice(prefix.length);
}

/** Settles with the exit code that the workbench reports when the tests are through. */
async function exitCode(page: Page, url: string): Promise<number> {
  const ended = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error(`No result within ${timeLimit / 1000} s`)), timeLimit).unref();
    page.on('crash', () => reject(new Error('The page crashed')));
    page.on('close', () => reject(new Error('The browser went away')));
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
  });
  await page.exposeFunction('codeAutomationLog', (_level: string, args: unknown[]) => {
    const line = format(...args);
    if (line.startsWith(mark)) console.log(line.slice(mark.length));
  });
  await page.goto(url);
  return ended;
}

async function main() {
  const folder = process.argv[2] ?? process.cwd();
  const server = await startServer({
    release: process.env['VSCODE_SERVER_RELEASE'] as Release,
    dataDir: path.join(option('user-data-dir'), 'server'),
    env: { TEST_LINE_MARK: mark },
  });
  const extension = option('extensionDevelopmentPath');
  const url = server.url({ folder, extension, tests: option('extensionTestsPath') });
  try {
    const browser = await launchBrowser();
    try {
      process.exitCode = await exitCode(
        await browser.newPage({ viewport: { width: 1400, height: 900 } }),
        url,
      );
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
