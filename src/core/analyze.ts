// The pipeline: text → blocks → figures → report → claims → findings.
import { type Claim, claimsInSteps, type Mention } from './claims';
import { BlockMemory } from './markdown/chunks';
import { blocksInSteps } from './markdown/parse';
import { reportInSteps } from './report';
import type { KnownPlayer, Report } from './report/report';
import { findingsInSteps, type RuleSeverities } from './rules';
import { Reading } from './rules/reading';
import type { Finding } from './rules/rule';
import { type Judged, judgeFigures } from './rules/verdict';
import { type Bibliography, type Entry, readBibliography } from './sources/bibliography';
import type { IndexedDocument } from './sources/index-document';
import { finish, type Steps } from './text/steps';

export interface AnalyzeOptions {
  /** Severity by rule id, or 'off'; a rule that is not named keeps its own. */
  readonly severities?: RuleSeverities;
  /** Names that the reader knows: those that the text has are players, each with all its aliases. */
  readonly players?: readonly KnownPlayer[];
  readonly sources?: {
    /** The attached documents that the figures are checked against; the same array as long as they are the same. */
    readonly documents?: readonly IndexedDocument[];
    /** The entries of the bibliography files that are for this report. */
    readonly entries: readonly Entry[];
  };
}

export interface Analysis {
  readonly report: Report;
  readonly claims: readonly Claim[];
  /** How each figure was read, in the order of `report.figures`. */
  readonly mentions: readonly Mention[];
  readonly bibliography: Bibliography;
  /** In text order. */
  readonly findings: readonly Finding[];
  /** What the attached documents make of each figure that needs a source, in text order; empty when none are attached. */
  readonly judged: readonly Judged[];
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
  return finish(analyzeInSteps(text, options, memory));
}

/** Like `analyze`, for who must not be kept waiting: it may pause after each step, or give the analysis up. */
export function* analyzeInSteps(
  text: string,
  options: AnalyzeOptions = {},
  memory = new Memory(),
): Steps<Analysis> {
  const blocks = yield* blocksInSteps(text, memory.blocks);
  const report = yield* reportInSteps(text, blocks, options.players);
  const { claims, mentions } = yield* claimsInSteps(report);
  const { entries, documents = [] } = options.sources ?? {};
  const bibliography = readBibliography(report, entries);
  yield;
  const reading = new Reading(report, claims, mentions, bibliography, documents);
  const findings = yield* findingsInSteps(reading, options.severities ?? {});
  return { report, claims, mentions, bibliography, findings, judged: judgeFigures(reading) };
}
