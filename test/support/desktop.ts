// Desktop VS Code: downloaded for tests, or the one that is installed for `npm start`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cache } from './cache';

const releaseList = 'https://update.code.visualstudio.com/api/releases/stable';

/** A desktop needs a screen; Linux says by these variables whether there is one. */
const hasScreen =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** The executable of desktop VS Code, downloaded; undefined, and the reason printed, where that cannot be. */
export async function downloadDesktop(version: string): Promise<string | undefined> {
  if (!hasScreen) {
    console.log('Desktop VS Code needs a screen: using the VS Code server.');
    return undefined;
  }
  try {
    // A few seconds tell whether the download is in reach; the download itself would try for minutes.
    const answer = await fetch(releaseList, { signal: AbortSignal.timeout(4000) });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return await downloadAndUnzipVSCode({ version, cachePath: path.join(cache, 'desktop') });
  } catch {
    console.log('Desktop VS Code cannot be downloaded here: using the VS Code server.');
    return undefined;
  }
}

/** The command of an installed desktop VS Code that is new enough (1.`minor`), if there is one. */
export function installedDesktop(minor: number): string | undefined {
  if (!hasScreen || process.getuid?.() === 0) return undefined;
  return commandPlaces().find(command => {
    if (!fs.existsSync(command)) return false;
    const found = /^1\.(\d+)\./.exec(runCode(command, ['--version']).stdout ?? '');
    return found !== null && Number(found[1]) >= minor;
  });
}

/** Runs the `code` command; on Windows it is a script, which only the shell starts. */
export function runCode(command: string, args: readonly string[]) {
  const shell = process.platform === 'win32';
  const quote = (text: string) => (shell ? `"${text}"` : text);
  return spawnSync(quote(command), args.map(quote), { encoding: 'utf8', shell });
}

function commandPlaces(): string[] {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter).map(dir => path.join(dir, name));
  const usual: Readonly<Record<string, readonly string[]>> = {
    linux: ['/usr/share/code/bin/code', '/snap/bin/code'],
    darwin: [
      '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code',
      path.join(
        process.env['HOME'] ?? '',
        'Applications/Visual Studio Code.app/Contents/Resources/app/bin/code',
      ),
    ],
    win32: [
      path.join(process.env['LOCALAPPDATA'] ?? '', 'Programs/Microsoft VS Code/bin/code.cmd'),
      path.join(process.env['PROGRAMFILES'] ?? '', 'Microsoft VS Code/bin/code.cmd'),
    ],
  };
  return [...onPath, ...(usual[process.platform] ?? [])];
}
