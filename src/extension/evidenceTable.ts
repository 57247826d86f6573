// The table of what the attached sources make of a report's figures: its text, and what its words link to.
import {
  type Analysis,
  type Evidence,
  type Judged,
  LineIndex,
  type Span,
  VERDICTS,
  type Verdict,
  whereOf,
} from '../core';

/** A stretch of the table's text, and the figure or the passage that it leads to. */
export interface TableLink {
  readonly span: Span;
  readonly to:
    | { readonly kind: 'figure'; readonly figure: Span }
    | { readonly kind: 'passage'; readonly evidence: Evidence };
}

export interface EvidenceTable {
  readonly text: string;
  readonly links: readonly TableLink[];
}

/** What calls for the reader first. */
const ORDER: readonly Verdict[] = ['contradicted', 'not-found', 'no-source', 'backed'];

/** A Markdown document: the counts, then a table for each verdict. */
export function evidenceTable(
  name: string,
  { report, judged }: Pick<Analysis, 'report' | 'judged'>,
): EvidenceTable {
  const lines = new LineIndex(report.text);
  const links: TableLink[] = [];
  let text = `# Figures of ${plain(name)} against its sources\n\n${summary(judged)}\n`;
  const linked = (words: string, to: TableLink['to']) => {
    links.push({ span: { start: text.length, end: text.length + words.length }, to });
    text += words;
  };
  for (const verdict of ORDER) {
    const ofVerdict = judged.filter(one => one.verdict === verdict);
    if (ofVerdict.length === 0) continue;
    text += `\n## ${heading(verdict)} (${ofVerdict.length})\n\n| Place | Figure | Source | Quote |\n| --- | --- | --- | --- |\n`;
    for (const { mention, evidence } of ofVerdict) {
      const { span } = mention.figure;
      const [passage] = verdict === 'contradicted' ? evidence.other : evidence.same;
      text += '| ';
      linked(`line ${lines.positionAt(span.start).line + 1}`, { kind: 'figure', figure: span });
      text += ` | ${plain(mention.figure.text)} | `;
      if (passage) linked(plain(whereOf(passage)), { kind: 'passage', evidence: passage });
      text += ` | ${passage ? plain(passage.quote) : ''} |\n`;
    }
  }
  return { text, links };
}

function summary(judged: readonly Judged[]): string {
  if (judged.length === 0) return 'No figure of this report needs a source.';
  const counts = ORDER.map(
    verdict => `${judged.filter(one => one.verdict === verdict).length} ${VERDICTS[verdict]}`,
  );
  return `${counts.join(', ')}.`;
}

function heading(verdict: Verdict): string {
  const name = VERDICTS[verdict];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** One line that ends no cell of a table. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/\|/g, '¦').trim();
}
