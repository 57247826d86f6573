// evidence: what the attached sources make of each figure of a report.
import {
  type Analysis,
  analyze,
  type Evidence,
  type Judged,
  LineIndex,
  VERDICTS,
  type Verdict,
  whereOf,
} from '../core';
import { readArguments } from './arguments';
import { Bibliographies } from './bibliographies';
import { isReadable, readInput } from './input';
import { type ExitCode, type Io, UsageError } from './io';
import { Projects } from './projects';
import { Sources } from './sources';
import { type Paint, painter, type Style, safe, short } from './terminal';

const STYLES: Readonly<Record<Verdict, Style>> = {
  backed: 'blue',
  contradicted: 'red',
  'not-found': 'yellow',
  'no-source': 'dim',
};

/** Passages shown for a figure; JSON has all. */
const MOST_SHOWN = 2;

export async function evidence(args: readonly string[], io: Io): Promise<ExitCode> {
  const { files, format, values } = readArguments(args, ['pretty', 'json'], [], ['sources']);
  const [file, another] = files;
  if (file === undefined || another !== undefined) throw new UsageError('evidence needs one file.');
  const refuse = (problem: string): ExitCode => {
    io.err(`annotated-reading: ${problem}\n`);
    return 2;
  };
  const settings = await new Projects(io).settingsFor(file);
  if (settings.kind === 'excluded') return 0;
  if (settings.kind === 'problem') return refuse(settings.problem);
  const input = await readInput(file, io);
  if (!isReadable(input)) return refuse(input.problem);
  const cited = await new Bibliographies(io).optionsFor(file, input.text, settings);
  const options = await new Sources(values.get('sources'), io).optionsFor(file, settings, cited);
  if (options.sources?.documents?.length === 0)
    return refuse(
      'there are no documents to check against: put them into a folder “sources” beside the report, or name one with --sources DIR',
    );
  const analysis = analyze(input.text, options);
  io.out(format === 'json' ? asJson(input.text, analysis) : asText(input.text, analysis, painter(io.color)));
  return analysis.judged.some(({ verdict }) => verdict === 'contradicted') ? 1 : 0;
}

function placer(text: string) {
  const lines = new LineIndex(text);
  return ({ mention }: Judged) => {
    const { line, column } = lines.positionAt(mention.figure.span.start);
    return { line: line + 1, column: column + 1 };
  };
}

function asJson(text: string, { judged }: Analysis): string {
  const placeOf = placer(text);
  const figures = judged.map(one => ({
    ...one.mention.figure.span,
    ...placeOf(one),
    text: one.mention.figure.text,
    verdict: one.verdict,
    evidence: one.evidence.same.map(evidenceAsJson),
    contradictions: one.verdict === 'contradicted' ? one.evidence.other.map(evidenceAsJson) : [],
  }));
  return `${JSON.stringify(figures, null, 2)}\n`;
}

/** Selectors as the W3C Web Annotation Data Model has them; positions are in the text that was read from the document. */
function evidenceAsJson({ path, title, quote, stated, place, selector, passage, score }: Evidence) {
  return {
    source: path,
    title: title ?? null,
    quote,
    stated,
    page: place.page ?? null,
    heading: place.heading ?? null,
    row: place.row ?? null,
    score: Number(score.toFixed(3)),
    selector: [
      { type: 'TextQuoteSelector', ...selector },
      { type: 'TextPositionSelector', ...passage },
    ],
  };
}

function asText(text: string, { judged }: Analysis, paint: Paint): string {
  const placeOf = placer(text);
  const rows = judged.map(one => {
    const { line, column } = placeOf(one);
    const { verdict, evidence: found, mention } = one;
    const passages = verdict === 'contradicted' ? found.other : found.same;
    const head = `${paint('dim', `${line}:${column}`)}  ${paint('bold', short(mention.figure.text))}  ${paint(STYLES[verdict], VERDICTS[verdict])}\n`;
    const quotes = passages
      .slice(0, MOST_SHOWN)
      .map(passage => `    ${paint('dim', safe(whereOf(passage)))}  “${safe(passage.quote)}”\n`);
    return head + quotes.join('');
  });
  return `${rows.join('')}${summary(judged)}\n`;
}

function summary(judged: readonly Judged[]): string {
  const count = (verdict: Verdict) => judged.filter(one => one.verdict === verdict).length;
  const counts = (Object.keys(VERDICTS) as Verdict[]).map(
    verdict => `${count(verdict)} ${VERDICTS[verdict]}`,
  );
  return `${judged.length} ${judged.length === 1 ? 'figure' : 'figures'}: ${counts.join(', ')}`;
}
