import type { Mention } from '../claims';
import { spellLike } from '../figures';
import type { Evidence } from '../sources/evidence';
import { whereOf } from '../sources/passage';
import type { Fix, Rule } from './rule';
import { contradictions } from './verdict';

export const sourceContradicts: Rule = {
  id: 'source-contradicts',
  family: 'verification',
  severity: 'error',
  summary: 'A figure for which an attached source states another value of the same claim.',
  *check(reading) {
    for (const mention of reading.evidence ? reading.mentions : []) {
      const [best] = contradictions(reading, mention);
      if (best)
        yield {
          span: mention.figure.span,
          message: messageFor(mention, best),
          fixes: [useSource(mention, best)],
        };
    }
  },
};

function messageFor({ figure }: Mention, { stated, quote, ...source }: Evidence): string {
  return `“${figure.text}” here, but ${whereOf(source)} says “${stated}”: “${quote}”`;
}

function useSource({ figure }: Mention, { value }: Evidence): Fix {
  const newText = spellLike(value, figure);
  return {
    kind: 'edits',
    title: `Write ${newText}, as the source has it`,
    edits: [{ span: figure.core, newText }],
    certain: false,
  };
}
