// The commands in the sidebar's title, on its items and in their context menu.
import * as vscode from 'vscode';
import type { Span } from '../core';
import { COMMANDS } from './commands';
import type { EditsSince } from './editsSince';
import { rangeOf } from './positions';
import type { CursorFollower } from './sidebarCursor';
import { gravest, type SidebarNode } from './sidebarNode';
import { GROUPINGS, type Grouping } from './sidebarNodes';
import { ORDERS, type Order } from './sidebarParts';
import type { SidebarProvider } from './sidebarProvider';
import type { SidebarView } from './sidebarView';

const ORDER_LABELS: Readonly<Record<Order, string>> = {
  subject: 'By Date and Confidence',
  text: 'As in the Report',
  findings: 'Most Findings First',
};

const GROUPING_LABELS: Readonly<Record<Grouping, string>> = {
  kind: 'By Kind: Events, Players, Judgments …',
  section: 'By Section of the Report',
  player: 'By Player',
};

/** What the commands on items work with. */
export interface Shown {
  readonly view: vscode.TreeView<string>;
  readonly provider: SidebarProvider;
  readonly cursor: CursorFollower;
  /** Brings the tree up to what was read last of a text, and says how that has changed since. */
  readonly catchUp: (document: vscode.TextDocument) => Promise<EditsSince | undefined>;
  readonly whenRead: (document: vscode.TextDocument) => Promise<unknown>;
}

export function registerViewActions(looks: SidebarView): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(COMMANDS.filterParts, (words?: unknown) =>
      typeof words === 'string' ? looks.filter(words) : askFilter(looks),
    ),
    registerCommand(COMMANDS.clearFilter, () => looks.filter('')),
    registerCommand(COMMANDS.onlyWithFindings, () => looks.showOnlyWithFindings(true)),
    registerCommand(COMMANDS.allParts, () => looks.showOnlyWithFindings(false)),
    registerCommand(COMMANDS.sortParts, async () => {
      const order = await pick('Sort the Report', ORDERS, ORDER_LABELS, looks.order);
      if (order) await looks.sort(order);
    }),
    registerCommand(COMMANDS.groupParts, async () => {
      const grouping = await pick('Group the Report', GROUPINGS, GROUPING_LABELS, looks.grouping);
      if (grouping) await looks.group(grouping);
    }),
    registerCommand(COMMANDS.allReports, () => looks.showAllReports(true)),
    registerCommand(COMMANDS.activeReport, () => looks.showAllReports(false)),
    registerCommand(COMMANDS.followCursor, () => looks.followCursor(true)),
    registerCommand(COMMANDS.stopFollowingCursor, () => looks.followCursor(false)),
  );
}

export function registerItemActions(shown: Shown, looks: SidebarView): vscode.Disposable {
  const { view, provider } = shown;
  /** A keyboard shortcut names no item: it means the selected one. */
  const register = (command: string, run: (id: string, node: SidebarNode) => unknown) =>
    vscode.commands.registerCommand(command, (given?: unknown) => {
      const id = typeof given === 'string' ? given : view.selection[0];
      const node = id === undefined ? undefined : provider.nodeOf(id);
      return id === undefined || !node ? undefined : run(id, node);
    });
  return vscode.Disposable.from(
    register(COMMANDS.goToText, id => goToText(shown, id)),
    register(COMMANDS.fixFindings, async (id, { findings }) => {
      const severity = gravest(findings);
      const index = findings.findIndex(finding => finding.severity === severity);
      if (await goToText(shown, id, node => node.findings[index]?.span))
        await vscode.commands.executeCommand('editor.action.quickFix');
    }),
    register(COMMANDS.onlyThisPlayer, (_, { label }) => looks.filter(label)),
    register(COMMANDS.copyText, async (id, node) => {
      const text = node.kind === 'finding' ? node.label : await textOf(shown, id, node);
      await vscode.env.clipboard.writeText(text);
    }),
  );
}

/** Selects an item's text in the editor. */
async function goToText(
  shown: Shown,
  id: string,
  spanOf = (node: SidebarNode) => node.span,
): Promise<boolean> {
  const place = await placeOf(shown, id, spanOf);
  if (!place) return false;
  const { document, range } = place;
  const selection = new vscode.Selection(range.start, range.end);
  shown.cursor.stayFor(selection);
  const editor = vscode.window.visibleTextEditors.find(one => one.document === document);
  await vscode.window.showTextDocument(document, {
    selection,
    ...(editor?.viewColumn ? { viewColumn: editor.viewColumn } : {}),
  });
  return true;
}

async function textOf(shown: Shown, id: string, { label }: SidebarNode): Promise<string> {
  const place = await placeOf(shown, id, node => node.span);
  return place ? place.document.getText(place.range) : label;
}

/**
 * Where a span of an item stands in its document now. The item is looked up again, because the text may have moved on
 * since it was shown; only where its own words have changed is there a reading to wait for.
 */
async function placeOf(
  { provider, catchUp, whenRead }: Shown,
  id: string,
  spanOf: (node: SidebarNode) => Span | undefined,
): Promise<{ readonly document: vscode.TextDocument; readonly range: vscode.Range } | undefined> {
  const uri = provider.uriOf(id);
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  if (!document) return undefined;
  const spanNow = async () => {
    const since = await catchUp(document);
    const node = provider.nodeOf(id);
    const span = node && spanOf(node);
    return span && since?.spanNow(span);
  };
  let span = await spanNow();
  if (!span && (await whenRead(document))) span = await spanNow();
  return span && { document, range: rangeOf(document, span) };
}

async function askFilter(looks: SidebarView): Promise<void> {
  const words = await vscode.window.showInputBox({
    title: 'Filter the Report',
    prompt: 'Only parts with these words are shown; a player’s name finds its other names, too',
    value: looks.words,
  });
  if (words !== undefined) looks.filter(words.trim());
}

async function pick<T extends string>(
  title: string,
  choices: readonly T[],
  labels: Readonly<Record<T, string>>,
  current: T,
): Promise<T | undefined> {
  const items = choices.map(choice => ({
    label: labels[choice],
    description: choice === current ? 'current' : '',
    choice,
  }));
  return (await vscode.window.showQuickPick(items, { title }))?.choice;
}
