// How the reader wants the sidebar: its filter, its order, and whether it follows the cursor. Remembered, but for the filter.
import * as vscode from 'vscode';
import { ORDERS, type Order } from './sidebarNodes';

const KEYS = { order: 'sidebar.order', findings: 'sidebar.onlyWithFindings', follow: 'sidebar.followCursor' };

export class SidebarView implements vscode.Disposable {
  /** Only parts with these words in them are shown. */
  words = '';
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {
    this.tellMenus();
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

  async sort(order: Order): Promise<void> {
    await this.memory.update(KEYS.order, order);
    this.tell();
  }

  async showOnlyWithFindings(only: boolean): Promise<void> {
    await this.memory.update(KEYS.findings, only);
    this.tell();
  }

  async followCursor(follow: boolean): Promise<void> {
    await this.memory.update(KEYS.follow, follow);
    this.tell();
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

  private tell(): void {
    this.tellMenus();
    this.changed.fire();
  }

  private tellMenus(): void {
    const set = (key: string, value: boolean) =>
      void vscode.commands.executeCommand('setContext', `annotatedReading.${key}`, value);
    set('filtered', this.words !== '');
    set('onlyWithFindings', this.onlyWithFindings);
    set('followsCursor', this.followsCursor);
  }
}
