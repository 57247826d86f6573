// The hover on a figure: what it means, what it rests on, and where else the report says it.
import * as vscode from 'vscode';
import { describeFigure, type Evidence, type Judged, whereOf } from '../core';
import type { Analyses } from './analyses';
import { COMMANDS } from './commands';
import { plainText } from './plainText';
import { rangeOf } from './positions';
import { MARKDOWN } from './scope';
import { figureAt } from './within';

const MOST_MENTIONS = 8;
const MOST_PASSAGES = 2;

export function showHovers(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerHoverProvider(MARKDOWN, {
    async provideHover(document, position) {
      const analysis = await analyses.whenAnalyzed(document);
      const offset = document.offsetAt(position);
      const figure = analysis && figureAt(analysis.report, offset);
      if (!analysis || !figure) return undefined;
      const { meaning, about, basis, mentions } = describeFigure(analysis, figure);
      const text = new vscode.MarkdownString();
      text.isTrusted = { enabledCommands: [COMMANDS.reveal, COMMANDS.openAttached] };
      text.appendMarkdown('**').appendText(meaning).appendMarkdown('**');
      for (const line of [about, basis]) if (line) text.appendMarkdown('\n\n').appendText(line);
      const judged = analysis.judged.find(({ mention }) => mention.figure === figure);
      for (const line of evidenceLines(document, judged)) text.appendMarkdown(`\n\n${line}`);
      if (mentions.length > 0) text.appendMarkdown('\n\nAlso stated here:\n');
      for (const mention of mentions.slice(0, MOST_MENTIONS)) {
        const target = encodeURIComponent(JSON.stringify([document.uri.toString(), mention.span]));
        const line = document.positionAt(mention.span.start).line + 1;
        text.appendMarkdown('\n- ').appendText(`${mention.text}: ${mention.meaning}`);
        text.appendMarkdown(` ([line ${line}](command:${COMMANDS.reveal}?${target}))`);
      }
      if (mentions.length > MOST_MENTIONS)
        text.appendMarkdown(`\n- and ${mentions.length - MOST_MENTIONS} more`);
      return new vscode.Hover(text, rangeOf(document, figure.span));
    },
  });
}

/** What the attached sources say of a figure, as Markdown in which their words take no effect. */
function evidenceLines(document: vscode.TextDocument, judged: Judged | undefined): readonly string[] {
  const link = ({ path, passage, ...evidence }: Evidence) => {
    const place = { report: document.uri.toString(), path, span: passage };
    const target = encodeURIComponent(JSON.stringify([place]));
    const name = plainText(whereOf({ ...evidence, path }), false);
    return `[${name}](command:${COMMANDS.openAttached}?${target}): “${plainText(evidence.quote, false)}”`;
  };
  switch (judged?.verdict) {
    case 'contradicted':
      return judged.evidence.other.slice(0, 1).map(evidence => `**Contradicted** by ${link(evidence)}`);
    case 'backed':
      return judged.evidence.same.slice(0, MOST_PASSAGES).map(evidence => `Stated in ${link(evidence)}`);
    case 'not-found':
      return ['Not found in the attached source that is cited for it.'];
    default:
      return [];
  }
}
