// What the sidebar shows: the parts of the active editor's report, or all reports of the workspace with theirs.
import * as vscode from 'vscode';
import type { Analysis } from '../core';
import type { CurrentReport } from './currentReport';
import { groupOf, type SidebarNode } from './sidebarNode';
import { filtered, sidebarNodes, wordsMeant } from './sidebarNodes';
import type { SidebarView } from './sidebarView';
import type { WorkspaceReports } from './workspaceReports';

interface Made {
  /** How the reader wanted them. */
  readonly looks: string;
  readonly nodes: readonly SidebarNode[];
}

export class SidebarReports {
  /** An analysis that is shown again in the same way gives the same nodes. */
  private readonly made = new WeakMap<Analysis, Made>();
  private readonly uris = new WeakMap<SidebarNode, vscode.Uri>();

  constructor(
    private readonly current: CurrentReport,
    private readonly workspace: WorkspaceReports,
    private readonly looks: SidebarView,
  ) {}

  /** The top of the tree; empty when there is nothing to show. */
  roots(): readonly SidebarNode[] {
    if (this.looks.showsAllReports) return this.reportNodes();
    const { state } = this.current;
    return state?.kind === 'checked' ? this.nodesOf(state.analysis) : [];
  }

  /** The file that an item at the top of the tree, and all below it, belongs to. */
  uriOf(root: SidebarNode): vscode.Uri | undefined {
    return this.uris.get(root) ?? this.current.document?.uri;
  }

  /** Whether it is the report of the active editor. */
  isActive(root: SidebarNode): boolean {
    return this.uriOf(root)?.toString() === this.current.document?.uri.toString();
  }

  private reportNodes(): readonly SidebarNode[] {
    const isLimited = this.looks.words !== '' || this.looks.onlyWithFindings;
    return this.workspace.reports().flatMap(({ uri, analysis }) => {
      const children = this.nodesOf(analysis);
      if (isLimited && children.length === 0) return [];
      const path = vscode.workspace.asRelativePath(uri);
      const name = path.slice(path.lastIndexOf('/') + 1);
      const node = groupOf('report', name, children, {
        key: uri.toString(),
        description: path.slice(0, -name.length).replace(/\/$/, ''),
        detail: path,
        extent: { start: 0, end: analysis.report.text.length },
        findings: analysis.findings,
      });
      this.uris.set(node, uri);
      return [node];
    });
  }

  private nodesOf(analysis: Analysis): readonly SidebarNode[] {
    const { words, onlyWithFindings, order, grouping } = this.looks;
    const looks = JSON.stringify([words, onlyWithFindings, order, grouping]);
    const known = this.made.get(analysis);
    if (known?.looks === looks) return known.nodes;
    const { report } = analysis;
    const filter = { words: wordsMeant(report, words), onlyWithFindings };
    const nodes = filtered(sidebarNodes(analysis, order, grouping), report.text, filter);
    this.made.set(analysis, { looks, nodes });
    return nodes;
  }
}
