// The commands in the sidebar's title and in the context menu of its items.
import * as vscode from 'vscode';
import { COMMANDS } from './commands';
import type { CurrentReport } from './currentReport';
import type { SidebarNode } from './sidebarNode';
import type { Order } from './sidebarNodes';
import type { SidebarView } from './sidebarView';

const ORDER_LABELS: Readonly<Record<Order, string>> = {
  subject: 'By Date and Confidence',
  text: 'As in the Report',
  findings: 'Most Findings First',
};

export function registerSidebarActions(
  looks: SidebarView,
  current: CurrentReport,
  refresh: () => void,
): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(COMMANDS.filterParts, (words?: unknown) =>
      typeof words === 'string' ? looks.filter(words) : askFilter(looks),
    ),
    registerCommand(COMMANDS.clearFilter, () => looks.filter('')),
    registerCommand(COMMANDS.onlyWithFindings, () => looks.showOnlyWithFindings(true)),
    registerCommand(COMMANDS.allParts, () => looks.showOnlyWithFindings(false)),
    registerCommand(COMMANDS.sortParts, () => askOrder(looks)),
    registerCommand(COMMANDS.followCursor, () => looks.followCursor(true)),
    registerCommand(COMMANDS.stopFollowingCursor, () => looks.followCursor(false)),
    registerCommand(COMMANDS.refreshParts, refresh),
    registerCommand(COMMANDS.copyText, async (node: SidebarNode) => {
      const text = node.kind === 'finding' || !node.span ? node.label : textOf(current, node);
      await vscode.env.clipboard.writeText(text);
    }),
    registerCommand(COMMANDS.goToText, async (node: SidebarNode) => {
      const uri = current.document?.uri.toString();
      if (uri && node.span) await vscode.commands.executeCommand(COMMANDS.reveal, uri, node.span);
    }),
  );
}

function textOf({ state }: CurrentReport, { span, detail }: SidebarNode): string {
  if (!span || state?.kind !== 'checked') return detail;
  return state.analysis.report.text.slice(span.start, span.end);
}

async function askFilter(looks: SidebarView): Promise<void> {
  const words = await vscode.window.showInputBox({
    title: 'Filter the Report',
    prompt: 'Only parts with these words are shown',
    value: looks.words,
  });
  if (words !== undefined) looks.filter(words.trim());
}

async function askOrder(looks: SidebarView): Promise<void> {
  const orders: readonly Order[] = ['subject', 'text', 'findings'];
  const items = orders.map(order => ({
    label: ORDER_LABELS[order],
    description: order === looks.order ? 'current' : '',
    order,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: 'Sort the Report' });
  if (picked) await looks.sort(picked.order);
}
