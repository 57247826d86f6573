// A profile says of every rule how serious its findings are.
import assert from 'node:assert/strict';
import { analyze, PROFILES, profileSeverities, rules } from '../../../src/core';

const SAMPLE = 'Revenue rose by 45%, from $1.1 billion to $1.4 billion (source: industry insiders).';

function found(profile: (typeof PROFILES)[number]): Record<string, string> {
  const { findings } = analyze(SAMPLE, { severities: profileSeverities(profile) });
  return Object.fromEntries(findings.map(({ rule, severity }) => [rule, severity]));
}

describe('a profile', () => {
  for (const profile of PROFILES) {
    it(`${profile} speaks of every rule`, () => {
      for (const { id } of rules) assert.ok(profileSeverities(profile)[id]);
    });
  }

  it('recommended leaves each rule its own severity', () => {
    const { findings } = analyze(SAMPLE);
    assert.deepEqual(
      found('recommended'),
      Object.fromEntries(findings.map(({ rule, severity }) => [rule, severity])),
    );
  });

  it('strict makes each a level graver', () => {
    for (const { id, severity } of rules) {
      const graver = { hint: 'information', information: 'warning', warning: 'error', error: 'error' }[
        severity
      ];
      assert.equal(profileSeverities('strict')[id], graver);
    }
  });

  it('figures-only asks for no sources', () => {
    assert.deepEqual(found('figures-only'), { 'growth-mismatch': 'error' });
  });
});
