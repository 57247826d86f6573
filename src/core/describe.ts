// Says in plain words what a figure means, what it rests on, and where else the report says the same.
import { type Claim, type Mention, mayBeOneClaim, type Role } from './claims';
import { describeQuantity } from './figures';
import type { PlacedFigure, Report } from './report/report';
import { citedAt } from './sources/cite';
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
  {
    report,
    claims,
    mentions,
  }: { readonly report: Report; readonly claims: readonly Claim[]; readonly mentions: readonly Mention[] },
  figure: PlacedFigure,
): FigureDescription {
  const claim = claims.find(({ mentions }) => mentions.some(mention => mention.figure === figure));
  const mention = mentions.find(one => one.figure === figure);
  const others = mention ? sameOf(mention, claim).filter(isNotForeseen) : [];
  return {
    meaning: describeQuantity(figure.quantity),
    about: mention && aboutOf(report.text, mention),
    basis: basisOf(report, figure),
    mentions: others.map(one => ({
      text: one.figure.text,
      meaning: describeQuantity(one.figure.quantity),
      span: one.figure.span,
    })),
  };
}

function isNotForeseen({ figure }: Mention): boolean {
  return figure.section.part !== 'predictions';
}

/** The other mentions of a claim that give a value of the same kind for the same time. */
export function sameOf(mention: Mention, claim: Claim | undefined): readonly Mention[] {
  return claim?.mentions.filter(one => one !== mention && mayBeOneClaim(one, mention)) ?? [];
}

/** How a message names the roles that are not the plain level. */
const ROLES: Readonly<Record<Role, string>> = {
  level: '',
  initial: 'the first part',
  further: 'a further part',
  maximum: 'the most',
  total: 'the total',
  previous: 'the value before',
  change: 'a change',
};

/** "annual revenue of Norvik, 2026-03, the total", of which any part may be missing. */
function aboutOf(text: string, mention: Mention): string | undefined {
  const { figure, subjects, modifiers, aspect, periods, role } = mention;
  const measure = mention.measure && [aspect, ...modifiers, mention.measure].filter(Boolean).join(' ');
  const sentence = text.slice(figure.sentence.start, figure.sentence.end);
  const names = subjects.map(subject => asWritten(sentence, subject)).join(', ');
  const what = measure && names ? `${measure} of ${names}` : (measure ?? names);
  return [what, ...periods, ROLES[role]].filter(Boolean).join(', ') || undefined;
}

/** What tells a figure from others of its measure: "2026-03, annual, the total"; '' for a plain value at no known time. */
export function circumstancesOf({ periods, aspect, role }: Mention): string {
  return [...periods, aspect, ROLES[role]].filter(Boolean).join(', ');
}

/** A name that is kept in lower case, as the text writes it. */
function asWritten(text: string, name: string): string {
  const at = text.toLowerCase().indexOf(name);
  return at < 0 ? name : text.slice(at, at + name.length);
}

const LONGEST_CAVEAT = 80;

/** What a reader may rely on: the figure's own citation or the sources around it, unless a caveat speaks of it. */
function basisOf(report: Report, figure: PlacedFigure): string | undefined {
  const covers = ({ scopes }: { readonly scopes: readonly Span[] }) =>
    scopes.some(scope => contains(scope, figure.span));
  const caveat = citedAt(report, figure.span) ? undefined : report.caveats.find(covers);
  if (caveat) return `Not confirmed: the report says “${cut(caveat.text.trim(), LONGEST_CAVEAT)}”.`;
  const names = new Set(report.sources.filter(covers).flatMap(note => note.names.map(({ name }) => name)));
  return names.size > 0 ? `Source: ${[...names].join('; ')}` : undefined;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length).trimEnd()}…` : text;
}
