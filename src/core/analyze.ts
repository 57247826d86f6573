// The pipeline: text → blocks → figures → report → claims → findings.
import { type Claim, readClaims } from './claims';
import { parseBlocks } from './markdown/parse';
import { readReport } from './report';
import type { KnownPlayer, Report } from './report/report';
import { checkRules, type RuleSeverities } from './rules';
import type { Finding } from './rules/rule';

export interface AnalyzeOptions {
  /** Severity by rule id, or 'off'; a rule that is not named keeps its own. */
  readonly severities?: RuleSeverities;
  /** Names that the reader knows: those that the text has are players, each with all its aliases. */
  readonly players?: readonly KnownPlayer[];
}

export interface Analysis {
  readonly report: Report;
  readonly claims: readonly Claim[];
  /** In text order. */
  readonly findings: readonly Finding[];
}

/** Reads a report and checks it. Any text gives an analysis, in time linear in its length. */
export function analyze(text: string, options: AnalyzeOptions = {}): Analysis {
  const report = readReport(text, parseBlocks(text), options.players);
  const { claims, mentions } = readClaims(report);
  const findings = checkRules(report, claims, mentions, options.severities ?? {});
  return { report, claims, findings };
}
