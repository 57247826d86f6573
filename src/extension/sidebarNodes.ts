// The sidebar's tree as data: the parts of a report, gathered by kind, by section or by player.
import type { Analysis, Finding, Player, Report, Section, Span } from '../core';
import { firstFrom } from '../core/text/scopes';
import {
  fieldNodes,
  findingNode,
  findingsOf,
  type GroupKind,
  groupOf,
  hasWithin,
  isGathering,
  laterGroup,
  type SidebarNode,
} from './sidebarNode';
import {
  findingsElsewhere,
  findingsIn,
  type Order,
  type PartList,
  type Parts,
  partsOf,
} from './sidebarParts';

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
      return [...byKind(analysis, parts), ...elsewhere(findingsElsewhere(analysis, Object.values(parts)))];
    case 'section':
      return bySection(analysis, parts, order);
    case 'player': {
      const { players, ...others } = parts;
      const rest = findingsElsewhere(analysis, Object.values(others));
      return [...byPlayer(analysis.report, Object.values(others)), ...elsewhere(rest)];
    }
  }
}

function byKind(analysis: Analysis, parts: Parts): readonly SidebarNode[] {
  const kinds = Object.keys(GROUP_LABELS) as GroupKind[];
  return kinds.flatMap(kind => {
    const list = parts[kind];
    const { length } = list.extents;
    if (length === 0) return [];
    // What was found of a player stands in any part.
    const findings = kind === 'players' ? findingsOf(list.nodes) : findingsIn(analysis, [list]);
    return [laterGroup(kind, GROUP_LABELS[kind], length, () => list.nodes, { findings })];
  });
}

function elsewhere(findings: readonly Finding[]): readonly SidebarNode[] {
  const nodes = () => findings.map(findingNode);
  const label = 'Elsewhere in the report';
  return findings.length > 0 ? [laterGroup('rest', label, findings.length, nodes, { findings })] : [];
}

/** The parts that name each player, then those that name none. */
function byPlayer({ players }: Report, parts: readonly PartList[]): readonly SidebarNode[] {
  const others = parts.flatMap(({ nodes }) => nodes);
  const named = new Set<SidebarNode>();
  const groups = players.flatMap(({ name, position, interests, span, mentions }) => {
    const fields = [
      ...fieldNodes('position', 'Position', position),
      ...fieldNodes('interests', 'Interests', interests),
    ];
    const its = others.filter(({ extent }) => extent && hasWithin(mentions, extent));
    for (const node of its) named.add(node);
    return its.length > 0
      ? [
          groupOf('naming', name, [...fields, ...its], {
            description: String(its.length),
            detail: name,
            span,
          }),
        ]
      : [];
  });
  const rest = others.filter(node => !named.has(node));
  return rest.length > 0 ? [...groups, groupOf('rest', 'Without a player', rest)] : groups;
}

interface Division {
  readonly section: Section | undefined;
  readonly divisions: Division[];
  readonly parts: SidebarNode[];
}

/** The report's sections in each other, as far as something was recognised or found in them. */
function bySection(analysis: Analysis, parts: Parts, order: Order): readonly SidebarNode[] {
  const { sections } = analysis.report;
  const top: Division = { section: undefined, divisions: [], parts: [] };
  const known = new Map<Section | undefined, Division>();
  const divisionOf = (section: Section | undefined) => known.get(section) ?? top;
  for (const section of sections) {
    const division: Division = { section, divisions: [], parts: [] };
    known.set(section, division);
    divisionOf(section.parent).divisions.push(division);
  }
  const { players, ...others } = parts;
  const introduced = new Set(analysis.report.players.filter(isIntroduced).map(({ span }) => span));
  const entries = players.nodes.filter(({ span }) => span && introduced.has(span));
  const loose = findingsElsewhere(analysis, Object.values(parts)).map(findingNode);
  for (const node of [...entries, ...Object.values(others).flatMap(({ nodes }) => nodes), ...loose])
    divisionOf(node.extent && sectionAt(sections, node.extent)).parts.push(node);
  return divisionNodes(top, order);
}

function divisionNodes({ divisions, parts }: Division, order: Order): readonly SidebarNode[] {
  const sections = divisions.flatMap(one => {
    const children = divisionNodes(one, order);
    if (!one.section || children.length === 0) return [];
    const { title, heading, span } = one.section;
    const end = children.reduce((furthest, { extent }) => Math.max(furthest, extent?.end ?? 0), span.end);
    const extent = { start: span.start, end };
    return [groupOf('section', title || 'Opening', children, { detail: title, span: heading?.span, extent })];
  });
  const startOf = ({ extent }: SidebarNode) => extent?.start ?? 0;
  return order === 'findings'
    ? [...parts.toSorted((a, b) => b.findings.length - a.findings.length), ...sections]
    : [...parts, ...sections].sort((a, b) => startOf(a) - startOf(b));
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
  return [{ ...node, children, description }];
}

function matching(node: SidebarNode, text: string, words: readonly string[]): readonly SidebarNode[] {
  const own = node.extent ? text.slice(node.extent.start, node.extent.end) : '';
  const isMatch = [node.label, node.description, node.detail, own].some(one => hasOne(one, words));
  if (isMatch || words.length === 0) return [node];
  const children = node.children.flatMap(child => matching(child, text, words));
  return children.length > 0 ? [{ ...node, children }] : [];
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
