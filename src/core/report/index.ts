// Reads the parts of a report from its blocks.
import type { Block } from '../markdown/block';
import { Cover } from '../text/cover';
import { finish, type Steps } from '../text/steps';
import { withBracketedSources } from './bracketed-sources';
import { readCaveats } from './caveats';
import { readDecisions } from './decisions';
import { readEvents } from './events';
import { readJudgments } from './judgments';
import { readMetrics } from './metrics';
import { placeFigures } from './place';
import { readPlayers } from './players';
import { readPredictions } from './predictions';
import { readQuestions } from './questions';
import type { KnownPlayer, PlacedFigure, Report, Section, SourceNote } from './report';
import { reportDate, statedDate } from './report-date';
import { mastheadEnd, readSections } from './sections';
import { readSources } from './sources';

/** Reads the parts of a report. Known players are found by their names, whatever the report makes of them. */
export function readReport(
  text: string,
  blocks: readonly Block[],
  known: readonly KnownPlayer[] = [],
): Report {
  return finish(reportInSteps(text, blocks, known));
}

/** Like `readReport`, part by part. */
export function* reportInSteps(
  text: string,
  blocks: readonly Block[],
  known: readonly KnownPlayer[] = [],
): Steps<Report> {
  const sections = yield* readSections(blocks, text.length);
  yield;
  const masthead = mastheadEnd(sections);
  const told = yield* readEvents(sections, reportDate(text), statedDate(text, masthead), masthead);
  const events = withBracketedSources(text, told);
  yield;
  const sources = yield* readSources(sections, events);
  yield;
  const figures = yield* readFigures(sections, sources);
  const caveats = readCaveats(sections, events);
  yield;
  const players = yield* readPlayers(blocks, sections, events, known);
  yield;
  const metrics = readMetrics(sections);
  const judgments = readJudgments(sections);
  yield;
  const predictions = readPredictions(sections);
  yield;
  const decisions = readDecisions(sections);
  const questions = readQuestions(sections);
  yield;
  return {
    text,
    blocks,
    sections,
    figures,
    caveats,
    sources,
    events,
    metrics,
    players,
    judgments,
    predictions,
    decisions,
    questions,
  };
}

/** All figures but those in the words that name a source. */
function* readFigures(sections: readonly Section[], sources: readonly SourceNote[]): Steps<PlacedFigure[]> {
  const sourceWords = new Cover(
    sources.filter(note => note.kind === 'line' || note.kind === 'cell').map(note => note.span),
  );
  const figures: PlacedFigure[] = [];
  for (const section of sections) {
    for (const figure of placeFigures(section)) if (!sourceWords.covers(figure.span)) figures.push(figure);
    yield;
  }
  return figures;
}
