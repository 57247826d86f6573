// The sidebar's tree as data: the parts of the report, each with what was found in it.
import type { Analysis, Event, Field } from '../core';
import { playerNodes } from './playerNodes';
import { fieldNode, group, leaf, part, type SidebarNode, within } from './sidebarNode';

export const ORDERS = ['subject', 'text', 'findings'] as const;
/** By date, confidence and so on; as in the text; or the parts with most findings first. */
export type Order = (typeof ORDERS)[number];

/** The groups of parts that the report has. Time is linear in the text, but for parts that lie in each other. */
export function sidebarNodes(analysis: Analysis, order: Order = 'subject'): readonly SidebarNode[] {
  const { report, findings } = analysis;
  const bySubject = order === 'subject';
  const events = bySubject ? newestFirst(report.events) : report.events;
  const judgments = bySubject ? surestFirst(report.judgments) : report.judgments;
  const groups = [
    group(
      'events',
      'Events',
      ordered(
        events.map(event => eventNode(analysis, event)),
        order,
      ),
    ),
    group('players', 'Players', ordered(playerNodes(analysis), order)),
    group(
      'judgments',
      'Judgments',
      ordered(
        judgments.map(({ text, confidence, span }) =>
          part('judgment', text, confidence, span, within(findings, span), [
            ...(confidence ? [leaf('confidence', `Confidence: ${confidence}`, span)] : []),
          ]),
        ),
        order,
      ),
    ),
    group(
      'data',
      'Key data',
      ordered(
        report.metrics.map(({ name, value, source, span }) =>
          part('metric', name, value.text, span, within(findings, span), [
            ...within(report.figures, value.span).map(figure => leaf('figure', figure.text, figure.span)),
            ...fieldNode('source', 'Source', source),
          ]),
        ),
        order,
      ),
    ),
    group(
      'predictions',
      'Predictions',
      ordered(
        report.predictions.map(({ text, horizon, confidence, span }) => {
          const when = [horizon, confidence].filter(Boolean).join(', ');
          return part('prediction', text, when, span, within(findings, span), []);
        }),
        order,
      ),
    ),
    group(
      'decisions',
      'Decisions',
      ordered(
        report.decisions.map(({ text, audience, span }) =>
          part('decision', text, audience, span, within(findings, span), []),
        ),
        order,
      ),
    ),
    group(
      'questions',
      'Open questions',
      ordered(
        report.questions.map(({ text, span }) =>
          part('question', text, undefined, span, within(findings, span), []),
        ),
        order,
      ),
    ),
  ];
  return groups.filter(({ children }) => children.length > 0);
}

/** The parts that a filter keeps, with the way to them; a part whose own words match keeps all that is in it. */
export function filtered(
  roots: readonly SidebarNode[],
  words: string,
  onlyWithFindings: boolean,
): readonly SidebarNode[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '' && !onlyWithFindings) return roots;
  return roots.flatMap(root => {
    const candidates = onlyWithFindings
      ? root.children.filter(({ findings }) => findings > 0)
      : root.children;
    const children = candidates.flatMap(child => matching(child, wanted));
    if (children.length === 0) return [];
    return [{ ...root, children, description: `${children.length} of ${root.children.length}` }];
  });
}

function matching(node: SidebarNode, wanted: string): readonly SidebarNode[] {
  const isMatch = [node.label, node.description, node.detail].some(text =>
    text.toLowerCase().includes(wanted),
  );
  if (isMatch) return [node];
  const children = node.children.flatMap(child => matching(child, wanted));
  return children.length > 0 ? [{ ...node, children }] : [];
}

function eventNode(analysis: Analysis, event: Event): SidebarNode {
  const children = [
    ...(event.date ? [leaf('date', event.date, event.titleSpan)] : []),
    ...factNodes(analysis, event.facts),
    ...fieldNode('drivers', 'Driving factors', event.drivers),
    ...fieldNode('source', 'Source', event.source),
  ];
  const findings = within(analysis.findings, event.span);
  return part('event', event.title, event.date, event.titleSpan, findings, children);
}

function factNodes({ report }: Analysis, facts: Field | undefined): readonly SidebarNode[] {
  if (!facts) return [];
  const figures = within(report.figures, facts.span).map(figure => leaf('figure', figure.text, figure.span));
  const description = figures.length === 1 ? '1 figure' : `${figures.length} figures`;
  return [{ ...leaf('facts', 'Facts', facts.span, description), detail: facts.text, children: figures }];
}

function ordered(nodes: readonly SidebarNode[], order: Order): readonly SidebarNode[] {
  return order === 'findings' ? [...nodes].sort((a, b) => b.findings - a.findings) : nodes;
}

/** EDTF dates sort as text; events without a date come last. */
function newestFirst(events: readonly Event[]): readonly Event[] {
  const key = ({ date }: Event) => date ?? '';
  return [...events].sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
}

const LEVELS = [/\bhigh\b|高/i, /\bmedium\b|\bmoderate\b|中/i, /\blow\b|低/i];

function surestFirst<T extends { readonly confidence: string | undefined }>(all: readonly T[]): readonly T[] {
  const rank = ({ confidence }: T) => {
    const level = LEVELS.findIndex(pattern => pattern.test(confidence ?? ''));
    return level < 0 ? LEVELS.length : level;
  };
  return [...all].sort((a, b) => rank(a) - rank(b));
}
