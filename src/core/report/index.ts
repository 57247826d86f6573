// Reads the parts of a report from its blocks.
import type { Block } from '../markdown/block';
import { Cover } from '../text/cover';
import { readCaveats } from './caveats';
import { reportDate } from './dated';
import { readDecisions } from './decisions';
import { readEvents } from './events';
import { readJudgments } from './judgments';
import { readMetrics } from './metrics';
import { placeFigures } from './place';
import { readPlayers } from './players';
import { readPredictions } from './predictions';
import { readQuestions } from './questions';
import type { KnownPlayer, Report } from './report';
import { readSections } from './sections';
import { readSources } from './sources';

/** Reads the parts of a report. Known players are found by their names, whatever the report makes of them. */
export function readReport(
  text: string,
  blocks: readonly Block[],
  known: readonly KnownPlayer[] = [],
): Report {
  const sections = readSections(blocks, text.length);
  const events = readEvents(sections, reportDate(text));
  const sources = readSources(sections, events);
  const sourceWords = new Cover(
    sources.filter(note => note.kind === 'line' || note.kind === 'cell').map(note => note.span),
  );
  const figures = placeFigures(sections).filter(figure => !sourceWords.covers(figure.span));
  return {
    text,
    blocks,
    sections,
    figures,
    caveats: readCaveats(sections, events),
    sources,
    events,
    metrics: readMetrics(sections),
    players: readPlayers(blocks, sections, events, known),
    judgments: readJudgments(sections),
    predictions: readPredictions(sections),
    decisions: readDecisions(sections),
    questions: readQuestions(sections),
  };
}
