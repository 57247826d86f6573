// The tree that VS Code shows, by ids that outlive the versions of a report, and what of it has changed.
import type { SidebarNode } from './sidebarNode';

/** Stands for what is above all items. */
export const TOP = '';

/** The items in one that were asked for, and so may be on the screen. */
interface List {
  readonly ids: readonly string[];
  readonly nodes: readonly SidebarNode[];
}

interface Place {
  readonly parent: string;
  readonly index: number;
}

export class SidebarTree {
  private roots: readonly SidebarNode[] = [];
  /** By parent. */
  private readonly lists = new Map<string, List>();
  private readonly places = new Map<string, Place>();

  childrenOf(parent: string): readonly string[] {
    const known = this.lists.get(parent);
    if (known) return known.ids;
    const nodes = this.nodesIn(parent);
    const ids = idsOf(parent, nodes);
    this.enter(parent, { ids, nodes });
    return ids;
  }

  nodeOf(id: string): SidebarNode | undefined {
    const place = this.places.get(id);
    return place && this.lists.get(place.parent)?.nodes[place.index];
  }

  parentOf(id: string): string | undefined {
    const parent = this.places.get(id)?.parent;
    return parent === TOP ? undefined : parent;
  }

  /** Takes the next version; gives the items that must be shown anew with what is in them, or `TOP` for all. */
  update(roots: readonly SidebarNode[]): readonly string[] {
    this.roots = roots;
    const changed: string[] = [];
    this.compare(TOP, false, changed);
    return changed;
  }

  /** @param isTold whether it is shown anew with all that is in it anyway */
  private compare(parent: string, isTold: boolean, changed: string[]): void {
    const before = this.lists.get(parent);
    if (!before) return;
    const nodes = this.nodesIn(parent);
    const ids = hasSameKeys(nodes, before) ? before.ids : keptIds(idsOf(parent, nodes), nodes, before);
    const isSameList = isSame(ids, before.ids);
    if (isSameList) this.lists.set(parent, { ids: before.ids, nodes });
    else {
      if (!isTold) changed.push(parent);
      const present = new Set(ids);
      for (const id of before.ids) if (!present.has(id)) this.forget(id);
      this.enter(parent, { ids, nodes });
    }
    ids.forEach((id, i) => {
      const isToldNow = isTold || !isSameList;
      const isChanged = !isToldNow && !looksSame(nodes[i], before.nodes[i]);
      if (isChanged) changed.push(id);
      this.compare(id, isToldNow || isChanged, changed);
    });
  }

  private nodesIn(parent: string): readonly SidebarNode[] {
    return parent === TOP ? this.roots : (this.nodeOf(parent)?.children ?? []);
  }

  private enter(parent: string, list: List): void {
    this.lists.set(parent, list);
    list.ids.forEach((id, index) => {
      this.places.set(id, { parent, index });
    });
  }

  /** Forgets an item and all that is in it. */
  private forget(id: string): void {
    const list = this.lists.get(id);
    this.lists.delete(id);
    this.places.delete(id);
    for (const child of list?.ids ?? []) this.forget(child);
  }
}

/** The usual case while a report is being written, which must cost little. */
function hasSameKeys(nodes: readonly SidebarNode[], before: List): boolean {
  if (nodes.length !== before.nodes.length) return false;
  return nodes.every((node, i) => {
    const old = before.nodes[i];
    return old !== undefined && node.hasKeyOf(old);
  });
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
function keptIds(ids: readonly string[], nodes: readonly SidebarNode[], before: List): string[] {
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

function looksSame(a: SidebarNode | undefined, b: SidebarNode | undefined): boolean {
  return a !== undefined && b !== undefined && a.looksLike(b);
}
