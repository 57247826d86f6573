// The sidebar's tree as data: the parts of a report, gathered by kind, by section or by player.
import type { Analysis, Finding, Player, Report, Section, Span } from '../core';
import { firstFrom, Scopes } from '../core/text/scopes';
import {
  fieldNodes,
  findingNode,
  findingsOf,
  type GroupKind,
  isGathering,
  laterGroup,
  type SidebarNode,
} from './sidebarNode';
import { findingsElsewhere, mostFindingsFirst, type Order, Part, type Parts, partsOf } from './sidebarParts';

export const GROUPINGS = ['kind', 'section', 'player'] as const;
/** Events, players and so on; as the report is divided; or what names each player. */
export type Grouping = (typeof GROUPINGS)[number];

const GROUP_LABELS: Readonly<Record<GroupKind, string>> = {
  events: 'Events',
  players: 'Players',
  judgments: 'Judgments',
  data: 'Key data',
  predictions: 'Predictions',
  decisions: 'Decisions',
  questions: 'Open questions',
};

/** The top of a report's tree. Time is linear in the text, but for parts that lie in each other. */
export function sidebarNodes(
  analysis: Analysis,
  order: Order = 'subject',
  grouping: Grouping = 'kind',
): readonly SidebarNode[] {
  const parts = partsOf(analysis, order);
  switch (grouping) {
    case 'kind':
      return [...byKind(parts), ...elsewhere(findingsElsewhere(analysis, Object.values(parts)))];
    case 'section':
      return bySection(analysis, parts, order);
    case 'player': {
      const { players, ...others } = parts;
      const rest = findingsElsewhere(analysis, Object.values(others));
      return [...byPlayer(analysis.report, Object.values(others).flat()), ...elsewhere(rest)];
    }
  }
}

function byKind(parts: Parts): readonly SidebarNode[] {
  const kinds = Object.keys(GROUP_LABELS) as GroupKind[];
  return kinds.flatMap(kind => {
    const list = parts[kind];
    if (list.length === 0) return [];
    // What was found of a player stands in any part.
    const findings = findingsOf(kind === 'players' ? nodesOf(list) : list);
    return [laterGroup(kind, GROUP_LABELS[kind], list.length, () => nodesOf(list), { findings })];
  });
}

function nodesOf(parts: readonly Part[]): readonly SidebarNode[] {
  return parts.map(({ node }) => node);
}

function elsewhere(findings: readonly Finding[]): readonly SidebarNode[] {
  const nodes = () => findings.map(findingNode);
  const label = 'Elsewhere in the report';
  return findings.length > 0 ? [laterGroup('rest', label, findings.length, nodes, { findings })] : [];
}

/** The parts that name each player, then those that name none. */
function byPlayer({ players }: Report, parts: readonly Part[]): readonly SidebarNode[] {
  const extents = new Scopes(parts.map(({ extent }, index) => ({ span: extent, value: index })));
  const named = new Set<number>();
  const groups = players.flatMap(({ name, position, interests, span, mentions }) => {
    const own = new Set<number>();
    for (const mention of mentions) for (const index of extents.holding(mention)) own.add(index);
    if (own.size === 0) return [];
    for (const index of own) named.add(index);
    const its = [...own].sort((a, b) => a - b).flatMap(index => parts[index] ?? []);
    const nodes = () => [
      ...fieldNodes('position', 'Position', position),
      ...fieldNodes('interests', 'Interests', interests),
      ...nodesOf(its),
    ];
    return [laterGroup('naming', name, its.length, nodes, { detail: name, span, findings: findingsOf(its) })];
  });
  const rest = parts.filter((_, index) => !named.has(index));
  if (rest.length === 0) return groups;
  const findings = findingsOf(rest);
  return [...groups, laterGroup('rest', 'Without a player', rest.length, () => nodesOf(rest), { findings })];
}

/** A section with what stands in it, in the end only as far as that is something. */
interface Division {
  readonly section: Section | undefined;
  divisions: Division[];
  readonly parts: Part[];
  /** What was found in it and in the divisions under it. */
  readonly findings: Set<Finding>;
  end: number;
}

/** The report's sections in each other, as far as something was recognised or found in them. */
function bySection(analysis: Analysis, parts: Parts, order: Order): readonly SidebarNode[] {
  const { sections } = analysis.report;
  const top = divisionOf(undefined);
  const known = new Map<Section | undefined, Division>();
  for (const section of sections) {
    const division = divisionOf(section);
    known.set(section, division);
    (known.get(section.parent) ?? top).divisions.push(division);
  }
  const { players, ...others } = parts;
  const introduced = new Set(analysis.report.players.filter(isIntroduced).map(({ span }) => span));
  const entries = players.filter(({ extent }) => introduced.has(extent));
  const loose = findingsElsewhere(analysis, Object.values(parts)).map(
    finding => new Part(finding.span, [finding], () => findingNode(finding)),
  );
  for (const part of [...entries, ...Object.values(others).flat(), ...loose])
    (known.get(sectionAt(sections, part.extent)) ?? top).parts.push(part);
  settle(top);
  return divisionNodes(top, order);
}

function divisionOf(section: Section | undefined): Division {
  return { section, divisions: [], parts: [], findings: new Set(), end: section?.span.end ?? 0 };
}

/** Leaves out what holds nothing, and tells each division what was found in those under it. */
function settle(division: Division): void {
  for (const one of division.divisions) settle(one);
  division.divisions = division.divisions.filter(one => one.parts.length + one.divisions.length > 0);
  for (const { findings, end } of division.divisions) take(division, findings, end);
  for (const { findings, extent } of division.parts) take(division, findings, extent.end);
}

function take(division: Division, findings: Iterable<Finding>, end: number): void {
  for (const finding of findings) division.findings.add(finding);
  division.end = Math.max(division.end, end);
}

function divisionNodes({ divisions, parts }: Division, order: Order): readonly SidebarNode[] {
  const sections = divisions.flatMap(one => {
    if (!one.section) return [];
    const { title, heading, span } = one.section;
    return [
      laterGroup(
        'section',
        title || 'Opening',
        one.parts.length + one.divisions.length,
        () => divisionNodes(one, order),
        {
          detail: title,
          span: heading?.span,
          extent: { start: span.start, end: one.end },
          findings: [...one.findings],
        },
      ),
    ];
  });
  if (order === 'findings') return [...nodesOf(mostFindingsFirst(parts)), ...sections];
  const startOf = ({ extent }: SidebarNode) => extent?.start ?? 0;
  return [...nodesOf(parts), ...sections].sort((a, b) => startOf(a) - startOf(b));
}

/** With an entry of its own, not only named in what is said of others. */
function isIntroduced({ position, interests }: Player): boolean {
  return position !== undefined || interests !== undefined;
}

/** The section that a part stands in; a part whose title is a heading stands in the section above. */
function sectionAt(sections: readonly Section[], { start }: Span): Section | undefined {
  const after = firstFrom(sections, start + 1, ({ span }) => span.start);
  const section = sections[after - 1];
  const isHeading = section?.heading && start < section.heading.span.end;
  return isHeading ? section.parent : section;
}

export interface Filter {
  /** Words of which one must be there; none lets everything pass. */
  readonly words: readonly string[];
  readonly onlyWithFindings: boolean;
}

/** The parts that a filter keeps, with the way to them; a part whose own text matches keeps all that is in it. */
export function filtered(
  roots: readonly SidebarNode[],
  text: string,
  filter: Filter,
): readonly SidebarNode[] {
  if (filter.words.length === 0 && !filter.onlyWithFindings) return roots;
  return roots.flatMap(root => kept(root, text, filter));
}

function kept(node: SidebarNode, text: string, filter: Filter): readonly SidebarNode[] {
  if (filter.onlyWithFindings && node.findings.length === 0) return [];
  if (!isGathering(node.kind)) return matching(node, text, filter.words);
  const children = node.children.flatMap(child => kept(child, text, filter));
  if (children.length === 0) return [];
  const description = `${children.length} of ${node.children.length}`;
  return [node.withOnly(children, description)];
}

function matching(node: SidebarNode, text: string, words: readonly string[]): readonly SidebarNode[] {
  const own = node.extent ? text.slice(node.extent.start, node.extent.end) : '';
  const isMatch = [node.label, node.description, node.detail, own].some(one => hasOne(one, words));
  if (isMatch || words.length === 0) return [node];
  const children = node.children.flatMap(child => matching(child, text, words));
  return children.length > 0 ? [node.withOnly(children)] : [];
}

function hasOne(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.some(word => lower.includes(word));
}

/** What a reader who types a name means: the player's other names too. */
export function wordsMeant({ players }: Report, words: string): readonly string[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  const meant = players
    .map(({ name, aliases }) => [name, ...aliases].map(one => one.toLowerCase()))
    .find(names => names.includes(wanted));
  return meant ?? [wanted];
}
