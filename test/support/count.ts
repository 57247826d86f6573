// The mocha reporter of every suite: mocha's own, and at the end the counts and the failures, written to the file
// TEST_RESULTS. An exit code alone can lie (an extension host that died ends with 0); a results file that is not there
// cannot.
import fs from 'node:fs';
import Mocha from 'mocha';

/** More of a message than this is only in the output of its suite. */
const LONGEST = 1000;

export default class Count extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env['TEST_RESULTS'];
    const failures: string[] = [];
    runner.on('fail', (test, error) =>
      failures.push(`${test.fullTitle()}\n${(error?.message ?? '').slice(0, LONGEST)}`),
    );
    runner.once('end', () => {
      const { passes: passed = 0, failures: failed = 0, pending: skipped = 0 } = runner.stats ?? {};
      if (file) fs.writeFileSync(file, JSON.stringify({ passed, failed, skipped, failures }));
    });
  }
}
