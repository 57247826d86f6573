// What VS Code runs inside its extension host (`extensionTestsPath`), on the desktop and in the server alike.
import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import Count from '../support/count';

export async function run(): Promise<void> {
  // The server's host forwards the console line by line, among lines of others: this marks those of the tests.
  const mark = process.env['TEST_LINE_MARK'];
  if (mark)
    Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
      for (const line of format(...args).split('\n')) console.log(mark + line);
    };
  const mocha = new Mocha({ reporter: Count, timeout: 30_000, color: false, forbidOnly: true });
  for (const file of fs.readdirSync(__dirname).sort())
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
