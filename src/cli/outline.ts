// outline: the parts of a report.
import { analyze, type Report, type Span } from '../core';
import { readArguments } from './arguments';
import { isReadable, readInput } from './input';
import { type ExitCode, type Io, UsageError } from './io';
import { Projects } from './projects';
import { painter, short } from './terminal';

export async function outline(args: readonly string[], io: Io): Promise<ExitCode> {
  const { files, format } = readArguments(args, ['pretty', 'json']);
  const [file, another] = files;
  if (file === undefined || another !== undefined) throw new UsageError('outline needs one file.');
  const settings = await new Projects(io).settingsFor(file);
  if (settings.kind === 'excluded') return 0;
  const refuse = (problem: string): ExitCode => {
    io.err(`annotated-reading: ${problem}\n`);
    return 2;
  };
  if (settings.kind === 'problem') return refuse(settings.problem);
  const input = await readInput(file, io);
  if (!isReadable(input)) return refuse(input.problem);
  const { report } = analyze(input.text, settings.options);
  io.out(format === 'json' ? asJson(report) : asText(report, io.color));
  return 0;
}

function asJson(report: Report): string {
  const placed = <T extends { readonly span: Span }>(parts: readonly T[]) =>
    parts.map(({ span, ...part }) => ({ ...part, ...span }));
  const { events, metrics, players, judgments, predictions, decisions, questions } = report;
  const parts = {
    events: placed(events),
    metrics: placed(metrics),
    players: placed(players),
    judgments: placed(judgments),
    predictions: placed(predictions),
    decisions: placed(decisions),
    questions: placed(questions),
  };
  return `${JSON.stringify(parts, null, 2)}\n`;
}

function asText(report: Report, color: boolean): string {
  const paint = painter(color);
  const part = (title: string, lines: readonly (readonly (string | undefined)[])[]) => {
    if (lines.length === 0) return [];
    const rows = lines.map(([name = '', ...more]) => {
      const rest = more.filter(text => text !== undefined).map(short);
      return `  ${short(name)}${rest.length > 0 ? paint('dim', `  ${rest.join(', ')}`) : ''}`;
    });
    return [[paint('bold', `${title} (${lines.length})`), ...rows, ''].join('\n')];
  };
  const parts = [
    ...part(
      'Events',
      report.events.map(({ title, date }) => [title, date]),
    ),
    ...part(
      'Key data',
      report.metrics.map(({ name, value }) => [name, value.text]),
    ),
    ...part(
      'Players',
      report.players.map(({ name, aliases }) => [name, ...aliases]),
    ),
    ...part(
      'Judgments',
      report.judgments.map(({ text, confidence }) => [text, confidence]),
    ),
    ...part(
      'Predictions',
      report.predictions.map(({ text, horizon, confidence }) => [text, horizon, confidence]),
    ),
    ...part(
      'Decisions',
      report.decisions.map(({ text, audience }) => [text, audience]),
    ),
    ...part(
      'Open questions',
      report.questions.map(({ text }) => [text]),
    ),
  ];
  return parts.length > 0
    ? parts.join('\n')
    : 'No events, players, judgments or other parts of a report were found.\n';
}
