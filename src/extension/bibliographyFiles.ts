// The workspace's bibliography files: found, read, watched, and what is wrong in them shown in them.
import * as vscode from 'vscode';
import { type Entry, type ReadEntries, readFrontMatter } from '../core';
import {
  type ForReport,
  filesBeside,
  isBibliographyName,
  LARGEST_FILE,
  namedFiles,
  readForReport,
} from '../project/bibliographies';
import { problemDiagnostics } from './diagnostics';
import { Pending } from './pending';
import type { ProjectOf } from './projectFiles';
import type { DraftFile } from './scope';

/** Time without a keystroke in a bibliography after which reports follow it. */
const PAUSE_MS = 250;
const NOTHING: ReadEntries = { entries: [], problems: [] };

export class BibliographyFiles implements vscode.Disposable {
  /** By file and by whether it is named; empty until a file has been read. */
  private readonly read = new Map<string, { readonly file: ForReport; readonly entries: readonly Entry[] }>();
  /** The names in the folders of reports. */
  private readonly folders = new Map<string, readonly string[]>();
  private readonly problems = vscode.languages.createDiagnosticCollection('annotated-reading-bibliography');
  /** By file and by folder: the reports that have asked for it. */
  private readonly users = new Map<string, Map<string, vscode.Uri>>();
  private readonly changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*.{bib,bibtex,json}');
  private readonly subscriptions: vscode.Disposable[];
  private readonly pending = new Pending();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Fires when the entries for these reports may be other than before. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly log: vscode.LogOutputChannel) {
    const listing = (uri: vscode.Uri) => void this.relist(vscode.Uri.joinPath(uri, '..'));
    const { workspace } = vscode;
    this.subscriptions = [
      this.problems,
      this.changed,
      this.watcher,
      this.watcher.onDidCreate(listing),
      this.watcher.onDidDelete(listing),
      this.watcher.onDidCreate(uri => this.reread(uri)),
      this.watcher.onDidDelete(uri => this.reread(uri)),
      this.watcher.onDidChange(uri => this.reread(uri)),
      workspace.onDidChangeTextDocument(({ document: { uri } }) => this.rereadSoon(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => this.reread(uri)),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /**
   * The entries of the bibliography files for a report. What is asked for the first time is read after this has
   * answered; `onDidChange` tells when it has been.
   */
  entriesFor(report: DraftFile, text: string, found: ProjectOf | undefined): readonly Entry[] {
    const top = topOf(report);
    return this.filesFor(report, text, found).flatMap(file => {
      const uri = vscode.Uri.joinPath(top, file.path);
      this.use(keyOf(uri, file), report.uri);
      return this.entriesOf(uri, file);
    });
  }

  /** The bibliography files for a report, those that hold entries first; one that is named need not exist. */
  urisFor(report: DraftFile, text: string, found: ProjectOf | undefined): readonly vscode.Uri[] {
    const top = topOf(report);
    return this.filesFor(report, text, found)
      .map(file => ({ file, uri: vscode.Uri.joinPath(top, file.path) }))
      .map(({ file, uri }) => ({ file, uri, count: this.entriesOf(uri, file).length }))
      .filter(({ file, count }) => file.isNamed || count > 0)
      .sort((a, b) => Number(b.count > 0) - Number(a.count > 0))
      .map(({ uri }) => uri);
  }

  /** Resolves once every file that has been asked for is read. */
  idle(): Promise<void> {
    return this.pending.idle();
  }

  private filesFor(report: DraftFile, text: string, found: ProjectOf | undefined): readonly ForReport[] {
    if (report.isUntitled) return [];
    const top = topOf(report);
    const path = report.uri.path.slice(top.path.replace(/\/$/, '').length + 1);
    const named = namedFiles({
      report: path,
      named: readFrontMatter(text)?.files ?? [],
      project: found?.project,
      folder: found ? path.slice(0, Math.max(0, path.length - found.path.length - 1)) : '',
    });
    if (named) return named;
    const folder = vscode.Uri.joinPath(report.uri, '..');
    this.use(folder.toString(), report.uri);
    return filesBeside(path, this.namesIn(folder));
  }

  private use(key: string, report: vscode.Uri): void {
    const reports = this.users.get(key) ?? new Map();
    this.users.set(key, reports.set(report.toString(), report));
  }

  private tellUsers(key: string): void {
    const reports = this.users.get(key);
    if (reports) this.changed.fire([...reports.values()]);
  }

  private namesIn(folder: vscode.Uri): readonly string[] {
    const names = this.folders.get(folder.toString());
    if (names) return names;
    this.folders.set(folder.toString(), []);
    this.pending.track(this.relist(folder));
    return [];
  }

  private async relist(folder: vscode.Uri): Promise<void> {
    const known = this.folders.get(folder.toString());
    if (!known) return;
    let names: string[] = [];
    try {
      const all = await vscode.workspace.fs.readDirectory(folder);
      names = all
        .filter(([name, type]) => type & vscode.FileType.File && isBibliographyName(name))
        .map(([name]) => name);
    } catch (error) {
      this.log.warn(`${folder.toString()} could not be listed: ${String(error)}`);
    }
    this.folders.set(folder.toString(), names);
    if (names.join('/') !== known.join('/')) this.tellUsers(folder.toString());
  }

  private entriesOf(uri: vscode.Uri, file: ForReport): readonly Entry[] {
    const key = keyOf(uri, file);
    const known = this.read.get(key);
    if (known) return known.entries;
    this.read.set(key, { file, entries: [] });
    this.pending.track(this.load(uri, file));
    return [];
  }

  private reread(uri: vscode.Uri): void {
    for (const isNamed of [true, false]) {
      const known = this.read.get(keyOf(uri, { isNamed }));
      if (known) void this.load(uri, known.file);
    }
  }

  private rereadSoon(uri: vscode.Uri): void {
    if (![true, false].some(isNamed => this.read.has(keyOf(uri, { isNamed })))) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.reread(uri), PAUSE_MS);
  }

  private async load(uri: vscode.Uri, file: ForReport): Promise<void> {
    const text = await this.textOf(uri, file);
    const { entries, problems } = text === undefined ? NOTHING : readForReport(text, file);
    this.problems.set(uri, problemDiagnostics(text ?? '', problems, vscode.DiagnosticSeverity.Warning));
    const before = this.read.get(keyOf(uri, file))?.entries ?? [];
    this.read.set(keyOf(uri, file), { file, entries });
    if (before.length > 0 || entries.length > 0) this.tellUsers(keyOf(uri, file));
  }

  /** The text as it stands in the editor, else as it is saved; undefined when it cannot be read. */
  private async textOf(uri: vscode.Uri, { isNamed }: ForReport): Promise<string | undefined> {
    const open = vscode.workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
    if (open) return open.getText();
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size <= LARGEST_FILE) return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      this.log.warn(`${uri.toString()} is too large for a bibliography.`);
    } catch (error) {
      const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      if (isNamed || !isMissing) this.log.warn(`${uri.toString()} could not be read: ${String(error)}`);
    }
    return undefined;
  }
}

/** The folder that the paths of a report's bibliography files are relative to, and out of which none leads. */
function topOf({ uri }: DraftFile): vscode.Uri {
  return vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
}

/** The file in which an entry stands that a report may cite: a bibliography file, or the report itself. */
export function uriOfEntry(report: vscode.TextDocument, { place }: Entry): vscode.Uri {
  return place.path === undefined ? report.uri : vscode.Uri.joinPath(topOf(report), place.path);
}

function keyOf(uri: vscode.Uri, { isNamed }: Pick<ForReport, 'isNamed'>): string {
  return `${isNamed} ${uri.toString()}`;
}
