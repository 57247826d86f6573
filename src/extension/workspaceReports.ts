// The reports of the workspace, those included that no editor shows: found and read in the background, on request.
import * as vscode from 'vscode';
import type { Analysis } from '../core';
import type { Analyses } from './analyses';
import { SIDEBAR } from './commands';
import { findMarkdownFiles, MARKDOWN_FILES } from './markdownFiles';

export interface WorkspaceReport {
  readonly uri: vscode.Uri;
  readonly analysis: Analysis;
}

/** A workspace with more files than this is read in part. */
const MOST_FILES = 300;
/** Larger files are left alone until they are opened. */
const MOST_BYTES = 1_000_000;
/** Of all that is kept: an analysis takes about a hundred bytes for each character of its report. */
const MOST_KEPT = 3_000_000;
/** Files are read while nobody types. */
const QUIET_MS = 400;
/** One save, or one checkout, changes several files. */
const SOON_MS = 300;
/** What is read shows in steps. */
const TELL_MS = 500;

export class WorkspaceReports implements vscode.Disposable {
  /** By address: what was read in a file, and undefined where it is no report. */
  private readonly known = new Map<string, Analysis | undefined>();
  private readonly waiting = new Map<string, vscode.Uri>();
  private isListed = false;
  private isWatched = false;
  private isCut = false;
  private isStopped = false;
  private reading: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastTyped = 0;
  private isFollowed = false;
  private readonly stopping = new vscode.EventEmitter<void>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];

  /** Fires when there may be other reports, or other things in them. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly analyses: Analyses,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      this.stopping,
      this.changed,
      vscode.workspace.onDidChangeTextDocument(() => {
        this.lastTyped = Date.now();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.readAllAgain()),
      analyses.onDidReset(() => this.readAllAgain()),
      analyses.onDidChange(() => this.changed.fire()),
      analyses.onDidOutdate(uri => this.readAgain(uri)),
    ];
  }

  dispose(): void {
    this.stop();
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** All that are known by now, by address; of those that are open, what their editors show. */
  reports(): readonly WorkspaceReport[] {
    const found = new Map<string, WorkspaceReport>();
    for (const [key, analysis] of this.known)
      if (analysis) found.set(key, { uri: vscode.Uri.parse(key), analysis });
    for (const document of vscode.workspace.textDocuments) {
      const state = this.analyses.latestStateOf(document);
      const key = document.uri.toString();
      if (state?.kind === 'checked') found.set(key, { uri: document.uri, analysis: state.analysis });
      else if (state) found.delete(key);
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, report]) => report);
  }

  /** What the reader must know to understand that reports may be missing; '' when none is. */
  message(): string {
    if (this.isStopped) return `Reading was stopped: ${this.waiting.size} files are left out`;
    if (this.reading && this.waiting.size > 0) return `Reading the reports: ${this.waiting.size} files to go`;
    return this.isCut ? 'Some reports are left out: the workspace has too many' : '';
  }

  /** Whether files are read at once when they change, rather than when the reports are asked for next. */
  follow(isFollowed: boolean): void {
    this.isFollowed = isFollowed;
    if (isFollowed && !this.isStopped) void this.read();
  }

  /** Reads what is not known yet; ends early when it is stopped. */
  read(): Promise<void> {
    this.isStopped = false;
    if (this.isRead()) return Promise.resolve();
    this.reading ??= this.readWithProgress();
    return this.reading;
  }

  /** Ends the reading; what was read by then is kept, and reading again goes on from there. */
  stop(): void {
    if (!this.reading) return;
    this.isStopped = true;
    this.stopping.fire();
  }

  /** Looks for files anew, and reads each again. */
  async readAnew(): Promise<void> {
    this.isListed = false;
    await this.read();
  }

  private async readWithProgress(): Promise<void> {
    tellMenus(true);
    try {
      await vscode.window.withProgress({ location: { viewId: SIDEBAR } }, () => this.readWaiting());
    } finally {
      this.reading = undefined;
      tellMenus(false);
      this.changed.fire();
    }
    // What has changed while the last file was being read.
    if (!this.isRead()) this.readSoon();
  }

  private isRead(): boolean {
    return this.isListed && this.waiting.size === 0;
  }

  private async readWaiting(): Promise<void> {
    this.watch();
    if (!this.isListed) await this.list();
    let lastTold = 0;
    for (const [key, uri] of this.waiting) {
      await this.quiet();
      if (this.isStopped) return;
      this.waiting.delete(key);
      this.known.set(key, await this.analysisIn(uri));
      if (Date.now() - lastTold < TELL_MS) continue;
      lastTold = Date.now();
      this.changed.fire();
    }
  }

  private async list(): Promise<void> {
    const cancel = new vscode.CancellationTokenSource();
    const stopped = this.stopping.event(() => cancel.cancel());
    try {
      const files = await findMarkdownFiles(MOST_FILES + 1, cancel.token);
      if (cancel.token.isCancellationRequested) return;
      this.isCut = files.length > MOST_FILES;
      this.isListed = true;
      const present = new Map(files.slice(0, MOST_FILES).map(uri => [uri.toString(), uri]));
      for (const key of this.known.keys()) if (!present.has(key)) this.known.delete(key);
      for (const [key, uri] of present) this.waiting.set(key, uri);
    } finally {
      stopped.dispose();
      cancel.dispose();
    }
  }

  private async analysisIn(uri: vscode.Uri): Promise<Analysis | undefined> {
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > MOST_BYTES) return undefined;
      if (this.kept() + size > MOST_KEPT) {
        this.isCut = true;
        return undefined;
      }
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
      const state = this.analyses.stateOfClosed(uri, text);
      return state.kind === 'checked' ? state.analysis : undefined;
    } catch (error) {
      this.log.info(`${uri.toString()} is left out of the reports: ${String(error)}`);
      return undefined;
    }
  }

  private kept(): number {
    return [...this.known.values()].reduce((sum, analysis) => sum + (analysis?.report.text.length ?? 0), 0);
  }

  /** Resolves when nobody has typed for a moment, after all that is waiting to be handled. */
  private async quiet(): Promise<void> {
    let wait = 0;
    do {
      const pause = wait;
      await new Promise(resolve => setTimeout(resolve, pause));
      wait = this.lastTyped + QUIET_MS - Date.now();
    } while (wait > 0 && !this.isStopped);
  }

  private watch(): void {
    if (this.isWatched) return;
    this.isWatched = true;
    const watcher = vscode.workspace.createFileSystemWatcher(MARKDOWN_FILES);
    this.subscriptions.push(
      watcher,
      watcher.onDidCreate(uri => this.readAgain(uri)),
      watcher.onDidChange(uri => this.readAgain(uri)),
      watcher.onDidDelete(uri => this.forgetUnder(uri.toString())),
    );
  }

  private readAgain(uri: vscode.Uri): void {
    if (!this.isWatched || uri.path.includes('/node_modules/')) return;
    this.waiting.set(uri.toString(), uri);
    this.readSoon();
  }

  /** Forgets a file, or all in a folder. */
  private forgetUnder(gone: string): void {
    for (const map of [this.known, this.waiting])
      for (const key of map.keys()) if (key === gone || key.startsWith(`${gone}/`)) map.delete(key);
    this.changed.fire();
  }

  private readAllAgain(): void {
    if (!this.isWatched) return;
    this.isListed = false;
    this.readSoon();
  }

  private readSoon(): void {
    if (!this.isFollowed || this.isStopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), SOON_MS);
  }
}

function tellMenus(isReading: boolean): void {
  void vscode.commands.executeCommand('setContext', 'annotatedReading.reading', isReading);
}
