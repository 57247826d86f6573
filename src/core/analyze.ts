// The pipeline: text → blocks → figures → report → claims → findings.
import { type Claim, readClaims } from './claims';
import { BlockMemory } from './markdown/chunks';
import { parseBlocks } from './markdown/parse';
import { readReport } from './report';
import type { KnownPlayer, Report } from './report/report';
import { checkRules, type RuleSeverities } from './rules';
import type { Finding } from './rules/rule';
import { type Bibliography, type Entry, readBibliography } from './sources/bibliography';

export interface AnalyzeOptions {
  /** Severity by rule id, or 'off'; a rule that is not named keeps its own. */
  readonly severities?: RuleSeverities;
  /** Names that the reader knows: those that the text has are players, each with all its aliases. */
  readonly players?: readonly KnownPlayer[];
  readonly sources?: {
    /** The entries of the bibliography files that are for this report. */
    readonly entries: readonly Entry[];
  };
}

export interface Analysis {
  readonly report: Report;
  readonly claims: readonly Claim[];
  readonly bibliography: Bibliography;
  /** In text order. */
  readonly findings: readonly Finding[];
}

/** What an edit cannot change, from one analysis of a document to the next. */
export class Memory {
  readonly blocks = new BlockMemory();
}

/**
 * Reads a report and checks it. Any text gives an analysis, in time linear in its length.
 * @param memory of the document's last analysis: makes this one faster and changes nothing in it
 */
export function analyze(text: string, options: AnalyzeOptions = {}, memory = new Memory()): Analysis {
  const report = readReport(text, parseBlocks(text, memory.blocks), options.players);
  const { claims, mentions } = readClaims(report);
  const bibliography = readBibliography(report, options.sources?.entries);
  const findings = checkRules(report, claims, mentions, bibliography, options.severities ?? {});
  return { report, claims, bibliography, findings };
}
