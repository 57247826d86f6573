// What VS Code offers at a citation: completion of its key, a hover, the way to its entry and to all that cite it.
import * as vscode from 'vscode';
import { aboutEntry, type Citation, nameOf } from '../core';
import type { Analyses } from './analyses';
import { citationsIn, isAt } from './citationsIn';
import { citationsOfKey, definitionOf, keyAt, WITH_KEYS } from './keyPlaces';
import { showKeyRename } from './keyRename';
import { rangeOf } from './positions';
import { MARKDOWN } from './scope';
import { detailOf, timesCited } from './sourceNodes';

/** A key that is being typed inside the brackets of a citation. */
const TYPED_KEY = /\[[^[\]]{0,300}@\{?([\p{L}\p{N}_:.#$%&+?<>~/-]*)$/u;

export function showCitations(analyses: Analyses): vscode.Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerCompletionItemProvider(
      MARKDOWN,
      { provideCompletionItems: (document, position) => completionsAt(analyses, document, position) },
      '@',
    ),
    languages.registerHoverProvider(MARKDOWN, {
      provideHover: (document, position) => hoverAt(analyses, document, position),
    }),
    languages.registerDefinitionProvider(MARKDOWN, {
      async provideDefinition(document, position) {
        const entry = citationAt(analyses, document, position)?.entry;
        return entry && definitionOf(document, entry);
      },
    }),
    languages.registerReferenceProvider(WITH_KEYS, {
      async provideReferences(document, position, { includeDeclaration }, token) {
        const target = await keyAt(analyses, document, position, token);
        if (!target) return [];
        const cited = await citationsOfKey(analyses, target, token);
        const defined = includeDeclaration ? await definitionOf(target.report, target.entry) : undefined;
        return defined ? [defined, ...cited] : [...cited];
      },
    }),
    showKeyRename(analyses),
  );
}

async function completionsAt(
  analyses: Analyses,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const before = document.lineAt(position).text.slice(0, position.character);
  const typed = TYPED_KEY.exec(before)?.[1];
  const analysis = typed === undefined ? undefined : await analyses.whenAnalyzed(document);
  if (typed === undefined || !analysis) return [];
  const rest = /^[\p{L}\p{N}_:-]*/u.exec(document.lineAt(position).text.slice(position.character))?.[0] ?? '';
  const inserting = new vscode.Range(position.translate(0, -typed.length), position);
  const replacing = inserting.with(undefined, position.translate(0, rest.length));
  return [...analysis.bibliography.byKey].map(([key, entry]) => {
    const about = aboutEntry({ ...entry, key: undefined });
    const item = new vscode.CompletionItem(
      { label: key, description: nameOf(entry) },
      vscode.CompletionItemKind.Reference,
    );
    item.range = { inserting, replacing };
    item.detail = [nameOf(entry), about].filter(Boolean).join(', ');
    item.documentation = detailOf(entry);
    // So that words of its title find it too.
    item.filterText = `${key} ${nameOf(entry)} ${about}`;
    item.insertText = key;
    return item;
  });
}

async function hoverAt(
  analyses: Analyses,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const analysis = await analyses.whenAnalyzed(document);
  const citation = citationAt(analyses, document, position);
  if (!analysis || !citation?.entry) return undefined;
  const { entry } = citation;
  const times = citationsIn(analysis).filter(one => one.entry === entry).length;
  // The bibliography's words go in as text, so that no Markdown in them takes effect.
  const text = new vscode.MarkdownString('**').appendText(nameOf(entry)).appendMarkdown('**');
  for (const line of detailOf(entry).split('\n').slice(1)) text.appendMarkdown('\n\n').appendText(line);
  text.appendMarkdown('\n\n').appendText(`In this report ${timesCited(times)}.`);
  return new vscode.Hover(text, rangeOf(document, citation.keySpan ?? citation.span));
}

/** The citation by a key, or the reference to a footnote, at a position. */
function citationAt(
  analyses: Analyses,
  document: vscode.TextDocument,
  position: vscode.Position,
): Citation | undefined {
  const analysis = analyses.analysisOf(document);
  const offset = document.offsetAt(position);
  const here = (analysis ? citationsIn(analysis) : []).filter(
    ({ kind, span }) => kind !== 'words' && isAt(span, offset),
  );
  return (
    here.find(({ keySpan }) => keySpan && isAt(keySpan, offset)) ?? (here.length === 1 ? here[0] : undefined)
  );
}
