// How the reader wants the sidebar: which reports, gathered and ordered how, and so on. Remembered, but for the filter.
import * as vscode from 'vscode';
import { GROUPINGS, type Grouping } from './sidebarNodes';
import { ORDERS, type Order } from './sidebarParts';

const KEYS = {
  reports: 'sidebar.allReports',
  grouping: 'sidebar.grouping',
  order: 'sidebar.order',
  findings: 'sidebar.onlyWithFindings',
  follow: 'sidebar.followCursor',
};

export class SidebarView implements vscode.Disposable {
  /** Only parts with these words in them are shown. */
  words = '';
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {
    this.tellMenus();
  }

  /** All reports of the workspace, rather than that of the active editor. */
  get showsAllReports(): boolean {
    return this.memory.get<unknown>(KEYS.reports) === true;
  }

  get grouping(): Grouping {
    const kept = this.memory.get<unknown>(KEYS.grouping);
    return GROUPINGS.find(grouping => grouping === kept) ?? 'kind';
  }

  get order(): Order {
    const kept = this.memory.get<unknown>(KEYS.order);
    return ORDERS.find(order => order === kept) ?? 'subject';
  }

  get onlyWithFindings(): boolean {
    return this.memory.get<unknown>(KEYS.findings) === true;
  }

  get followsCursor(): boolean {
    return this.memory.get<unknown>(KEYS.follow) === true;
  }

  filter(words: string): void {
    this.words = words;
    this.tell();
  }

  showAllReports(all: boolean): Promise<void> {
    return this.remember(KEYS.reports, all);
  }

  group(grouping: Grouping): Promise<void> {
    return this.remember(KEYS.grouping, grouping);
  }

  sort(order: Order): Promise<void> {
    return this.remember(KEYS.order, order);
  }

  showOnlyWithFindings(only: boolean): Promise<void> {
    return this.remember(KEYS.findings, only);
  }

  followCursor(follow: boolean): Promise<void> {
    return this.remember(KEYS.follow, follow);
  }

  /** What the reader must know to understand that parts are missing. */
  message(): string {
    const words = this.words ? `with “${this.words}”` : '';
    const findings = this.onlyWithFindings ? 'with findings' : '';
    const limits = [words, findings].filter(Boolean).join(' and ');
    return limits && `Only parts ${limits}`;
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async remember(key: string, value: boolean | string): Promise<void> {
    await this.memory.update(key, value);
    this.tell();
  }

  private tell(): void {
    this.tellMenus();
    this.changed.fire();
  }

  private tellMenus(): void {
    const set = (key: string, value: boolean) =>
      void vscode.commands.executeCommand('setContext', `annotatedReading.${key}`, value);
    set('allReports', this.showsAllReports);
    set('filtered', this.words !== '');
    set('onlyWithFindings', this.onlyWithFindings);
    set('followsCursor', this.followsCursor);
  }
}
