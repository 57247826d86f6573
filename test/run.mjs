// `npm test`: builds, checks types and style, then runs every suite and adds up what they report. A suite that fails,
// or that leaves no results behind, fails the run.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

process.chdir(path.join(import.meta.dirname, '..'));
const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'reading-results-'));
const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed, told once more at the end: hundreds of lines may stand between a failure and the counts. */
const failures = [];

/** Runs a Node program with the output shown, and tells whether it ended well. */
function run(title, program, args, env = {}) {
  console.log(`\n── ${title}`);
  const { status, error } = spawnSync(process.execPath, [program, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (error) console.error(String(error));
  return status === 0;
}

function fail(what) {
  total.failed++;
  failures.push(what);
}

/** Runs an npm script of this project; a failure counts as one failed test. */
function step(title, script) {
  const npm = process.env.npm_execpath;
  if (!npm) throw new Error('Run the tests by npm test');
  const passed = run(title, npm, ['run', '--silent', script]);
  if (!passed) fail(title);
  return passed;
}

/** Runs a program that reports its counts in the file TEST_RESULTS. */
function suite(title, program, ...args) {
  const results = path.join(temp, 'results.json');
  fs.rmSync(results, { force: true });
  const endedWell = run(title, program, args, { TEST_RESULTS: results });
  const counts = read(results);
  if (!counts || counts.passed + counts.failed === 0) {
    fail(`${title}: no results, which counts as a failure`);
    return;
  }
  for (const key of Object.keys(total)) total[key] += counts[key];
  failures.push(...counts.failures.map(failure => `${title}: ${failure}`));
  if (!endedWell && counts.failed === 0)
    fail(`${title}: the tests passed, but the run ended badly, which counts as a failure`);
}

function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const mocha = (title, ...args) =>
  suite(
    title,
    'node_modules/mocha/bin/mocha.js',
    '--forbid-only',
    '--reporter',
    './out/support/count.js',
    ...args,
  );

if (step('Build', 'build') && step('Compile the tests', 'build:tests')) {
  step('Types and style', 'check');
  mocha('Unit tests', '--timeout', '20000', 'out/**/*.test.js', '--ignore', 'out/{host,ui}/**');
  suite('In the oldest VS Code supported', 'out/host/launch.js', 'oldest');
  suite('In the newest VS Code', 'out/host/launch.js', 'newest');
  mocha('On the screen', '--timeout', '120000', 'out/ui/*.test.js');
}

fs.rmSync(temp, { recursive: true, force: true });
if (failures.length > 0) console.log(`\n── Failed\n\n${failures.join('\n\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
