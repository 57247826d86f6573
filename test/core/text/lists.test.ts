// Lists made of lists are what `flatMap` makes of them.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { flat } from '../../../src/core/text/lists';

describe('a list made of lists', () => {
  it('has what is made of each item, in order, whether that is one thing or several', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(), fc.array(fc.nat()))), items => {
        const make = (item: number | number[], index: number) => (index % 3 === 2 ? [] : item);
        assert.deepEqual(flat(items, make), items.flatMap(make));
      }),
    );
  });
});
