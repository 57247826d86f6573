// The rule catalogue.
import type { Claim, Mention } from '../claims';
import type { Report } from '../report/report';
import { droppedCaveat } from './dropped-caveat';
import { flattenedStructure } from './flattened-structure';
import { growthMismatch } from './growth-mismatch';
import { incompleteJudgment } from './incomplete-judgment';
import { magnitudeConflict } from './magnitude-conflict';
import { missingCurrency } from './missing-currency';
import { missingSource } from './missing-source';
import { missingValue } from './missing-value';
import { pageFurniture } from './page-furniture';
import { raggedTable } from './ragged-table';
import { Reading } from './reading';
import type { Finding, Rule, Severity } from './rule';
import { applySuppressions, UNUSED_SUPPRESSION } from './suppression';
import { uncitedFigure } from './uncited-figure';
import { untranslatedText } from './untranslated-text';
import { unverifiedFigure } from './unverified-figure';
import { vagueSource } from './vague-source';
import { valueConflict } from './value-conflict';

export const rules: readonly Rule[] = [
  unverifiedFigure,
  droppedCaveat,
  uncitedFigure,
  vagueSource,
  missingValue,
  missingSource,
  missingCurrency,
  magnitudeConflict,
  valueConflict,
  growthMismatch,
  flattenedStructure,
  pageFurniture,
  raggedTable,
  incompleteJudgment,
  untranslatedText,
];

const RULE_IDS: ReadonlySet<string> = new Set([...rules.map(rule => rule.id), UNUSED_SUPPRESSION]);

export type RuleSeverities = Readonly<Partial<Record<string, Severity | 'off'>>>;

export function ruleById(id: string): Rule | undefined {
  return rules.find(rule => rule.id === id);
}

/** The findings of all rules that are not off, in text order. */
export function checkRules(
  report: Report,
  claims: readonly Claim[],
  mentions: readonly Mention[],
  severities: RuleSeverities,
): Finding[] {
  const reading = new Reading(report, claims, mentions);
  const findings = rules.flatMap(rule => {
    const severity = severities[rule.id] ?? rule.severity;
    if (severity === 'off') return [];
    return Array.from(
      rule.check(reading),
      (found): Finding => ({ related: [], fixes: [], ...found, rule: rule.id, severity }),
    );
  });
  const kept = applySuppressions(report.text, findings, RULE_IDS, severities[UNUSED_SUPPRESSION] ?? 'hint');
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
