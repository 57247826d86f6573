// The documents attached to reports: found in their folders, read on another thread, and followed when they change.
import * as vscode from 'vscode';
import type { IndexedDocument } from '../core';
import { type DocumentCache, hashOf } from '../documents/cache';
import { LIMITS, tooLarge } from '../documents/limits';
import type { DocumentReader } from '../documents/reader';
import { sourceFolders } from '../project/sourceFolders';
import type { ProjectOf } from './projectFiles';
import { type FoundFile, SourceFolder } from './sourceFolder';

export type AttachedState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly page: number; readonly pages: number }
  | { readonly kind: 'read'; readonly index: IndexedDocument }
  /** The reason is words that follow the document's name. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'stopped' };

export interface AttachedFile extends FoundFile {
  readonly state: AttachedState;
}

/** Undefined where documents cannot be read at all. */
export interface Means {
  readonly reader: DocumentReader | undefined;
  readonly cache: DocumentCache | undefined;
}

interface Folder {
  readonly folder: SourceFolder;
  /** By path, in the order of paths. */
  files: ReadonlyMap<string, AttachedFile>;
}

const NO_THREADS = 'is not read here: this VS Code runs without the threads for it';

export class AttachedSources implements vscode.Disposable {
  private readonly folders = new Map<string, Folder>();
  /** By report: the folders that it was last said to have. */
  private readonly ofReports = new Map<string, readonly string[]>();
  /** By report, as long as no document has changed: handed out as the same list. */
  private readonly documents = new Map<string, readonly IndexedDocument[]>();
  private readonly changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  private readonly progressed = new vscode.EventEmitter<void>();
  private stopping = new AbortController();
  private work: Promise<void> = Promise.resolve();
  private pending = 0;

  /** Fires with the reports whose documents are others than before, and with these documents. */
  readonly onDidChange = this.changed.event;
  /** Fires whenever the state of a file is another. */
  readonly onDidProgress = this.progressed.event;

  constructor(
    private readonly means: Promise<Means>,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  dispose(): void {
    this.stopping.abort();
    this.changed.dispose();
    this.progressed.dispose();
    for (const { folder } of this.folders.values()) folder.dispose();
    void this.means.then(({ reader }) => reader?.dispose());
  }

  /** True while files wait to be read. */
  get isReading(): boolean {
    return this.pending > 0;
  }

  /** What has been read for a report so far; the same list as long as nothing has changed. */
  documentsFor(report: vscode.Uri): readonly IndexedDocument[] {
    const key = report.toString();
    const known = this.documents.get(key);
    if (known) return known;
    const documents = this.filesFor(report).flatMap(({ state }) =>
      state.kind === 'read' ? [state.index] : [],
    );
    this.documents.set(key, documents);
    return documents;
  }

  /** Every file that is attached to a report, the report itself left out. */
  filesFor(report: vscode.Uri): readonly AttachedFile[] {
    return (this.ofReports.get(report.toString()) ?? [])
      .flatMap(key => [...(this.folders.get(key)?.files.values() ?? [])])
      .filter(({ uri }) => uri.toString() !== report.toString());
  }

  /** The folders of a report's documents, whether they are there or not. */
  foldersOf(report: vscode.Uri): readonly vscode.Uri[] {
    return (this.ofReports.get(report.toString()) ?? []).flatMap(
      key => this.folders.get(key)?.folder.uri ?? [],
    );
  }

  /** True for a file in a folder that holds documents alone: it is no draft, whatever it reads like. */
  isAttached(uri: vscode.Uri): boolean {
    const holds = (key: string, address: string) =>
      [...(this.folders.get(key)?.files.values() ?? [])].some(file => file.uri.toString() === address);
    return [...this.folders.keys()].some(
      key => holds(key, uri.toString()) && !this.reportsOf(key).some(report => holds(key, report)),
    );
  }

  /** All files, of whatever report. */
  files(): readonly AttachedFile[] {
    return [...this.folders.values()].flatMap(({ files }) => [...files.values()]);
  }

  /** Sees to it that the documents of a report are read; `onDidChange` tells when they have been. */
  want({ uri, isUntitled }: vscode.TextDocument, found: ProjectOf | undefined): void {
    if (isUntitled) return;
    const top = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
    const report = uri.path.slice(top.path.replace(/\/$/, '').length + 1);
    const paths = sourceFolders({
      report,
      project: found?.project,
      folder: found ? report.slice(0, Math.max(0, report.length - found.path.length - 1)) : '',
    });
    const keys = paths.map(path => this.folderAt(top, path));
    const before = this.ofReports.get(uri.toString());
    this.ofReports.set(uri.toString(), keys);
    if (before?.join('\n') === keys.join('\n')) return;
    this.documents.delete(uri.toString());
    const isKnown = this.filesFor(uri).some(({ state }) => state.kind === 'read');
    // Whoever wants the documents is in the midst of an analysis.
    if (isKnown) queueMicrotask(() => this.changed.fire([uri]));
  }

  /** Stops reading; what has not been read is left so. */
  stop(): void {
    this.stopping.abort();
    this.stopping = new AbortController();
  }

  /** Reads again what was stopped or could not be read. */
  readAgain(): void {
    for (const [key, folder] of this.folders) {
      folder.files = new Map([...folder.files].filter(([, { state }]) => state.kind === 'read'));
      this.enqueue(signal => this.look(key, signal));
    }
  }

  /** The key of a folder, which is followed from now on. */
  private folderAt(top: vscode.Uri, path: string): string {
    const key = `${top.toString()}\n${path}`;
    if (!this.folders.has(key)) {
      const look = () => this.enqueue(signal => this.look(key, signal));
      this.folders.set(key, { folder: new SourceFolder(top, path, look), files: new Map() });
      look();
    }
    return key;
  }

  /** Does one thing after the other, so that only one document is held in memory while it is read. */
  private enqueue(task: (signal: AbortSignal) => Promise<void>): void {
    const { signal } = this.stopping;
    this.pending++;
    this.work = this.work.then(async () => {
      try {
        await task(signal);
      } catch (error) {
        this.log.error(`Sources could not be read: ${error instanceof Error ? error.stack : String(error)}`);
      } finally {
        this.pending--;
        this.progressed.fire();
      }
    });
  }

  /** Looks through a folder and reads what is new or other than before. */
  private async look(key: string, signal: AbortSignal): Promise<void> {
    const known = this.folders.get(key);
    if (!known) return;
    const before = known.files;
    const found = await known.folder.files();
    known.files = new Map(
      found.map(file => {
        const old = before.get(file.path);
        return [
          file.path,
          { ...file, state: old?.version === file.version ? old.state : { kind: 'waiting' } },
        ];
      }),
    );
    let isOther = [...before].some(([path, { state }]) => state.kind === 'read' && !known.files.has(path));
    for (const file of [...known.files.values()]) {
      if (file.state.kind !== 'waiting') continue;
      const state = await this.read(file, known, signal);
      if (state.kind === 'unreadable') this.log.warn(`${file.uri.toString()} ${state.reason}.`);
      this.set(known, file, state);
      isOther ||= state.kind === 'read' || before.get(file.path)?.state.kind === 'read';
    }
    if (!isOther) return;
    const reports = this.reportsOf(key);
    for (const report of reports) this.documents.delete(report);
    this.changed.fire([...reports.map(report => vscode.Uri.parse(report)), ...found.map(({ uri }) => uri)]);
  }

  /** The addresses of the reports that a folder is for. */
  private reportsOf(key: string): readonly string[] {
    return [...this.ofReports].filter(([, keys]) => keys.includes(key)).map(([report]) => report);
  }

  private async read(file: AttachedFile, folder: Folder, signal: AbortSignal): Promise<AttachedState> {
    if (signal.aborted) return { kind: 'stopped' };
    const { reader, cache } = await this.means;
    if (!reader) return { kind: 'unreadable', reason: NO_THREADS };
    if (file.size > LIMITS.bytes)
      return { kind: 'unreadable', reason: tooLarge('is too large to be read').message };
    this.set(folder, file, { kind: 'reading', page: 0, pages: 0 });
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(file.uri);
    } catch (error) {
      return {
        kind: 'unreadable',
        reason: `cannot be opened (${error instanceof Error ? error.message : error})`,
      };
    }
    const content = await hashOf(bytes);
    const cached = await this.inCache(() => cache?.get(content, file.path));
    if (cached) return { kind: 'read', index: cached };
    const onProgress = (page: number, pages: number) =>
      this.set(folder, file, { kind: 'reading', page, pages });
    const result = await reader.read({ bytes, path: file.path }, { onProgress, signal });
    if (!result) return { kind: 'stopped' };
    if (result.kind === 'unreadable') return result;
    await this.inCache(() => cache?.put(content, result.index));
    return { kind: 'read', index: result.index };
  }

  /** The cache only saves time: without it, documents are read all the same. */
  private async inCache<T>(use: () => Promise<T> | undefined): Promise<T | undefined> {
    try {
      return await use();
    } catch (error) {
      this.log.warn(`The cache of sources cannot be used: ${String(error)}`);
      return undefined;
    }
  }

  private set(folder: Folder, file: AttachedFile, state: AttachedState): void {
    folder.files = new Map(folder.files).set(file.path, { ...file, state });
    this.progressed.fire();
  }
}
