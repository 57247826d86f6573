// The rule catalogue.
import { finish, type Steps } from '../text/steps';
import { dateConflict } from './date-conflict';
import { droppedCaveat } from './dropped-caveat';
import { flattenedStructure } from './flattened-structure';
import { forecastConflict } from './forecast-conflict';
import { growthMismatch } from './growth-mismatch';
import { implausibleValue } from './implausible-value';
import { incompleteJudgment } from './incomplete-judgment';
import { magnitudeConflict } from './magnitude-conflict';
import { malformedQuantity } from './malformed-quantity';
import { missingCurrency } from './missing-currency';
import { missingSource } from './missing-source';
import { missingValue } from './missing-value';
import { nameVariant } from './name-variant';
import { notInSource } from './not-in-source';
import { pageFurniture } from './page-furniture';
import { withPrecedence } from './precedence';
import { qualifierConflict } from './qualifier-conflict';
import { isQuotedMistake } from './quoted-mistakes';
import { raggedTable } from './ragged-table';
import { rangeReversed } from './range-reversed';
import type { Reading } from './reading';
import type { Finding, Found, Rule, Severity } from './rule';
import { shareMismatch } from './share-mismatch';
import { sourceContradicts } from './source-contradicts';
import { sumMismatch } from './sum-mismatch';
import { applySuppressions } from './suppression';
import { uncitedFigure } from './uncited-figure';
import { unitKind } from './unit-kind';
import { unitStyle } from './unit-style';
import { unknownCitation } from './unknown-citation';
import { untranslatedText } from './untranslated-text';
import { untranslatedUnit } from './untranslated-unit';
import { unusedSource } from './unused-source';
import { UNUSED_SUPPRESSION, unusedSuppression } from './unused-suppression';
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
  unknownCitation,
  unusedSource,
  sourceContradicts,
  notInSource,
  missingCurrency,
  magnitudeConflict,
  valueConflict,
  unitKind,
  implausibleValue,
  malformedQuantity,
  untranslatedUnit,
  unitStyle,
  qualifierConflict,
  sumMismatch,
  growthMismatch,
  shareMismatch,
  rangeReversed,
  dateConflict,
  forecastConflict,
  flattenedStructure,
  pageFurniture,
  raggedTable,
  incompleteJudgment,
  untranslatedText,
  nameVariant,
  unusedSuppression,
];

const RULE_IDS: ReadonlySet<string> = new Set(rules.map(rule => rule.id));

export type RuleSeverities = Readonly<Partial<Record<string, Severity | 'off'>>>;

export function ruleById(id: string): Rule | undefined {
  return rules.find(rule => rule.id === id);
}

/** The findings of all rules that are not off, in text order. */
export function checkRules(reading: Reading, severities: RuleSeverities): Finding[] {
  return finish(findingsInSteps(reading, severities));
}

/** Rules pause after each sentence, which most of them have read before anybody could have a turn. */
const PAUSES_A_STEP = 16;

/** Like `checkRules`, rule by rule, and within those that take long. */
export function* findingsInSteps(reading: Reading, severities: RuleSeverities): Steps<Finding[]> {
  const { report } = reading;
  yield* reading.prepare();
  const findings: Finding[] = [];
  let pauses = 0;
  for (const rule of rules) {
    const severity = severities[rule.id] ?? rule.severity;
    if (severity === 'off') continue;
    for (const found of rule.check(reading)) {
      if (found) findings.push(findingOf(found, rule, severity));
      else if (++pauses % PAUSES_A_STEP === 0) yield;
    }
    yield;
  }
  const spoken = withPrecedence(
    inTextOrder(findings.filter(finding => !isQuotedMistake(report.text, finding))),
  );
  yield;
  return inTextOrder(
    applySuppressions(
      report.text,
      spoken,
      RULE_IDS,
      severities[UNUSED_SUPPRESSION] ?? 'hint',
      id => severities[id] === 'off',
    ),
  );
}

const MILDER: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'information',
  information: 'hint',
  hint: 'hint',
};

function findingOf({ doubtful = false, ...found }: Found, { id }: Rule, severity: Severity): Finding {
  return { related: [], fixes: [], ...found, rule: id, severity: doubtful ? MILDER[severity] : severity };
}

function inTextOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
