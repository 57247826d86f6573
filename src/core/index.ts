// The library: reading a report and checking it, without any editor.
export { type Analysis, type AnalyzeOptions, analyze } from './analyze';
export type { Claim, Mention } from './claims';
export { describeFigure } from './describe';
export {
  type DateMention,
  describeQuantity,
  type Figure,
  findDates,
  findFigures,
  type Quantity,
} from './figures';
export { readsAsReport } from './report/detect';
export type * from './report/report';
export { restoreEdits } from './report/restore';
export { ruleById, rules } from './rules';
export type { Finding, Fix, Related, Rule, Severity } from './rules/rule';
export { citableUrl, citeEdits, editsOfCitation, type NewSource } from './sources/cite';
export { applyEdits, type TextEdit } from './text/edits';
export { LineIndex, type Position } from './text/lines';
export type { Span } from './text/span';
