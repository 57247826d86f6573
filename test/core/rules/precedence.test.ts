// Which of two findings at one figure is shown.
import assert from 'node:assert/strict';
import { withPrecedence } from '../../../src/core/rules/precedence';
import type { Finding, Severity } from '../../../src/core/rules/rule';

const SPAN = { start: 10, end: 15 };

function finding(rule: string, severity: Severity): Finding {
  return { rule, severity, span: SPAN, message: rule, related: [], fixes: [] };
}

function shown(...findings: Finding[]): string[] {
  return withPrecedence(findings).map(({ rule }) => rule);
}

describe('of two conflicts of one figure', () => {
  it('the power of ten is shown', () =>
    assert.deepEqual(shown(finding('magnitude-conflict', 'error'), finding('value-conflict', 'error')), [
      'magnitude-conflict',
    ]));
  it('the one that is sure is shown where the other is not', () =>
    assert.deepEqual(shown(finding('magnitude-conflict', 'warning'), finding('value-conflict', 'error')), [
      'value-conflict',
    ]));
});
