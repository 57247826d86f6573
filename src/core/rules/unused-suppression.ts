import type { Rule } from './rule';

export const UNUSED_SUPPRESSION = 'unused-suppression';

export const unusedSuppression: Rule = {
  id: UNUSED_SUPPRESSION,
  family: 'text',
  severity: 'hint',
  summary: 'A comment that suppresses nothing, or names a rule that does not exist.',
  // What is unused is known only when all other rules have spoken: see `applySuppressions`.
  check: () => [],
};
