// A player in the sidebar: where it stands, what it takes part in, its figures, and every place that names it.
import {
  type Analysis,
  circumstancesOf,
  type Event,
  type Finding,
  LineIndex,
  type Mention,
  type Player,
  type Span,
} from '../core';
import { overlaps } from '../core/text/span';
import { fieldNodes, nodeOf, type SidebarNode } from './sidebarNode';
import type { FigureNodes } from './sidebarParts';
import { spansWithin, within } from './within';

const WORDS_BEFORE = 30;
const WORDS_AFTER = 60;

/** The players of a report, each with its events in the order in which they are given. */
export class PlayerNodes {
  private lines: LineIndex | undefined;
  private mentionsBySubject: ReadonlyMap<string, readonly Mention[]> | undefined;

  constructor(
    private readonly analysis: Analysis,
    private readonly figures: FigureNodes,
    private readonly events: readonly Event[],
  ) {}

  node(player: Player): SidebarNode {
    const { judgments, predictions } = this.analysis.report;
    const figures = this.figuresOf(player);
    const namesIt = ({ span }: { readonly span: Span }) => spansWithin(player.mentions, span).length > 0;
    const { length } = player.mentions;
    const entry = [player.position, player.interests].flatMap(field => field?.span ?? []);
    const own = inOrder(entry.flatMap(span => within(this.analysis.findings, span)));
    return nodeOf('player', player.name, {
      description: length === 1 ? '1 mention' : `${length} mentions`,
      detail: [player.name, ...player.aliases].join(', '),
      span: player.span,
      findings: inOrder([...own, ...figures.flatMap(({ figure }) => this.figures.findingsOf(figure))]),
      listed: own,
      hasChildren: length > 0 || entry.length > 0,
      children: () => [
        ...fieldNodes('position', 'Position', player.position),
        ...fieldNodes('interests', 'Interests', player.interests),
        ...this.events
          .filter(event => takesPart(player, event))
          .map(({ title, titleSpan, date }) =>
            nodeOf('event', title, { span: titleSpan, description: date }),
          ),
        ...this.measures(figures),
        ...judgments
          .filter(namesIt)
          .map(({ text, span, confidence }) => nodeOf('judgment', text, { span, description: confidence })),
        ...predictions
          .filter(namesIt)
          .map(({ text, span, horizon }) => nodeOf('prediction', text, { span, description: horizon })),
        ...this.mentions(player),
      ],
    });
  }

  private figuresOf(player: Player): readonly Mention[] {
    this.mentionsBySubject ??= this.bySubject();
    const known = this.mentionsBySubject;
    return [...new Set(namesOf(player).flatMap(name => known.get(name) ?? []))];
  }

  /** The mentions that take part in a claim, by each player's name among their subjects. */
  private bySubject(): ReadonlyMap<string, readonly Mention[]> {
    const { claims, report } = this.analysis;
    const found = new Map<string, Mention[]>(
      report.players.flatMap(player => namesOf(player).map(name => [name, []])),
    );
    for (const { mentions } of claims)
      for (const mention of mentions)
        for (const subject of mention.subjects) found.get(subject)?.push(mention);
    return found;
  }

  /** Its figures by what they measure, those of the latest period first. */
  private measures(figures: readonly Mention[]): readonly SidebarNode[] {
    const byMeasure = new Map<string, Mention[]>();
    for (const mention of figures) collect(byMeasure, mention.measure ?? 'other figures', mention);
    return [...byMeasure].map(([measure, mentions]) => {
      const ordered = mentions.toSorted(
        (a, b) => compare(latest(b), latest(a)) || a.figure.span.start - b.figure.span.start,
      );
      // A growth rate of the revenue may be newer than the revenue, which is what the measure stands for.
      const kind = mostFrequent(ordered.map(({ figure }) => figure.quantity.kind));
      const ofKind = ordered.filter(({ figure }) => figure.quantity.kind === kind);
      const newest = ofKind.find(({ role }) => role !== 'change' && role !== 'previous') ?? ofKind[0];
      return nodeOf('measure', measure.charAt(0).toUpperCase() + measure.slice(1), {
        span: newest?.figure.span,
        description: newest?.figure.text,
        findings: ordered.flatMap(({ figure }) => this.figures.findingsOf(figure)),
        listed: [],
        children: () => ordered.map(mention => this.figures.node(mention.figure, circumstancesOf(mention))),
      });
    });
  }

  private mentions({ mentions }: Player): readonly SidebarNode[] {
    if (mentions.length === 0) return [];
    const children = () =>
      mentions.map(span => {
        this.lines ??= new LineIndex(this.analysis.report.text);
        const { line } = this.lines.positionAt(span.start);
        return nodeOf('mention', this.wordsAround(span), { span, description: `line ${line + 1}` });
      });
    return [nodeOf('mentions', 'Mentions', { description: String(mentions.length), children })];
  }

  private wordsAround({ start, end }: Span): string {
    const { text } = this.analysis.report;
    const before =
      text
        .slice(Math.max(0, start - WORDS_BEFORE), start)
        .split(/[\r\n]/)
        .at(-1) ?? '';
    const after = text.slice(end, end + WORDS_AFTER).split(/[\r\n]/, 1)[0] ?? '';
    const opening = before.length === WORDS_BEFORE ? before.replace(/^\S*\s/, '…') : before;
    const ending = after.length === WORDS_AFTER ? after.replace(/\s\S*$/, '…') : after;
    return `${opening}${text.slice(start, end)}${ending}`.trim();
  }
}

function namesOf({ name, aliases }: Player): readonly string[] {
  return [name, ...aliases].map(one => one.toLowerCase());
}

/** Whether an event names a player as more than its source. */
function takesPart({ mentions }: Player, { span, source }: Event): boolean {
  return spansWithin(mentions, span).some(mention => !source || !overlaps(mention, source.span));
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...new Set(findings)].sort((a, b) => a.span.start - b.span.start);
}

function mostFrequent(kinds: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].reduce<[string, number] | undefined>(
    (best, one) => (best && best[1] >= one[1] ? best : one),
    undefined,
  )?.[0];
}

function latest({ periods }: Mention): string {
  return periods.toSorted().at(-1) ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function collect(map: Map<string, Mention[]>, key: string, mention: Mention): void {
  const mentions = map.get(key);
  if (mentions) mentions.push(mention);
  else map.set(key, [mention]);
}
