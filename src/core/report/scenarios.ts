// Scenarios in a table: "Base | 60% | Rates stay near $2,000".
import type { Table } from '../markdown/block';
import { bareTitle } from '../markdown/flattened';
import { flat } from '../text/lists';
import { confidenceAlone, takeConfidence } from './confidence';
import { horizonOfTitle, horizonWithin } from './horizons';
import type { Prediction, Section } from './report';
import { cellField, columnOf, columnsOf, columnWhere, rowSpan, wordiestColumn } from './tables';

const HEADER = /^(?:scenarios?|cases?)$/i;
const SCENARIO =
  /^(?:the )?(?:base|bull|bear|up|down|upside|downside|best|worst|central|high|low|optimistic|pessimistic|baseline|adverse|severe|stress|reference|main|risk)(?:[ -](?:case|scenario|side))?$/i;
/** A column with fewer characters in a cell, on average, states nothing. */
const SENTENCE = 20;

/** The scenarios of a part of predictions, each with its name, how likely it is and what it brings. */
export function scenariosIn(section: Section): Prediction[] {
  if (section.part !== 'predictions') return [];
  return flat(section.blocks, block => (block.kind === 'table' ? rowsOf(block, section.title) : []));
}

function rowsOf(table: Table, title: string): Prediction[] {
  const isNamed = (text: string) => SCENARIO.test(text.replace(/\s*[(（].*$/, ''));
  const { confidence, question, horizon } = columnsOf(table);
  const name = columnOf(table, HEADER) ?? columnWhere(table, isNamed);
  if (name === undefined || question !== undefined || horizon !== undefined) return [];
  const text = wordiestColumn(table, [name, confidence], SENTENCE);
  const header = table.header.cells[text ?? -1]?.prose.text ?? '';
  const ofAll = horizonWithin(header) ?? horizonOfTitle(title);
  return flat(table.rows, (row): Prediction[] => {
    const [called, said] = [cellField(row, name), cellField(row, text)];
    if (!called || !said) return [];
    const graded = takeConfidence(called.text, true);
    return [
      {
        text: `${bareTitle(graded.text)}: ${bareTitle(said.text)}`,
        horizon: horizonWithin(said.text) ?? ofAll,
        confidence: confidenceAlone(cellField(row, confidence)?.text ?? '') ?? graded.confidence,
        span: rowSpan(row),
      },
    ];
  });
}
