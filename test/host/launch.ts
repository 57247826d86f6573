// Runs the tests of this folder inside a genuine VS Code: `node out/host/launch.js oldest|newest`.
// Desktop VS Code where it can be downloaded, else the VS Code server, under the same @vscode/test-electron.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from '../support/cache';
import { downloadDesktop } from '../support/desktop';
import { quietSettings, type Release, releases } from '../support/server';

const desktopVersions: Record<Release, string> = { oldest: '1.100.0', newest: 'stable' };

async function main(release: Release) {
  const desktop = await downloadDesktop(desktopVersions[release]);
  console.log(desktop ? `Desktop VS Code: ${desktop}` : `VS Code server ${releases[release].vscode}`);

  // Tests write: they get copies of the reports, and VS Code folders of its own, all outside the checkout.
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'reading-'));
  try {
    const workspace = path.join(temp, 'workspace');
    fs.cpSync(path.join(root, 'test/fixtures/corpus'), workspace, { recursive: true });
    const user = path.join(temp, 'user');
    fs.mkdirSync(path.join(user, 'User'), { recursive: true });
    fs.writeFileSync(path.join(user, 'User/settings.json'), JSON.stringify(quietSettings));
    await runTests({
      vscodeExecutablePath: desktop ?? serverExecutable(temp),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'out/host/index.js'),
      launchArgs: [
        workspace,
        '--disable-extensions',
        `--user-data-dir=${user}`,
        `--extensions-dir=${path.join(temp, 'extensions')}`,
      ],
      extensionTestsEnv: { VSCODE_SERVER_RELEASE: release },
    });
  } finally {
    fs.rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A program that takes the arguments of desktop VS Code and runs the server instead. */
function serverExecutable(temp: string): string {
  const script = path.join(root, 'out/host/server-as-code.js');
  if (process.platform === 'win32') {
    const command = path.join(temp, 'code.cmd');
    fs.writeFileSync(command, `@"${process.execPath}" "${script}" %*\r\n`);
    return command;
  }
  fs.chmodSync(script, 0o755);
  return script;
}

main(process.argv[2] === 'oldest' ? 'oldest' : 'newest').catch(error => {
  console.error(String(error));
  process.exitCode = 1;
});
