// What the message of a magnitude conflict says of its cause.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core';

function messageIn(text: string): string {
  const found = analyze(text).findings.find(({ rule }) => rule === 'magnitude-conflict');
  assert.ok(found, 'a conflict');
  return found.message;
}

const slip = (
  sign: string,
  place: string,
) => `In 2025 Norvik lent ${place} harbours ${sign}14.2 billion in all.

## Loans

In 2025 Norvik lent ${place} harbours ${sign}142 billion in all.
`;

describe('the cause of a slip of ten', () => {
  it('is likely a number word of 10,000s where the report speaks of China, Japan or Korea', () => {
    assert.match(messageIn(slip('$', 'Chinese')), /A likely cause: 亿/);
    assert.match(messageIn(slip('RMB ', 'its')), /A likely cause: 亿/);
    assert.match(messageIn(`# 诺维克\n\n${slip('$', 'its')}`), /A likely cause: 亿/);
  });

  it('is left open elsewhere', () => {
    assert.doesNotMatch(messageIn(slip('€', 'Baltic')), /likely cause/);
  });
});
