// The git-ignored folder of everything that tests and `npm start` fetch, all of it from the npm registry.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The project's folder: every compiled test program lies two folders below it. */
export const root = path.resolve(__dirname, '../..');
export const cache = path.join(root, '.cache');
/** Stands between a folder's name and the process that is filling it. */
const partialMark = '.partial-';

/**
 * Path of the cached folder `name`; `fill` makes it when it is not there yet. The folder gets its name only once it
 * is whole, so one that an interrupted run left behind is never used.
 */
export async function cached(name: string, what: string, fill: (dir: string) => void | Promise<void>) {
  const dir = path.join(cache, name);
  if (fs.existsSync(dir)) return dir;
  console.log(`Fetching ${what} from npm (once, into .cache/) …`);
  removeAbandoned();
  const partial = `${dir}${partialMark}${process.pid}`;
  fs.mkdirSync(partial, { recursive: true });
  try {
    await fill(partial);
    // Another run may have been faster: its folder is as good as this one.
    if (!fs.existsSync(dir)) fs.renameSync(partial, dir);
  } finally {
    fs.rmSync(partial, { recursive: true, force: true });
  }
  return dir;
}

/** Removes what runs that were interrupted have left half done; what another run is at is left to it. */
function removeAbandoned() {
  for (const name of fs.existsSync(cache) ? fs.readdirSync(cache) : []) {
    const [, owner] = name.split(partialMark);
    if (owner && !isRunning(Number(owner)))
      fs.rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Runs npm in `cwd`. Install scripts never run: nothing is compiled, nothing comes from elsewhere. */
export function npm(cwd: string, ...args: string[]): string {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env['npm_execpath'];
  const [command, first] = cli ? [process.execPath, [cli]] : ['npm', []];
  return execFileSync(command, [...first, ...args, ...quiet], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Unpacks `members` (paths below the package's root; all when none is named) of an npm package into `dir`. */
export function unpack(spec: string, dir: string, ...members: string[]) {
  const archive = npm(dir, 'pack', spec).trim().split('\n').at(-1) ?? '';
  untar(path.join(dir, archive), dir, '--strip-components=1', ...members.map(m => `package/${m}`));
  fs.rmSync(path.join(dir, archive));
}

/** Unpacks a tar archive; `tar` is part of Linux, macOS and Windows. */
export function untar(archive: string, dir: string, ...args: string[]) {
  execFileSync('tar', ['-xf', archive, '-C', dir, ...args], { stdio: 'inherit' });
}
