// The tree that VS Code shows, by ids that outlive the versions of a report, and what of it has changed.
import type { Finding } from '../core';
import { gravest, isGathering, type SidebarNode } from './sidebarNode';

/** Stands for what is above all items. */
export const TOP = '';

interface Placed {
  readonly node: SidebarNode;
  readonly parent: string;
}

interface List {
  readonly ids: readonly string[];
  readonly nodes: readonly SidebarNode[];
}

export class SidebarTree {
  private roots: readonly SidebarNode[] = [];
  private readonly placed = new Map<string, Placed>();
  /** By parent: the items that were asked for, and so may be on the screen. */
  private readonly lists = new Map<string, List>();

  childrenOf(parent: string): readonly string[] {
    return (this.lists.get(parent) ?? this.place(parent, undefined)).ids;
  }

  nodeOf(id: string): SidebarNode | undefined {
    return this.placed.get(id)?.node;
  }

  parentOf(id: string): string | undefined {
    const parent = this.placed.get(id)?.parent;
    return parent === TOP ? undefined : parent;
  }

  /** Takes the next version; gives the items that must be shown anew with what is in them, or `TOP` for all. */
  update(roots: readonly SidebarNode[]): readonly string[] {
    const before = new Map(this.lists);
    this.roots = roots;
    this.placed.clear();
    this.lists.clear();
    const changed: string[] = [];
    const compare = (parent: string, isToldAlready: boolean) => {
      const old = before.get(parent);
      if (!old) return;
      const now = this.place(parent, old);
      const isSameList = isSame(now.ids, old.ids);
      if (!isSameList && !isToldAlready) changed.push(parent);
      now.ids.forEach((id, i) => {
        const isTold = isToldAlready || !isSameList;
        const isChanged = !isTold && !looksSame(now.nodes[i], old.nodes[i]);
        if (isChanged) changed.push(id);
        compare(id, isTold || isChanged);
      });
    };
    compare(TOP, false);
    return changed;
  }

  private place(parent: string, before: List | undefined): List {
    const nodes = parent === TOP ? this.roots : (this.nodeOf(parent)?.children ?? []);
    const ids = hasSameKeys(nodes, before) ? before.ids : keptIds(idsOf(parent, nodes), nodes, before);
    nodes.forEach((node, i) => {
      this.placed.set(ids[i] ?? '', { node, parent });
    });
    const list = { ids, nodes };
    this.lists.set(parent, list);
    return list;
  }
}

/** The usual case while a report is being written, which must cost little. */
function hasSameKeys(nodes: readonly SidebarNode[], before: List | undefined): before is List {
  if (!before || nodes.length !== before.nodes.length) return false;
  return nodes.every(({ key }, i) => key === before.nodes[i]?.key);
}

/** Ids are unique in the whole tree: each begins with its parent's, and items of the same words are numbered. */
function idsOf(parent: string, nodes: readonly SidebarNode[]): string[] {
  const seen = new Map<string, number>();
  return nodes.map(({ key }) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return `${parent}/${times === 1 ? key : `${key}#${times}`}`;
  });
}

/**
 * Where the words of one item have changed, as while its title is being typed, it stays the same item: the one of its
 * kind that is new has the id of the one that is gone.
 */
function keptIds(ids: readonly string[], nodes: readonly SidebarNode[], before: List | undefined): string[] {
  if (!before) return [...ids];
  const present = new Set(ids);
  const old = new Set(before.ids);
  const gone = new Map<string, string[]>();
  before.ids.forEach((id, i) => {
    if (!present.has(id)) collect(gone, before.nodes[i]?.kind ?? '', id);
  });
  const fresh = new Map<string, string[]>();
  ids.forEach((id, i) => {
    if (!old.has(id)) collect(fresh, nodes[i]?.kind ?? '', id);
  });
  return ids.map((id, i) => {
    const kind = nodes[i]?.kind ?? '';
    const [renamed, ...others] = gone.get(kind) ?? [];
    const isOnly = others.length === 0 && fresh.get(kind)?.length === 1 && !old.has(id);
    return renamed !== undefined && isOnly ? renamed : id;
  });
}

function collect(map: Map<string, string[]>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.push(id);
  else map.set(key, [id]);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((id, i) => id === b[i]));
}

/** Whether the reader sees no difference between two items. */
function looksSame(a: SidebarNode | undefined, b: SidebarNode | undefined): boolean {
  if (a === b || !a || !b) return a === b;
  return (
    a.label === b.label &&
    a.description === b.description &&
    a.detail === b.detail &&
    a.hasChildren === b.hasChildren &&
    a.findings.length === b.findings.length &&
    (isGathering(a.kind)
      ? gravest(a.findings) === gravest(b.findings)
      : a.findings.every((finding, i) => saysSame(finding, b.findings[i])))
  );
}

function saysSame(a: Finding, b: Finding | undefined): boolean {
  return a.severity === b?.severity && a.message === b.message;
}
