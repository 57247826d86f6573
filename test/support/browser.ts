// A Chromium for the workbench: an installed Chrome, Chromium or Edge, else the one inside an npm package.
import fs from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { cached, unpack, untar } from './cache';

// Nothing but this machine is looked up: the workbench and its tests need no network.
const args = [
  '--disable-gpu',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

const chromiumPackage = '@sparticuz/chromium@153.0.0';

/** Each font package with the part of it that is used. */
const fontPackages = [
  ['@expo-google-fonts/noto-sans@0.4.2', '400Regular'],
  ['@expo-google-fonts/noto-sans-mono@0.4.2', '400Regular'],
  ['@expo-google-fonts/noto-color-emoji@0.4.6', '400Regular'],
  ['@embedpdf/fonts-sc@1.0.0', 'fonts/NotoSansHans-Regular.otf'],
] as const;

/** Starts a headless browser; the error says what to install when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const env = { ...process.env, ...(await fontSettings()) };
  for (const executablePath of installedBrowsers()) {
    try {
      return await chromium.launch({ executablePath, args, env });
    } catch (error) {
      console.log(`${executablePath} does not start: ${String(error).split('\n')[0]}`);
    }
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No browser for the tests: install Google Chrome, Chromium or Microsoft Edge.');
  const dir = await fetchChromium();
  try {
    return await chromium.launch({
      executablePath: path.join(dir, 'chromium'),
      args,
      env: { ...env, LD_LIBRARY_PATH: path.join(dir, 'lib') },
    });
  } catch (error) {
    throw new Error(
      'No browser for the tests: install Chromium (Debian, Ubuntu: apt-get install chromium).',
      {
        cause: error,
      },
    );
  }
}

function installedBrowsers(): string[] {
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const onPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap(dir => names.map(n => path.join(dir, n)));
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    n => `/Applications/${n}.app/Contents/MacOS/${n}`,
  );
  const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(variable =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map(file =>
      path.join(process.env[variable] ?? '', file),
    ),
  );
  const usual = { linux: onPath, darwin: mac, win32: windows }[process.platform as string] ?? [];
  return usual.filter(file => fs.existsSync(file));
}

function fetchChromium(): Promise<string> {
  return cached('chromium-153.0.0', 'Chromium', dir => {
    unpack(chromiumPackage, dir, 'bin');
    // Beside the browser come the shared libraries that a bare Linux lacks.
    for (const [packed, file] of [
      ['chromium', 'chromium'],
      ['al2023.tar', 'lib.tar'],
    ] as const)
      fs.writeFileSync(
        path.join(dir, file),
        brotliDecompressSync(fs.readFileSync(path.join(dir, 'bin', `${packed}.br`))),
      );
    fs.chmodSync(path.join(dir, 'chromium'), 0o755);
    untar(path.join(dir, 'lib.tar'), dir);
    fs.rmSync(path.join(dir, 'lib.tar'));
    fs.rmSync(path.join(dir, 'bin'), { recursive: true });
  });
}

/** On Linux: fonts for text, code, emoji and Chinese, so that a picture shows what a reader sees on any machine. */
async function fontSettings(): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const dir = await cached('fonts', 'fonts', into => {
    for (const [spec, part] of fontPackages) unpack(spec, into, part);
  });
  const config = path.join(dir, 'fonts.conf');
  fs.writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${dir}</dir>
  <cachedir>${path.join(dir, 'index')}</cachedir>
  <alias binding="strong">
    <family>monospace</family><prefer><family>Noto Sans Mono</family></prefer>
  </alias>
  <match target="pattern">
    <edit name="family" mode="append_last"><string>Noto Sans</string></edit>
  </match>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: config };
}
