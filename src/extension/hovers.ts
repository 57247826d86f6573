// The hover on a figure: what it means, what it rests on, and where else the report says it.
import * as vscode from 'vscode';
import { describeFigure } from '../core';
import type { Analyses } from './analyses';
import { COMMANDS } from './commands';
import { figureAt, rangeOf } from './positions';
import { MARKDOWN } from './scope';

const MOST_MENTIONS = 8;

export function showHovers(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerHoverProvider(MARKDOWN, {
    provideHover(document, position) {
      const analysis = analyses.analysisOf(document);
      const offset = document.offsetAt(position);
      const figure = analysis && figureAt(analysis.report, offset);
      if (!analysis || !figure) return undefined;
      const { meaning, about, basis, mentions } = describeFigure(analysis, figure);
      const text = new vscode.MarkdownString();
      text.isTrusted = { enabledCommands: [COMMANDS.reveal] };
      text.appendMarkdown('**').appendText(meaning).appendMarkdown('**');
      for (const line of [about, basis]) if (line) text.appendMarkdown('\n\n').appendText(line);
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
