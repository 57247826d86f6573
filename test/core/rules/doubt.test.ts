// A conflict that is far from sure is shown one level lower than its rule says.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core';
import type { Severity } from '../../../src/core/rules/rule';

const SURE = `Norvik's peak sales of harbour cranes reached $540 million in 2025.

| Maker | Peak sales of harbour cranes, 2025 |
|---|---|
| Norvik | $450 million |
| Sundby | $310 million |
`;
const DOUBTFUL = `## Launch

The game went on sale at ¥3,980 a copy.

## Prices

A copy of the game at ¥4,980 costs as much as two lunches.
`;

function severityIn(text: string, severity?: Severity): string | undefined {
  const severities = severity === undefined ? {} : { 'value-conflict': severity };
  return analyze(text, { severities }).findings.find(({ rule }) => rule === 'value-conflict')?.severity;
}

describe('a conflict of two values', () => {
  it('is an error when it is sure', () => assert.equal(severityIn(SURE), 'error'));
  it('is an error when both name one subject, measure and year', () => {
    const text = "Norvik's revenue was $30 billion in 2025. Norvik's revenue was $300 billion in 2025.\n";
    assert.deepEqual(
      analyze(text)
        .findings.filter(({ rule }) => rule === 'magnitude-conflict')
        .map(({ severity }) => severity),
      ['error'],
    );
  });
  it('is a warning when it is far from sure', () => assert.equal(severityIn(DOUBTFUL), 'warning'));
  it('follows the severity that the reader set', () => {
    assert.equal(severityIn(SURE, 'information'), 'information');
    assert.equal(severityIn(DOUBTFUL, 'information'), 'hint');
  });
});
