// Where the figures of a report stand in their proses: worked out once, for all who look at the words around them.
import type { Prose } from '../markdown/prose';
import type { Span } from '../text/span';
import type { Mention } from './claim';
import { isNextTo, proseOf } from './spot';

/** A figure in its prose. */
export interface Place extends Span {
  readonly prose: Prose;
  /** One object for all figures of a sentence or cell. */
  readonly sentence: SentencePlace;
}

/** A sentence or cell in its prose. */
export interface SentencePlace extends Span {
  /** Where its first figure starts. */
  readonly figures: number;
}

/** The places of a report's mentions, in their order. */
export function placesOf(mentions: readonly Mention[]): readonly Place[] {
  let before: Mention | undefined;
  let sentence: SentencePlace | undefined;
  return mentions.map(mention => {
    const { figure } = mention;
    const prose = proseOf(figure);
    const start = prose.fromSource(figure.span.start);
    if (!sentence || !before || !isNextTo(before.figure, figure))
      sentence = {
        start: prose.fromSource(figure.sentence.start),
        end: prose.fromSource(figure.sentence.end),
        figures: start,
      };
    before = mention;
    return { prose, start, end: prose.fromSource(figure.span.end), sentence };
  });
}
