// Labelled fields inside an entry: "Core Facts: …", "**Position:** …", "Source: …".
import type { Prose } from '../markdown/prose';
import type { Field } from './report';

export type FieldKind =
  | 'facts'
  | 'drivers'
  | 'significance'
  | 'source'
  | 'position'
  | 'interests'
  | 'confidence'
  | 'horizon';

const FIELD_LABELS: readonly (readonly [FieldKind, RegExp])[] = [
  ['source', /^(?:original |primary |main )?(?:sources?|source\(s\)|references?)$/],
  [
    'facts',
    /^(?:(?:core|key|main|basic) )?(?:facts?|contents?|details?|terms)$|^what(?: happened)?$|^the (?:deal|news|facts)$/,
  ],
  [
    'drivers',
    /^(?:driving |key |main )?(?:factors?|drivers?|forces)$|^background$|^context$|^why(?: now)?$|^reasons?$|^causes?$|^rationale$/,
  ],
  ['significance', /^why it matters$|^significance$|^(?:impact|implications?|meaning|so what)$/],
  ['position', /^(?:(?:core|current|strategic|market) )?(?:positions?|positioning|stance|role|strategy)$/],
  [
    'interests',
    /^(?:(?:core|key|main|strategic) )?(?:interests?|goals?|objectives?|aims?|motivations?|wants)$/,
  ],
  ['confidence', /^(?:confidence(?: level)?|certainty|likelihood)$/],
  ['horizon', /^(?:(?:time )?horizon|time ?frame|by when|timing)$/],
];

const LABEL =
  /(?<=^|[\s.;。；)\]]|\uFE0F)(\p{L}[\p{L}'’()-]{1,24}(?: [\p{L}'’()-]{1,24}){0,2})[:：](?=\s|$)/gu;

/** The kind of field that a label announces. */
export function fieldKindOf(label: string): FieldKind | undefined {
  const words = label.toLowerCase().trim();
  return FIELD_LABELS.find(([, pattern]) => pattern.test(words))?.[0];
}

interface Label {
  readonly kind: FieldKind;
  readonly piece: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Splits text into what stands before the first label and the labelled fields.
 * @param pieces the prose of successive blocks, each read from its offset `from` on
 */
export function readFields(pieces: readonly { readonly prose: Prose; readonly from: number }[]): {
  readonly body: Field | undefined;
  readonly fields: ReadonlyMap<FieldKind, Field>;
  readonly startsWithField: boolean;
} {
  const labels = pieces.flatMap(({ prose, from }, piece) => labelsIn(prose.text, from, piece));
  const fields = new Map<FieldKind, Field>();
  const first = labels[0];
  const body = join(
    pieces,
    { piece: 0, offset: pieces[0]?.from ?? 0 },
    first ? { piece: first.piece, offset: first.start } : undefined,
  );
  labels.forEach((label, i) => {
    const next = labels[i + 1];
    const end = next ? { piece: next.piece, offset: next.start } : undefined;
    const field = join(pieces, { piece: label.piece, offset: label.end }, end);
    if (field && !fields.has(label.kind)) fields.set(label.kind, field);
  });
  return { body, fields, startsWithField: first !== undefined && body === undefined };
}

function labelsIn(text: string, from: number, piece: number): Label[] {
  const labels: Label[] = [];
  for (const match of text.matchAll(LABEL)) {
    const words = match[1] ?? '';
    // "… confirmed Core Facts": the label may be only the last of the words before the colon.
    const kindAt = [0, 1, 2]
      .map(skip => words.split(' ').slice(skip).join(' '))
      .find(label => /^\p{Lu}/u.test(label) && fieldKindOf(label));
    const kind = kindAt === undefined ? undefined : fieldKindOf(kindAt);
    if (!kind || kindAt === undefined) continue;
    const start = match.index + words.length - kindAt.length;
    if (start >= from) labels.push({ kind, piece, start, end: match.index + match[0].length });
  }
  return labels;
}

interface Place {
  readonly piece: number;
  readonly offset: number;
}

/** The text from one place to another, or undefined when there is none. */
function join(
  pieces: readonly { readonly prose: Prose }[],
  from: Place,
  to: Place | undefined,
): Field | undefined {
  const parts: string[] = [];
  let start: number | undefined;
  let end = 0;
  const last = to?.piece ?? pieces.length - 1;
  for (let i = from.piece; i <= last; i++) {
    const prose = pieces[i]?.prose;
    if (!prose) continue;
    const low = i === from.piece ? from.offset : 0;
    const high = i === to?.piece ? to.offset : prose.text.length;
    const slice = prose.text.slice(low, high);
    const words = slice.trim();
    if (words === '') continue;
    const lead = low + slice.length - slice.trimStart().length;
    const span = prose.toSpan({ start: lead, end: lead + words.length });
    start ??= span.start;
    end = span.end;
    parts.push(words);
  }
  return start === undefined ? undefined : { text: parts.join('\n'), span: { start, end } };
}
