// The library: reading a report and checking it, without any editor.
export { type Analysis, type AnalyzeOptions, analyze, analyzeInSteps, Memory } from './analyze';
export type { Claim, Mention } from './claims';
export { circumstancesOf, describeFigure, sameOf } from './describe';
export {
  type Change,
  type DateMention,
  describeQuantity,
  type Figure,
  findDates,
  findFigures,
  joinChanges,
  type Level,
  type Quantity,
} from './figures';
export { type Fixed, fixAll } from './fix-all';
export { readsAsReport } from './report/detect';
export type * from './report/report';
export { isRestorable, restoreEdits } from './report/restore';
export { type RuleSeverities, ruleById, rules } from './rules';
export { type ChooseFix, certainFix, chooseFixes, editsOf, firstFix } from './rules/choose-fixes';
export { ignoreEdits } from './rules/ignore';
export { PROFILES, type Profile, profileSeverities } from './rules/profiles';
export type { Finding, Fix, Related, Rule, Severity } from './rules/rule';
export { UNUSED_SUPPRESSION } from './rules/unused-suppression';
export { type Judged, VERDICTS, type Verdict } from './rules/verdict';
export { attachDocuments } from './sources/attach';
export {
  type Bibliography,
  type Entry,
  isCitable,
  nameOf,
  readBibliographyFile,
} from './sources/bibliography';
export { edtfIn } from './sources/bibliography-csl';
export type { Problem, ReadEntries } from './sources/bibliography-entry';
export { readFrontMatter } from './sources/bibliography-front-matter';
export { addEntryEdit, newKey, type SourceDetails } from './sources/bibliography-write';
export { aboutEntry, type Backing, type Candidate, candidatesFor } from './sources/candidates';
export { type Citation, citationsByEntry, citationsOf } from './sources/citations';
export {
  CITATION_STYLES,
  type Citable,
  type CitationStyle,
  citableUrl,
  citationNeededEdits,
  citeAllEdits,
  citeAtEdits,
  citeEdits,
  editsOfCitation,
  mentionsToCite,
  type NewSource,
} from './sources/cite';
export type { DocumentFormat, Landmark, SourceDocument } from './sources/document';
export type { Evidence, FigureEvidence, Place, TextQuoteSelector } from './sources/evidence';
export { type IndexedDocument, indexDocument, type SourceMention } from './sources/index-document';
export { nameOfSource, placeInWords, whereOf } from './sources/passage';
export { applyEdits, type TextEdit } from './text/edits';
export { parseJson, spanOfNode } from './text/json';
export { LineIndex, type Position } from './text/lines';
export type { Span } from './text/span';
export { finish, type Steps } from './text/steps';
