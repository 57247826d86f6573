// Applies many fixes at once. A fix may bring another finding to light, so it goes on until nothing is left to do.
import { type AnalyzeOptions, analyze } from './analyze';
import { type ChooseFix, chooseFixes, editsOf } from './rules/choose-fixes';
import type { Finding } from './rules/rule';
import { EditedText } from './text/edited';
import type { TextEdit } from './text/edits';

export interface Fixed {
  readonly text: string;
  /** What changed, as edits of the text that was given. */
  readonly edits: readonly TextEdit[];
  /** The findings that were fixed, in the order of fixing; their spans belong to the text of their round. */
  readonly findings: readonly Finding[];
}

/** Two fixes that undo each other must not go on for ever. */
const MOST_ROUNDS = 10;

/** Applies the chosen fixes of all findings, in rounds, until a round has none left. */
export function fixAll(text: string, choose: ChooseFix, options: AnalyzeOptions = {}): Fixed {
  const edited = new EditedText(text);
  const findings: Finding[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = chooseFixes(analyze(edited.text, options).findings, choose);
    if (chosen.length === 0) break;
    edited.apply(editsOf(chosen));
    findings.push(...chosen.map(({ finding }) => finding));
  }
  return { text: edited.text, edits: edited.edits(), findings };
}
