import assert from 'node:assert/strict';
import type { Steps } from '../../src/core';
import { SlicedWork } from '../../src/extension/slicedWork';

/** Work of many steps, a millisecond each or more, with a word on how far it has come. */
function work(count: number) {
  const progress = { steps: 0 };
  function* steps(): Steps<string> {
    for (; progress.steps < count; progress.steps++) {
      const end = performance.now() + 1;
      while (performance.now() < end);
      yield;
    }
    return 'done';
  }
  return { progress, steps: steps() };
}

const anotherTurn = () => new Promise(resolve => setTimeout(resolve, 0));

describe('work in slices', () => {
  it('lets others have their turn before it is done', async () => {
    const { steps, progress } = work(60);
    const sliced = new SlicedWork(steps);
    const seen: number[] = [];
    while (seen.length < 3) {
      await anotherTurn();
      seen.push(progress.steps);
    }
    assert.ok((seen[0] ?? 0) < (seen[2] ?? 0), 'it goes on meanwhile');
    assert.equal(await sliced.done, 'done');
  });

  it('is done at once where it is short, and where somebody cannot wait', async () => {
    function* short(): Steps<number> {
      yield;
      return 7;
    }
    assert.equal(await new SlicedWork(short()).done, 7);
    const long = new SlicedWork(work(60).steps);
    assert.equal(long.finish(), 'done');
    assert.equal(await long.done, 'done');
  });

  it('fails for everybody who waits when a step fails', async () => {
    function* failing(): Steps<number> {
      yield;
      throw new Error('a step failed');
    }
    const sliced = new SlicedWork(failing());
    await assert.rejects(sliced.done, /a step failed/);
    assert.throws(() => sliced.finish(), /a step failed/);
    assert.throws(() => sliced.finish(), /a step failed/);
  });

  it('ends early when it is cancelled', async () => {
    const { steps, progress } = work(10_000);
    const sliced = new SlicedWork(steps);
    await anotherTurn();
    sliced.cancel();
    assert.equal(await sliced.done, undefined);
    const { steps: taken } = progress;
    await anotherTurn();
    assert.equal(progress.steps, taken);
  });
});
