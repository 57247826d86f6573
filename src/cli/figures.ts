// figures: every figure and what it means.
import {
  type Analysis,
  analyze,
  describeQuantity,
  type Figure,
  findFigures,
  joinChanges,
  LineIndex,
  type Mention,
} from '../core';
import { readArguments } from './arguments';
import { isReadable, readInput } from './input';
import { type ExitCode, type Io, UsageError } from './io';
import { painter, safe, short } from './terminal';

export async function figures(args: readonly string[], io: Io): Promise<ExitCode> {
  const { files, format, flags } = readArguments(args, ['pretty', 'json'], ['lines', 'claims']);
  const [file, another] = files;
  if (file === undefined || another !== undefined) throw new UsageError('figures needs one file.');
  const input = await readInput(file, io);
  if (!isReadable(input)) {
    io.err(`annotated-reading: ${input.problem}\n`);
    return 2;
  }
  if (flags.has('lines')) {
    // Sentences by themselves, not Markdown: a line that begins with "5. " or a space is no list and no code.
    const lines = linesOf(input.text).map(line => JSON.stringify(findFigures(line).map(figureAsJson)));
    io.out(lines.map(line => `${line}\n`).join(''));
    return 0;
  }
  const analysis = analyze(input.text);
  const found = joinChanges(input.text, analysis.report.figures);
  const asJson = flags.has('claims') ? readingsAsJson(analysis) : found.map(figureAsJson);
  io.out(format === 'json' ? `${JSON.stringify(asJson, null, 2)}\n` : asText(input.text, found, io.color));
  return 0;
}

/** A figure as JSON has it: a change with its two ends, each a figure of its own. */
function figureAsJson(figure: Figure) {
  const own = ownAsJson(figure);
  if (figure.form === 'level') return own;
  return { ...own, from: ownAsJson(figure.from), to: ownAsJson(figure.to) };
}

/** An end that is infinite is null, which is all that JSON has for it. */
function ownAsJson({ span, text, quantity }: Figure) {
  const { kind, range, value, unit, qualifier } = quantity;
  return {
    start: span.start,
    end: span.end,
    text,
    kind,
    low: finite(range.low),
    high: finite(range.high),
    value: finite(value),
    unit,
    qualifier: qualifier ?? null,
  };
}

/** Every figure with how it was read; `claim` numbers the claims, and is null for a figure that makes none. */
function readingsAsJson({ claims, mentions }: Analysis) {
  const ids = new Map<Mention, number>();
  claims.forEach((claim, i) => {
    for (const mention of claim.mentions) if (!ids.has(mention)) ids.set(mention, i + 1);
  });
  return mentions.map(mention => ({
    ...ownAsJson(mention.figure),
    subjects: mention.subjects,
    measure: mention.measure ?? null,
    modifiers: mention.modifiers,
    aspect: mention.aspect,
    periods: mention.periods,
    role: mention.role,
    claim: ids.get(mention) ?? null,
  }));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function inWords(figure: Figure): string {
  if (figure.form === 'level') return describeQuantity(figure.quantity);
  return `${describeQuantity(figure.from.quantity)}, then ${describeQuantity(figure.to.quantity)}`;
}

function asText(text: string, found: readonly Figure[], color: boolean): string {
  const paint = painter(color);
  const lines = new LineIndex(text);
  const rows = found.map(figure => {
    const { line, column } = lines.positionAt(figure.span.start);
    const place = paint('dim', `${line + 1}:${column + 1}`);
    return `${place}  ${paint('bold', short(figure.text))}  ${safe(inWords(figure))}\n`;
  });
  return `${rows.join('')}${found.length === 1 ? '1 figure' : `${found.length} figures`}\n`;
}
