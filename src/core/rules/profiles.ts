// Profiles: ready-made sets of severities, for who does not want to choose rule by rule.
import { type RuleSeverities, rules } from '.';
import type { Rule, Severity } from './rule';
import { UNUSED_SUPPRESSION } from './unused-suppression';

export const PROFILES = ['recommended', 'strict', 'figures-only'] as const;

export type Profile = (typeof PROFILES)[number];

const GRAVER: Readonly<Record<Severity, Severity>> = {
  hint: 'information',
  information: 'warning',
  warning: 'error',
  error: 'error',
};

/**
 * The severity of every rule in a profile. `recommended`: each rule's own. `strict`: each one level graver.
 * `figures-only`: the rules on units and arithmetic alone; comments for the others then rightly suppress nothing.
 */
export function profileSeverities(profile: Profile): RuleSeverities {
  switch (profile) {
    case 'recommended':
      return severitiesBy(({ severity }) => severity, 'hint');
    case 'strict':
      return severitiesBy(({ severity }) => GRAVER[severity], 'information');
    case 'figures-only':
      return severitiesBy(({ family, severity }) => (isOnFigures(family) ? severity : 'off'), 'off');
  }
}

function isOnFigures(family: Rule['family']): boolean {
  return family === 'units' || family === 'arithmetic';
}

function severitiesBy(
  of: (rule: Rule) => Severity | 'off',
  unusedSuppression: Severity | 'off',
): RuleSeverities {
  return {
    ...Object.fromEntries(rules.map(rule => [rule.id, of(rule)])),
    [UNUSED_SUPPRESSION]: unusedSuppression,
  };
}
