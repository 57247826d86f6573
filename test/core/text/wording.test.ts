// What is read of a text is read once.
import assert from 'node:assert/strict';
import { Wording } from '../../../src/core/text/wording';

describe('a wording', () => {
  it('is read once by each function, though it makes nothing of it', () => {
    const wording = new Wording('5 ships');
    let times = 0;
    const length = (text: string) => {
      times++;
      return text.length;
    };
    const nothing = () => {
      times++;
      return undefined;
    };
    for (let i = 0; i < 3; i++) {
      assert.equal(wording.of(length), 7);
      assert.equal(wording.of(nothing), undefined);
    }
    assert.equal(times, 2);
  });

  it('gives what was kept for a function', () => {
    const wording = new Wording('5 ships');
    const read = (): string => assert.fail('it is known');
    wording.keep(read, 'five');
    assert.equal(wording.of(read), 'five');
  });
});
