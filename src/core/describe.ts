// Says in plain words what a figure means, what it rests on, and where else the report says the same.
import type { Claim, Mention } from './claims';
import { describeQuantity } from './figures';
import type { PlacedFigure, Report } from './report/report';
import { contains, type Span } from './text/span';

/** Plain text, none of it Markdown. */
export interface FigureDescription {
  /** What the words mean as a value: "about 30 billion US dollars". */
  readonly meaning: string;
  /** What is measured, of whom, and when, as far as the text tells. */
  readonly about: string | undefined;
  /** The caveat that it stands under, or else the sources that cover it. */
  readonly basis: string | undefined;
  /** The other places of the same claim, in text order. */
  readonly mentions: readonly { readonly text: string; readonly meaning: string; readonly span: Span }[];
}

/** Describes a figure of an analysed report. Takes time linear in the report's claims, sources and caveats. */
export function describeFigure(
  { report, claims }: { readonly report: Report; readonly claims: readonly Claim[] },
  figure: PlacedFigure,
): FigureDescription {
  const claim = claims.find(({ mentions }) => mentions.some(mention => mention.figure === figure));
  const mention = claim?.mentions.find(one => one.figure === figure);
  const others = claim?.mentions.filter(one => one.figure !== figure) ?? [];
  return {
    meaning: describeQuantity(figure.quantity),
    about: mention && aboutOf(mention),
    basis: basisOf(report, figure),
    mentions: others.map(one => ({
      text: one.figure.text,
      meaning: describeQuantity(one.figure.quantity),
      span: one.figure.span,
    })),
  };
}

function aboutOf({ subjects, measure, periods }: Mention): string | undefined {
  const parts = [
    measure && `Measure: ${measure}`,
    subjects.length > 0 && `Subject: ${subjects.join(', ')}`,
    periods.length > 0 && `Period: ${periods.join(', ')}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : undefined;
}

function basisOf({ caveats, sources }: Report, figure: PlacedFigure): string | undefined {
  const covers = ({ scopes }: { readonly scopes: readonly Span[] }) =>
    scopes.some(scope => contains(scope, figure.span));
  const caveat = caveats.find(covers);
  if (caveat) return `Not confirmed: the report says “${caveat.text.trim()}”.`;
  const names = new Set(sources.filter(covers).flatMap(note => note.names.map(source => source.name)));
  return names.size > 0 ? `Source: ${[...names].join('; ')}` : undefined;
}
