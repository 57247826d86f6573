// One analysis for each version of a document, shared by everything that VS Code shows. It is worked out in slices, so
// that whoever types is never kept waiting, and given up when the text has changed meanwhile. What VS Code asks for by
// itself waits for it (`whenRead`), unless it can be told of places that have moved since the last reading
// (`latestReadingOf`); what is on the screen stays as it was (`latestStateOf`); only what a reader orders to be done with
// the text takes the rest at once (`stateOf`).
import * as vscode from 'vscode';
import {
  type Analysis,
  type AnalyzeOptions,
  analyzeInSteps,
  type CitationStyle,
  finish,
  Memory,
  profileSeverities,
  readsAsReport,
  type Steps,
} from '../core';
import { optionsFor } from '../project/projectFile';
import type { AttachedSources } from './attachedSources';
import { BibliographyFiles } from './bibliographyFiles';
import { LatestReadings, type Reading } from './latestReadings';
import { ProjectFiles } from './projectFiles';
import { type DraftFile, isDraft, scopeOf } from './scope';
import { parseSettings, type Settings } from './settings';
import { SlicedWork } from './slicedWork';

/** What is known of a document at its present version. */
export type State =
  | {
      readonly kind: 'checked';
      readonly analysis: Analysis;
      readonly options: AnalyzeOptions;
      readonly citationStyle: CitationStyle;
    }
  | { readonly kind: 'leftAlone' }
  | { readonly kind: 'failed' };

interface Entry {
  readonly version: number;
  readonly work: SlicedWork<State>;
}

/** Time without a keystroke after which what is shown follows the text. */
const PAUSE_MS = 250;

export class Analyses implements vscode.Disposable {
  private readonly entries = new Map<string, Entry>();
  private readonly latest = new LatestReadings();
  /** What an edit leaves alone, for as long as the document is open. */
  private readonly memories = new WeakMap<vscode.TextDocument, Memory>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Documents that are checked because the reader asked, until the window closes. */
  private readonly asked = new Set<string>();
  private readonly reported = new Set<string>();
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly forgotten = new vscode.EventEmitter<vscode.Uri>();
  private readonly reset = new vscode.EventEmitter<void>();
  private readonly outdated = new vscode.EventEmitter<vscode.Uri>();
  private readonly projects: ProjectFiles;
  private readonly bibliographies: BibliographyFiles;
  private readonly subscriptions: vscode.Disposable[];

  /** Fires when a document's state may be another than before. */
  readonly onDidChange = this.changed.event;
  /** Fires when a document was closed, deleted or renamed. */
  readonly onDidForget = this.forgotten.event;
  /** Fires when settings or project files may say something else than before of any file. */
  readonly onDidReset = this.reset.event;
  /** Fires when a file that no editor has open may be in another state than it was read in. */
  readonly onDidOutdate = this.outdated.event;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly attached: AttachedSources,
  ) {
    const { workspace } = vscode;
    this.projects = new ProjectFiles(log);
    this.bibliographies = new BibliographyFiles(log);
    this.subscriptions = [
      this.projects,
      this.projects.onDidChange(() => this.refreshAll()),
      this.bibliographies,
      this.bibliographies.onDidChange(reports => this.refreshThese(reports)),
      this.attached.onDidChange(reports => this.refreshThese(reports)),
      this.changed,
      this.forgotten,
      this.reset,
      this.outdated,
      workspace.onDidOpenTextDocument(document => this.refresh(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        this.latest.follow(document, contentChanges);
        this.refreshSoon(document);
      }),
      workspace.onDidCloseTextDocument(document => this.forget(document.uri)),
      workspace.onDidDeleteFiles(({ files }) => this.forgetUnder(files)),
      workspace.onDidRenameFiles(({ files }) => this.forgetUnder(files.map(({ oldUri }) => oldUri))),
      workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration('annotatedReading')) this.refreshAll();
      }),
    ];
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The state of a document at its present version, at once; undefined for a document that is never looked at. */
  stateOf(document: vscode.TextDocument): State | undefined {
    return isLookedAt(document) ? this.workOn(document).finish() : undefined;
  }

  /** The state that was known last, which may be that of an earlier version; undefined when none is known yet. */
  latestStateOf(document: vscode.TextDocument): State | undefined {
    return isLookedAt(document) ? this.latest.stateOf(document) : undefined;
  }

  /**
   * What was read last of a document that is checked: at once while its text is being read again, so that only the first
   * reading keeps anybody waiting.
   */
  async latestReadingOf(document: vscode.TextDocument): Promise<Reading | undefined> {
    if (!this.latestStateOf(document)) await this.whenRead(document);
    return this.latest.readingOf(document);
  }

  /** Like `stateOf`, without keeping anybody waiting; undefined also when the text changes before it is known. */
  async whenRead(document: vscode.TextDocument): Promise<State | undefined> {
    const { version } = document;
    while (isLookedAt(document) && document.version === version) {
      const state = await this.workOn(document).done;
      if (state) return state;
    }
    return undefined;
  }

  /** The analysis of a document at its present version, when it is checked; see `whenRead`. */
  async whenAnalyzed(document: vscode.TextDocument): Promise<Analysis | undefined> {
    const state = await this.whenRead(document);
    return state?.kind === 'checked' ? state.analysis : undefined;
  }

  /** The analysis of a document at its present version, when it is checked. */
  analysisOf(document: vscode.TextDocument): Analysis | undefined {
    const state = this.stateOf(document);
    return state?.kind === 'checked' ? state.analysis : undefined;
  }

  /** The state of a file that no editor has open, of the text that it holds. It is worked out at each call. */
  stateOfClosed(uri: vscode.Uri, text: string): State {
    return finish(this.read({ uri, isUntitled: false, languageId: 'markdown' }, text));
  }

  /** The bibliography files for a report, those with entries first; one that is named need not exist. */
  bibliographyFilesOf(document: vscode.TextDocument): readonly vscode.Uri[] {
    return this.bibliographies.urisFor(document, document.getText(), this.projects.projectOf(document));
  }

  /** Like `analysisOf`, once the files that it depends on are read: for a document that was opened just now. */
  async settledAnalysisOf(document: vscode.TextDocument): Promise<Analysis | undefined> {
    await this.whenRead(document);
    await this.projects.idle();
    await this.whenRead(document);
    await this.bibliographies.idle();
    return this.whenAnalyzed(document);
  }

  checkAnyway(document: vscode.TextDocument): void {
    this.asked.add(document.uri.toString());
    this.outdate(document.uri.toString());
    this.refresh(document);
  }

  refreshAll(): void {
    for (const key of [...this.entries.keys()]) this.outdate(key);
    this.reported.clear();
    for (const document of vscode.workspace.textDocuments) this.refresh(document);
    this.reset.fire();
  }

  private refreshThese(reports: readonly vscode.Uri[]): void {
    const { textDocuments } = vscode.workspace;
    for (const report of reports) {
      const document = textDocuments.find(({ uri }) => uri.toString() === report.toString());
      this.outdate(report.toString());
      if (document) this.refresh(document);
      else this.outdated.fire(report);
    }
  }

  /** The work on a document's present version. */
  private workOn(document: vscode.TextDocument): SlicedWork<State> {
    const key = document.uri.toString();
    const { version } = document;
    const entry = this.entries.get(key);
    if (entry?.version === version) return entry.work;
    this.outdate(key);
    const work = new SlicedWork(this.readAndKeep(document));
    this.entries.set(key, { version, work });
    void work.done.then(state => {
      if (state?.kind === 'checked') this.attached.want(document, this.projects.projectOf(document));
    });
    return work;
  }

  /** What is known of a document's present version holds no longer; its latest state is shown until the next is known. */
  private outdate(key: string): void {
    this.entries.get(key)?.work.cancel();
    this.entries.delete(key);
  }

  private *readAndKeep(document: vscode.TextDocument): Steps<State> {
    const { version } = document;
    const state = yield* this.read(document, document.getText(), this.memoryOf(document));
    if (state.kind === 'failed') this.memories.delete(document);
    this.latest.set(document, version, state);
    return state;
  }

  private *read(file: DraftFile, text: string, memory?: Memory): Steps<State> {
    try {
      const settings = this.settingsFor(file);
      const found = this.projects.projectOf(file);
      const asked = this.asked.has(file.uri.toString());
      if (!asked && this.attached.isAttached(file.uri)) return { kind: 'leftAlone' };
      const scope = asked ? 'check' : scopeOf(file, settings, found);
      if (scope === 'leave') return { kind: 'leftAlone' };
      const shared = found ? optionsFor(found.project, found.path) : {};
      // What a team shares goes before what one of them has set.
      const severities = {
        ...profileSeverities(settings.profile),
        ...settings.severity,
        ...shared.severities,
      };
      const entries = this.bibliographies.entriesFor(file, text, found);
      const documents = this.attached.documentsFor(file.uri);
      const options = { ...shared, severities, sources: { ...shared.sources, entries, documents } };
      const analysis = yield* analyzeInSteps(text, options, memory);
      const checked = scope === 'check' || readsAsReport(analysis.report);
      const { citationStyle } = settings;
      return checked ? { kind: 'checked', analysis, options, citationStyle } : { kind: 'leftAlone' };
    } catch (error) {
      this.log.error(`${file.uri.toString()}: ${error instanceof Error ? error.stack : String(error)}`);
      const path = vscode.workspace.asRelativePath(file.uri);
      this.tell(
        `${path} could not be checked because of an error in Annotated Reading; the log has the details.`,
      );
      return { kind: 'failed' };
    }
  }

  private memoryOf(document: vscode.TextDocument): Memory {
    const memory = this.memories.get(document) ?? new Memory();
    this.memories.set(document, memory);
    return memory;
  }

  private settingsFor(file: DraftFile): Settings {
    const configuration = vscode.workspace.getConfiguration('annotatedReading', file);
    const { settings, problems } = parseSettings(key => ({
      value: configuration.get(key),
      fallback: configuration.inspect(key)?.defaultValue,
    }));
    for (const problem of problems) this.tell(`Setting ${problem} The default is used instead.`);
    return settings;
  }

  /** Says something once, and again only after the settings have changed. */
  private tell(message: string): void {
    if (this.reported.has(message)) return;
    this.reported.add(message);
    this.log.warn(message);
    void vscode.window.showWarningMessage(`Annotated Reading: ${message}`, 'Show Log').then(choice => {
      if (choice) this.log.show();
    });
  }

  private refreshSoon(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    this.outdate(key);
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.refresh(document), PAUSE_MS),
    );
  }

  private refresh(document: vscode.TextDocument): void {
    this.cancelTimer(document.uri);
    void this.whenRead(document).then(state => {
      if (state) this.changed.fire(document);
    });
  }

  private cancelTimer(uri: vscode.Uri): void {
    clearTimeout(this.timers.get(uri.toString()));
    this.timers.delete(uri.toString());
  }

  private forget(uri: vscode.Uri): void {
    this.cancelTimer(uri);
    this.outdate(uri.toString());
    this.latest.forget(uri.toString());
    this.forgotten.fire(uri);
  }

  /** Forgets files, and everything in folders. */
  private forgetUnder(uris: readonly vscode.Uri[]): void {
    const gone = uris.map(uri => uri.toString());
    for (const key of this.latest.keys()) {
      const isGone = gone.some(uri => key === uri || key.startsWith(`${uri}/`));
      if (isGone) this.forget(vscode.Uri.parse(key));
    }
  }
}

function isLookedAt(document: vscode.TextDocument): boolean {
  return !document.isClosed && isDraft(document);
}
