import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { version } from '../../package.json';

const CLI = 'dist/cli.js';

describe('the program as it is built', () => {
  it('runs by itself, with its version and its pages', () => {
    assert.equal(
      spawnSync(process.execPath, [CLI, '--version'], { encoding: 'utf8' }).stdout,
      `${version}\n`,
    );
    const page = spawnSync(process.execPath, [CLI, 'explain', 'magnitude-conflict'], { encoding: 'utf8' });
    assert.equal(page.status, 0);
    assert.match(page.stdout, /^# magnitude-conflict/);
  });

  it('writes all of a long answer into a pipe', () => {
    const input = 'It paid $5 million.\n'.repeat(5000);
    const { stdout, status } = spawnSync(process.execPath, [CLI, 'figures', '--lines', '-'], {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    assert.equal(status, 0);
    assert.equal(stdout.split('\n').length, 5001);
  });

  it('is quiet when its reader stops early', async () => {
    const child = spawn(process.execPath, [CLI, 'figures', '--lines', '-'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', chunk => (err += chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.on('error', () => {});
    child.stdin.end('It paid $5 million.\n'.repeat(5000));
    await once(child, 'close');
    assert.equal(err, '');
  });
});
