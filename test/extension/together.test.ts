import assert from 'node:assert/strict';
import { together } from '../../src/extension/together';

describe('what several events ask for', () => {
  it('is done once for those of one change, and again for the next', async () => {
    let times = 0;
    const run = together(() => times++);
    run();
    run();
    assert.equal(times, 0);
    await Promise.resolve();
    assert.equal(times, 1);
    run();
    await Promise.resolve();
    assert.equal(times, 2);
  });
});
