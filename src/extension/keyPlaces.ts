// The places of a source's key: its entry, and the citations in the reports of the workspace.
import * as vscode from 'vscode';
import type { Analysis, Entry, Span } from '../core';
import type { Analyses } from './analyses';
import { uriOfEntry } from './bibliographyFiles';
import { citationsIn, entryAt, ownEntryAt } from './citationsIn';
import { findMarkdownFiles } from './markdownFiles';
import { rangeOf } from './positions';

/** Where keys are read: reports, and files that may be bibliographies. */
export const WITH_KEYS: vscode.DocumentSelector = [
  { language: 'markdown' },
  { pattern: '**/*.{bib,bibtex,json}' },
];
/** What may be a key, in a file that no report at hand knows. */
const KEY_WORDS = /[^\s,{}()"#%~\\=[\]@]+/;
/** More reports than this are not looked through. */
const MOST_REPORTS = 1000;

/** The key at a position, and a report whose bibliography knows its entry. */
export interface KeyTarget {
  readonly entry: Entry;
  readonly report: vscode.TextDocument;
  readonly analysis: Analysis;
  readonly range: vscode.Range;
}

/** The key of a source that stands at a position of a report or of a bibliography file. */
export async function keyAt(
  analyses: Analyses,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<KeyTarget | undefined> {
  const offset = document.offsetAt(position);
  if (document.languageId === 'markdown') {
    const analysis = analyses.analysisOf(document);
    const entry = analysis && entryAt(analysis, offset);
    return analysis && entry && targetOf(document, analysis, entry, document, offset);
  }
  for (const report of vscode.workspace.textDocuments) {
    const target = targetInFile(report, analyses.analysisOf(report), document, offset);
    if (target) return target;
  }
  // No report that is open uses this file: one that is closed may.
  const words = document.getWordRangeAtPosition(position, KEY_WORDS);
  for (const report of words ? await reportsThatCite(document.getText(words), token) : []) {
    const target = targetInFile(report, await analyses.settledAnalysisOf(report), document, offset);
    if (target) return target;
  }
  return undefined;
}

/** The key at an offset of a bibliography file, by what a report that uses the file knows of its entries. */
function targetInFile(
  report: vscode.TextDocument,
  analysis: Analysis | undefined,
  file: vscode.TextDocument,
  offset: number,
): KeyTarget | undefined {
  for (const entry of analysis?.bibliography.entries ?? []) {
    if (uriOfEntry(report, entry).toString() !== file.uri.toString()) continue;
    const own = ownEntryAt([entry], entry.place.path, offset);
    if (analysis && own) return targetOf(report, analysis, own, file, offset);
  }
  return undefined;
}

function targetOf(
  report: vscode.TextDocument,
  analysis: Analysis,
  entry: Entry,
  document: vscode.TextDocument,
  offset: number,
): KeyTarget | undefined {
  const isHere = (span: Span | undefined) => span !== undefined && span.start <= offset && offset <= span.end;
  const cited = citationsIn(analysis).find(one => one.entry === entry && isHere(one.keySpan))?.keySpan;
  const span = report === document ? (cited ?? entry.place.keySpan) : entry.place.keySpan;
  return entry.key === undefined || !span
    ? undefined
    : { entry, report, analysis, range: rangeOf(document, span) };
}

/** Where the key of an entry stands in it; undefined when it has gone since it was read. */
export async function definitionOf(
  report: vscode.TextDocument,
  entry: Entry,
): Promise<vscode.Location | undefined> {
  const uri = uriOfEntry(report, entry);
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return new vscode.Location(uri, rangeOf(document, entry.place.keySpan ?? entry.place.span));
  } catch {
    return undefined;
  }
}

/** Every place where a report of the workspace cites the entry by its key; those of the report at hand come first. */
export async function citationsOfKey(
  analyses: Analyses,
  { entry, report, analysis }: KeyTarget,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Location[]> {
  const home = uriOfEntry(report, entry).toString();
  const locations = locationsIn(report, analysis, entry);
  if (entry.place.path === undefined || entry.key === undefined) return locations;
  const others = await reportsThatCite(entry.key, token);
  const found = [...locations];
  for (const other of others) {
    if (other.uri.toString() === report.uri.toString()) continue;
    const its = await analyses.settledAnalysisOf(other);
    const same = its?.bibliography.byKey.get(entry.key);
    // Another bibliography may have the same key for another source.
    if (its && same && uriOfEntry(other, same).toString() === home)
      found.push(...locationsIn(other, its, same));
  }
  return found;
}

function locationsIn(document: vscode.TextDocument, analysis: Analysis, entry: Entry): vscode.Location[] {
  return citationsIn(analysis).flatMap(citation =>
    citation.entry === entry && citation.keySpan
      ? new vscode.Location(document.uri, rangeOf(document, citation.keySpan))
      : [],
  );
}

/** The Markdown files of the workspace that have `@key` somewhere. */
async function reportsThatCite(
  key: string,
  token: vscode.CancellationToken,
): Promise<readonly vscode.TextDocument[]> {
  const uris = await findMarkdownFiles(MOST_REPORTS, token);
  const reports: vscode.TextDocument[] = [];
  for (const uri of uris) {
    if (token.isCancellationRequested) break;
    const open = vscode.workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
    const text = open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    if (text.includes(`@${key}`)) reports.push(open ?? (await vscode.workspace.openTextDocument(uri)));
  }
  return reports;
}
