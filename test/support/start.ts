// `npm start [-- FILE]`: the sample report, or FILE, in VS Code with this extension loaded. Desktop VS Code if one is
// installed, else the VS Code server, shown by the browser, until Ctrl+C.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cache, root } from './cache';
import { installedDesktop, runCode } from './desktop';
import { startServer } from './server';

const oldestMinor = 100;
const scratch = path.join(cache, 'start');

async function main(argument: string | undefined) {
  const file = argument ? givenFile(argument) : sampleCopy();
  const folder = path.dirname(file);
  const desktop = installedDesktop(oldestMinor);
  if (desktop) {
    console.log(`Opening ${file} in VS Code (${desktop}).`);
    const { status, stderr } = runCode(desktop, [`--extensionDevelopmentPath=${root}`, folder, file]);
    if (status === 0) return;
    console.log(`It did not start: ${stderr.trim()}`);
  }
  const server = await startServer({ release: 'newest', dataDir: path.join(scratch, 'vscode') });
  const url = server.url({ folder, file, extension: root });
  console.log(`\nOpen ${file} in VS Code at\n\n  ${url}\n\nCtrl+C ends it.`);
  openInBrowser(url);
  await server.ended;
  throw new Error('The VS Code server has ended.');
}

function givenFile(argument: string): string {
  // npm runs scripts in the project's folder; the path is meant from where the command was typed.
  const file = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), argument);
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no file ${file}`);
  return file;
}

/** A fresh copy of the sample report at every start, outside version control, free to play with. */
function sampleCopy(): string {
  const copy = path.join(scratch, 'sample', 'aws-anthropic.md');
  fs.mkdirSync(path.dirname(copy), { recursive: true });
  fs.copyFileSync(path.join(root, 'test/fixtures/corpus/aws-anthropic.md'), copy);
  return copy;
}

/** Where there is a desktop, its browser opens by itself; the printed address serves everybody else. */
function openInBrowser(url: string) {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return;
  const [command, args] = (
    {
      darwin: ['open', [url]],
      win32: ['rundll32', ['url.dll,FileProtocolHandler', url]],
    } as Record<string, [string, string[]]>
  )[process.platform] ?? ['xdg-open', [url]];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => console.log('No browser could be opened: open the address yourself.'))
    .unref();
}

main(process.argv[2]).catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
