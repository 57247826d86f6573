// A player in the sidebar: where it stands, what it takes part in, its figures, and every place that names it.
import { type Analysis, LineIndex, type Mention, type Player, type Span } from '../core';
import { fieldNode, leaf, part, type SidebarNode, within } from './sidebarNode';

const WORDS_BEFORE = 30;
const WORDS_AFTER = 60;

export function playerNodes(analysis: Analysis): readonly SidebarNode[] {
  const reader = new PlayerReader(analysis);
  return analysis.report.players.map(player => reader.node(player));
}

class PlayerReader {
  private readonly lines: LineIndex;
  private readonly mentionsBySubject = new Map<string, Mention[]>();

  constructor(private readonly analysis: Analysis) {
    this.lines = new LineIndex(analysis.report.text);
    for (const mention of analysis.claims.flatMap(({ mentions }) => mentions))
      for (const subject of mention.subjects) collect(this.mentionsBySubject, subject, mention);
  }

  node(player: Player): SidebarNode {
    const { events, judgments, predictions } = this.analysis.report;
    const own = [player.position, player.interests].flatMap(field => field?.span ?? []);
    const findings = [...new Set(own.flatMap(span => within(this.analysis.findings, span)))];
    const namesIt = ({ span }: { readonly span: Span }) => within(player.mentions, span).length > 0;
    const mentions = player.mentions.length;
    return part(
      'player',
      player.name,
      mentions === 1 ? '1 mention' : `${mentions} mentions`,
      player.span,
      findings,
      [
        ...fieldNode('position', 'Position', player.position),
        ...fieldNode('interests', 'Interests', player.interests),
        ...events
          .filter(namesIt)
          .map(({ title, titleSpan, date }) => leaf('event', title, titleSpan, date ?? '')),
        ...this.measures(player),
        ...judgments
          .filter(namesIt)
          .map(({ text, span, confidence }) => leaf('judgment', text, span, confidence ?? '')),
        ...predictions
          .filter(namesIt)
          .map(({ text, span, horizon }) => leaf('prediction', text, span, horizon ?? '')),
        ...this.mentions(player),
      ],
    );
  }

  /** Its figures by what they measure, those of the latest period first. */
  private measures(player: Player): readonly SidebarNode[] {
    const names = new Set([player.name, ...player.aliases].map(name => name.toLowerCase()));
    const own = new Set([...names].flatMap(name => this.mentionsBySubject.get(name) ?? []));
    const byMeasure = new Map<string, Mention[]>();
    for (const mention of own) collect(byMeasure, mention.measure ?? 'other figures', mention);
    return [...byMeasure].map(([measure, mentions]) => {
      const figures = [...mentions].sort(
        (a, b) => compare(latest(b), latest(a)) || a.figure.span.start - b.figure.span.start,
      );
      const nodes = figures.map(({ figure, periods }) =>
        leaf('figure', figure.text, figure.span, periods.join(', ')),
      );
      const label = measure.charAt(0).toUpperCase() + measure.slice(1);
      return {
        ...leaf('measure', label, figures[0]?.figure.span, figures[0]?.figure.text),
        children: nodes,
      };
    });
  }

  private mentions({ mentions }: Player): readonly SidebarNode[] {
    if (mentions.length === 0) return [];
    const nodes = mentions.map(span => {
      const line = this.lines.positionAt(span.start).line + 1;
      return leaf('mention', this.wordsAround(span), span, `line ${line}`);
    });
    return [{ ...leaf('mentions', 'Mentions', undefined, String(nodes.length)), children: nodes }];
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

function latest({ periods }: Mention): string {
  return [...periods].sort().at(-1) ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function collect(map: Map<string, Mention[]>, key: string, mention: Mention): void {
  const mentions = map.get(key);
  if (mentions) mentions.push(mention);
  else map.set(key, [mention]);
}
