// Comments and [sic] silence findings, and say so when they silence nothing.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core';

const SLIP = 'Revenue rose by 45%, from $1.1 billion to $1.4 billion ([report](https://r.example)).';

function findings(text: string, severities = {}): string[] {
  return analyze(text, { severities }).findings.map(
    ({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`,
  );
}

describe('suppression', () => {
  it('of the next line that is not blank', () => {
    assert.deepEqual(findings(`<!-- annotated-reading-disable-next-line growth-mismatch -->\n\n${SLIP}`), []);
    assert.deepEqual(findings(`<!-- annotated-reading-disable-next-line -->\n${SLIP}`), []);
    assert.equal(
      findings(`<!-- annotated-reading-disable-next-line growth-mismatch -->\nCalm.\n\n${SLIP}`).length,
      2,
    );
  });

  it('from one comment to another, and in the whole file', () => {
    const around = `<!-- annotated-reading-disable growth-mismatch -->\n\n${SLIP}\n\n<!-- annotated-reading-enable growth-mismatch -->\n\n`;
    assert.deepEqual(findings(around), []);
    assert.deepEqual(findings(around + SLIP.replace('Revenue', 'Income')), ['growth-mismatch: 45%']);
    assert.deepEqual(findings(`${SLIP}\n\n<!-- annotated-reading-disable-file growth-mismatch -->`), []);
  });

  it('of a slip that the text marks itself', () => {
    assert.deepEqual(findings(SLIP.replace('45%', '45% [sic]')), []);
  });

  it('names the comment that does nothing and the rule that does not exist', () => {
    const unused = '<!-- annotated-reading-disable-next-line growth-mismatch -->';
    assert.deepEqual(findings(`${unused}\nCalm.`), [`unused-suppression: ${unused}`]);
    assert.deepEqual(findings('<!-- annotated-reading-disable-next-line grow-mismatch -->\nCalm.'), [
      'unused-suppression: grow-mismatch',
    ]);
    assert.deepEqual(findings(`${unused}\nCalm.`, { 'unused-suppression': 'off' }), []);
  });

  it('is not called unused while its rule is off', () => {
    const text = `<!-- annotated-reading-disable-next-line growth-mismatch -->\n${SLIP}`;
    assert.deepEqual(findings(text, { 'growth-mismatch': 'off' }), []);
  });

  it('is no matter of comments in code', () => {
    assert.deepEqual(findings('```\n<!-- annotated-reading-disable-file -->\n```\n\nCalm.'), []);
  });
});
