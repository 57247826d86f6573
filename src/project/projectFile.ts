// Reads a project file, which people write by hand: what is wrong is named at its place, and the rest still applies.
import { getNodeValue, type Node } from 'jsonc-parser';
import type * as z from 'zod/mini';
import {
  type AnalyzeOptions,
  type Problem,
  parseJson,
  profileSeverities,
  type RuleSeverities,
  spanOfNode,
} from '../core';
import { matchesAny } from './globs';
import { type Project, projectSchema } from './schema';
import { expected } from './wording';

export const PROJECT_FILE = '.annotated-reading.jsonc';

export interface ReadProject {
  readonly project: Project;
  /** In text order. */
  readonly problems: readonly Problem[];
  /** False when there are problems and nothing beside them that could apply. */
  readonly isUsable: boolean;
}

/** Reads a project file's text. Any text gives a project, if an empty one. */
export function readProject(text: string): ReadProject {
  if (text.trim() === '') {
    const message = 'The file is empty. Write at least {}.';
    return { project: {}, problems: [{ span: { start: 0, end: 0 }, message }], isUsable: false };
  }
  const { root, errors } = parseJson(text);
  const syntax = errors.map(({ span, words }) => ({ span, message: `This is no JSON: ${words}.` }));
  const { project, problems } = root ? validate(root) : { project: {}, problems: [] };
  const all = [...syntax, ...problems].sort((a, b) => a.span.start - b.span.start);
  if (!root && all.length === 0)
    all.push({ span: { start: 0, end: 0 }, message: 'This is nested too deeply to be read.' });
  return { project, problems: all, isUsable: all.length === 0 || Object.keys(project).length > 0 };
}

/** What the project file says of how a file is read and checked. Its path is as for `severitiesFor`. */
export function optionsFor(project: Project, path: string): AnalyzeOptions {
  return { severities: severitiesFor(project, path), players: project.players ?? [] };
}

/** The severities for a file. Its path is relative to the project file's folder, with forward slashes. */
export function severitiesFor({ profile, rules, overrides }: Project, path: string): RuleSeverities {
  const fitting = (overrides ?? []).filter(({ files }) => matchesAny(path, files));
  return Object.assign(
    {},
    profile && profileSeverities(profile),
    rules,
    ...fitting.map(override => override.rules),
  );
}

export function isExcluded({ exclude }: Project, path: string): boolean {
  return matchesAny(path, exclude ?? []);
}

export function isIncluded({ include }: Project, path: string): boolean {
  return matchesAny(path, include ?? []);
}

/** Leaves out what the schema refuses, piece by piece, until the rest holds. */
function validate(root: Node): { project: Project; problems: Problem[] } {
  const refused = new Set<Node>();
  const problems: Problem[] = [];
  for (;;) {
    const parsed = projectSchema.safeParse(contentOf(root, refused));
    if (parsed.success) return { project: parsed.data, problems };
    const found = parsed.error.issues.flatMap(issue => refusals(root, issue, refused));
    for (const { node, problem } of found) {
      refused.add(node);
      if (problem) problems.push(problem);
    }
    if (refused.has(root) || found.length === 0) return { project: {}, problems };
  }
}

interface Refusal {
  /** What is left out: the value, or the property with its key. */
  readonly node: Node;
  /** None when it has been named already. */
  readonly problem: Problem | undefined;
}

function refusals(root: Node, issue: z.core.$ZodIssue, refused: ReadonlySet<Node>): Refusal[] {
  if (issue.code === 'unrecognized_keys') {
    const holder = nodeAt(root, issue.path, refused);
    const isRules = issue.path.at(-1) === 'rules';
    return (holder?.children ?? []).flatMap(property => {
      const key = property.children?.[0];
      if (!key || refused.has(property) || !issue.keys.includes(String(key.value))) return [];
      const message = isRules
        ? `There is no rule “${key.value}”.`
        : `There is no setting “${key.value}” here.`;
      return [{ node: property, problem: { span: spanOfNode(key), message } }];
    });
  }
  const node = nodeAt(root, issue.path, refused);
  if (node) {
    const found = JSON.stringify(getNodeValue(node)) ?? '';
    const shown = found.length > 60 ? `${found.slice(0, 60)}…` : found;
    const message = `Expected ${expected(issue)}, found ${shown}.`;
    return [{ node: entryOf(node), problem: { span: spanOfNode(node), message } }];
  }
  // Something that must be there is not.
  const holder = nodeAt(root, issue.path.slice(0, -1), refused) ?? root;
  const key = String(issue.path.at(-1));
  const isRefused = holder.children?.some(one => refused.has(one) && one.children?.[0]?.value === key);
  const message = `“${key}” is missing here.`;
  const problem = isRefused ? undefined : { span: spanOfNode(holder), message };
  return [{ node: entryOf(holder), problem }];
}

/** A property's value is left out together with its key. */
function entryOf(node: Node): Node {
  return node.parent?.type === 'property' ? node.parent : node;
}

/** The node at a path in what `contentOf` gives. */
function nodeAt(root: Node, path: readonly PropertyKey[], refused: ReadonlySet<Node>): Node | undefined {
  return path.reduce<Node | undefined>((node, key) => {
    const children = node?.children?.filter(child => !refused.has(child)) ?? [];
    return node?.type === 'array'
      ? children[Number(key)]
      : children.findLast(({ children: entry }) => entry?.[0]?.value === key)?.children?.[1];
  }, root);
}

/** A node's value without what was refused. */
function contentOf(node: Node, refused: ReadonlySet<Node>): unknown {
  const children = (node.children ?? []).filter(child => !refused.has(child));
  if (node.type === 'array') return children.map(child => contentOf(child, refused));
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    children.flatMap(({ children: [key, value] = [] }) =>
      key && value ? [[String(key.value), contentOf(value, refused)]] : [],
    ),
  );
}
