// How an item of the sidebar looks: its icon, badge, tooltip, and what a screen reader says of it.
import * as vscode from 'vscode';
import type { Severity } from '../core';
import { badgeUri, severityColor } from './badges';
import { COMMANDS } from './commands';
import { plainText } from './plainText';
import { gravest, isGathering, type NodeKind, type SidebarNode } from './sidebarNode';
import { confidenceRank } from './sidebarParts';

const ICONS: Readonly<Record<NodeKind, string>> = {
  report: 'book',
  section: 'list-tree',
  naming: 'person',
  rest: 'ellipsis',
  events: 'milestone',
  players: 'organization',
  judgments: 'law',
  data: 'graph',
  predictions: 'telescope',
  decisions: 'tasklist',
  questions: 'question',
  event: 'milestone',
  player: 'person',
  judgment: 'law',
  metric: 'graph',
  prediction: 'telescope',
  decision: 'tasklist',
  question: 'question',
  date: 'calendar',
  facts: 'checklist',
  measure: 'graph-line',
  figure: 'symbol-numeric',
  unconfirmed: 'unverified',
  drivers: 'rocket',
  source: 'references',
  position: 'compass',
  interests: 'target',
  confidence: 'pulse',
  mentions: 'list-flat',
  mention: 'quote',
  finding: 'info',
};

const FINDING_ICONS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'lightbulb',
};

/** Full, half and empty, for a high, a medium and a low confidence. */
const CONFIDENCE_ICONS = ['circle-filled', 'color-mode', 'circle-large'];

/** What an item is, where its own words do not say it. */
const KIND_NAMES: Partial<Record<NodeKind, string>> = {
  report: 'Report',
  section: 'Section',
  naming: 'Player',
  event: 'Event',
  player: 'Player',
  judgment: 'Judgment',
  metric: 'Key data',
  prediction: 'Prediction',
  decision: 'Decision',
  question: 'Question',
  date: 'Date',
  measure: 'Measure',
  figure: 'Figure',
  unconfirmed: 'Unconfirmed figure',
  mention: 'Mention',
  finding: 'Finding',
};

const OPEN_AT_FIRST: ReadonlySet<NodeKind> = new Set(['events', 'players', 'judgments', 'section']);
const MOST_FINDINGS = 5;

/** The item of a node. Its commands are given the id, by which the node is found when they run. */
export function itemOf(
  id: string,
  node: SidebarNode,
  isOpen = OPEN_AT_FIRST.has(node.kind),
): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(node.label, !node.hasChildren ? None : isOpen ? Expanded : Collapsed);
  const { length } = node.findings;
  const severity = gravest(node.findings);
  item.id = id;
  item.description = node.description;
  item.contextValue = contextOf(node);
  item.iconPath = new vscode.ThemeIcon(iconOf(node, severity), severity && severityColor(severity));
  if (length > 0 && severity && node.kind !== 'finding') item.resourceUri = badgeUri(length, severity);
  item.tooltip = tooltipOf(node);
  item.accessibilityInformation = { label: accessibleLabel(node) };
  if (node.span) item.command = { command: COMMANDS.goToText, title: 'Go to Text', arguments: [id] };
  return item;
}

/** The words by which menus choose their commands. */
function contextOf({ kind, span, findings }: SidebarNode): string {
  return [
    span ? 'text' : '',
    findings.length > 0 && !isGathering(kind) ? 'findings' : '',
    kind === 'player' || kind === 'naming' ? 'player' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function iconOf({ kind, description }: SidebarNode, severity: Severity | undefined): string {
  if (kind === 'finding' && severity) return FINDING_ICONS[severity];
  return (kind === 'judgment' && CONFIDENCE_ICONS[confidenceRank(description)]) || ICONS[kind];
}

/** Report text goes in as text, so that no Markdown in it takes effect. */
function tooltipOf({ kind, detail, label, description, findings }: SidebarNode): vscode.MarkdownString {
  const plain = (text: string) => plainText(text, true);
  const paragraphs = [plain(detail || label)];
  if (description && description !== detail) paragraphs.push(plain(description));
  if (findings.length > 0 && kind !== 'finding') paragraphs.push(`**${counted(findings.length)}**`);
  if (findings.length > 0 && kind !== 'finding' && !isGathering(kind)) {
    const lines = findings
      .slice(0, MOST_FINDINGS)
      .map(({ severity, message }) => `- $(${FINDING_ICONS[severity]}) ${plain(message)}`);
    if (findings.length > MOST_FINDINGS) lines.push(`- and ${findings.length - MOST_FINDINGS} more`);
    paragraphs.push(lines.join('\n'));
  }
  return new vscode.MarkdownString(paragraphs.join('\n\n'), true);
}

function accessibleLabel({ kind, label, description, findings }: SidebarNode): string {
  const name = KIND_NAMES[kind];
  const severity = kind === 'finding' ? gravest(findings) : undefined;
  const count = kind === 'finding' || findings.length === 0 ? '' : counted(findings.length);
  return [name ? `${name}: ${label}` : label, severity, description, count].filter(Boolean).join(', ');
}

function counted(findings: number): string {
  return findings === 1 ? '1 finding' : `${findings} findings`;
}
