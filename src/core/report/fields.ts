// Labelled fields inside an entry: "Core Facts: …", "**Position:** …", "Stance – …", "Source: …".
import { movedSpan } from '../markdown/moved';
import type { Prose } from '../markdown/prose';
import { mayStart, seek } from '../text/beginnings';
import {
  APOSTROPHE,
  endOfRun,
  HYPHEN,
  kindAt,
  LETTER,
  SPACE,
  startOfRun,
  WORD_LETTERS,
} from '../text/letters';
import { flat } from '../text/lists';
import { once } from '../text/remember';
import type { Field } from './report';

export type FieldKind =
  | 'facts'
  | 'drivers'
  | 'significance'
  | 'source'
  | 'position'
  | 'interests'
  | 'confidence'
  | 'horizon'
  | 'date'
  | 'audience'
  | 'title';

const LABELS: Readonly<Record<FieldKind, string>> = {
  source: 'source,sources,source(s),ref,refs,reference,references,cited from,data source,data from',
  facts:
    'fact,facts,content,contents,detail,details,terms,what,what happened,the deal,the news,the facts,in brief,in short,summary,description,particulars,essentials',
  drivers:
    'factor,factors,driver,drivers,driving forces,forces,background,context,why,why now,why it happened,reason,reasons,cause,causes,rationale,trigger,analysis,because,motive,motives,grounds',
  significance:
    'why it matters,why this matters,significance,impact,impacts,implication,implications,meaning,so what,what it means,consequence,consequences,upshot,effect,effects',
  position:
    'position,positions,positioning,stance,role,strategy,posture,standing,where it stands,where they stand,what it does,profile',
  interests:
    'interest,interests,goal,goals,objective,objectives,aim,aims,motivation,motivations,want,wants,what it wants,what they want,demand,demands,need,needs,seeks,stake,agenda,priority,priorities,incentive,incentives,ambition,ambitions,appeal,appeals,ask,asks,looking for',
  confidence:
    'confidence,confidence level,level of confidence,certainty,likelihood,probability,conviction,odds,credence',
  horizon:
    'horizon,time horizon,timeframe,time frame,by when,timing,deadline,time span,period covered,target date',
  date: 'date,when,time,day,announced,date announced,date of event,event date',
  audience: 'audience,addressee,addressed to,for whom,responsible,owner',
  title:
    'event,deal,headline,title,player,company,actor,name,judgment,judgement,finding,prediction,forecast,recommendation,decision,question',
};
const KINDS: ReadonlyMap<string, FieldKind> = new Map(
  Object.entries(LABELS).flatMap(([kind, labels]) =>
    labels.split(',').map((label): [string, FieldKind] => [label, kind as FieldKind]),
  ),
);
/** Words before a label that change nothing: "Core Facts", "Main Source". */
const MODIFIERS: ReadonlySet<string> = new Set(
  'event,deal,core,key,main,basic,information,driving,strategic,original,primary,current,market,overall,its,their,our,the'.split(
    ',',
  ),
);
/** The words that a label may start with, up to the first character that is no letter. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  [...KINDS.keys(), ...MODIFIERS].map(words => words.replace(/[^a-z].*/, '')),
);
const FIRST = seek([...FIRST_WORDS].join(' '));
const LAST_WORDS: ReadonlySet<string> = new Set(Array.from(KINDS.keys(), words => words.replace(/.* /, '')));

/** Labels that only count at the start of a line, because sentences hold the same words before a colon. */
const AT_START: ReadonlySet<FieldKind> = new Set<FieldKind>(['title', 'date', 'audience']);

/** Labels that need no capital behind what sets them off. */
const NOTES: ReadonlySet<FieldKind> = new Set<FieldKind>(['horizon', 'confidence', 'interests']);

/** Fields of one line. */
const SHORT: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'title',
  'date',
  'audience',
  'confidence',
  'horizon',
]);

/** The kind of field that a label announces. */
export const fieldKindOf = once((label: string): FieldKind | undefined => {
  let words = label.toLowerCase().trim();
  for (let skipped = 0; skipped < 3; skipped++) {
    const kind = KINDS.get(words);
    if (kind) return kind;
    const gap = words.indexOf(' ');
    if (gap < 0 || !MODIFIERS.has(words.slice(0, gap))) return undefined;
    words = words.slice(gap + 1);
  }
  return undefined;
});

interface Label {
  readonly kind: FieldKind;
  readonly piece: number;
  readonly start: number;
  readonly end: number;
}

/** Prose read from its offset `from` on. */
export interface Piece {
  readonly prose: Prose;
  readonly from: number;
}

export interface Labelled {
  /** What stands before the first label. */
  readonly body: Field | undefined;
  readonly fields: ReadonlyMap<FieldKind, Field>;
}

export interface Fields extends Labelled {
  readonly startsWithField: boolean;
}

/** The same fields where the text stands `by` code units further on. */
export function movedFields({ body, fields }: Labelled, by: number): Labelled {
  return {
    body: body && movedField(body, by),
    fields: new Map(Array.from(fields, ([kind, field]) => [kind, movedField(field, by)])),
  };
}

export function movedField({ text, span }: Field, by: number): Field {
  return { text, span: movedSpan(span, by) };
}

/** A text without the dash or colon that sets it off from its lead. */
export function withoutSeparator(field: Field | undefined): Field | undefined {
  return field && { ...field, text: field.text.replace(/^[\s:：–—|.-]+(?=\S)/, '') };
}

/** Splits the text of successive blocks into what stands before the first label and the labelled fields. */
export function readFields(pieces: readonly Piece[]): Fields {
  const labels = flat(pieces, ({ prose, from }, piece) => labelsIn(prose.text, from, piece));
  const first = labels[0];
  const body = join(
    pieces,
    { piece: 0, offset: pieces[0]?.from ?? 0 },
    first ? { piece: first.piece, offset: first.start } : undefined,
  );
  if (!first) return { body, fields: NO_FIELDS, startsWithField: false };
  const fields = new Map<FieldKind, Field>();
  labels.forEach((label, i) => {
    const next = labels[i + 1];
    const end = next ? { piece: next.piece, offset: next.start } : undefined;
    const field = join(pieces, { piece: label.piece, offset: label.end }, endOfField(pieces, label, end));
    if (field && !fields.has(label.kind)) fields.set(label.kind, field);
  });
  return { body, fields, startsWithField: body === undefined };
}

const NO_FIELDS: ReadonlyMap<FieldKind, Field> = new Map();

/** A level is a word or two; what follows gives its grounds. */
const SENTENCE_END = /[.。](?=\s)|\n/;

/** A short field ends with its line, one in brackets with the bracket, any other where the next one starts. */
function endOfField(pieces: readonly Piece[], label: Label, next: Place | undefined): Place | undefined {
  const text = pieces[label.piece]?.prose.text ?? '';
  const own = next?.piece === label.piece ? next.offset : text.length;
  const opening = text.charAt(label.start);
  const inBrackets = opening === '(' || opening === '（';
  const stop = inBrackets
    ? /[)）]/
    : label.kind === 'confidence'
      ? SENTENCE_END
      : SHORT.has(label.kind)
        ? /\n/
        : undefined;
  if (!stop) return next;
  const found = stop.exec(text.slice(label.end, own));
  return { piece: label.piece, offset: found ? label.end + found.index : own };
}

/** True for text that starts with the label of a field. */
export function startsWithLabel(text: string): boolean {
  return leadingKind(text) !== undefined;
}

/** The kind of field whose label starts a text. */
export function leadingKind(text: string): FieldKind | undefined {
  return leadingLabel(text, 0)?.kind;
}

const LABEL = new RegExp(
  `(?:^|[\\s.;。；)\\](（\\uFE0F])([${WORD_LETTERS}][${WORD_LETTERS}'’()-]{1,24}(?: [${WORD_LETTERS}'’()-]{1,24}){0,3})$`,
);
const LONGEST_LABEL = 64;

function labelsIn(text: string, from: number, piece: number): Label[] {
  const labels: Label[] = [];
  const leading = leadingLabel(text, from);
  if (leading) labels.push({ ...leading, piece });
  COLON.lastIndex = leading ? leading.end : from;
  while (COLON.test(text)) {
    const at = COLON.lastIndex - 1;
    if (!mayEndLabel(text, at)) continue;
    const window = text.slice(Math.max(0, at - LONGEST_LABEL), at);
    const found = LABEL.exec(window)?.[1] ?? '';
    // "… million (source": a bracket that opens within the words opens the label.
    const words = found.replace(/^[^(]* \((?=[^()]*$)/, '');
    const inBrackets = /[(（]$/.test(window.slice(0, window.length - words.length));
    // "… confirmed Core Facts": the label may be only the last of the words before the colon.
    const isSetOff = /[–—;|·]\s*$/.test(window.slice(0, window.length - words.length));
    const label = suffixes(words).find(suffix => {
      const named = fieldKindOf(suffix);
      if (inBrackets) return named === 'source';
      // "… – horizon: 12 months – confidence: 80%": a dash sets off what needs no capital then.
      const isNote = isSetOff && suffix === words && named !== undefined && NOTES.has(named);
      return named && (isNote || /^\p{Lu}/u.test(suffix));
    });
    const kind = label === undefined ? undefined : fieldKindOf(label);
    if (!kind || label === undefined) continue;
    const start = at - label.length - (inBrackets ? 1 : 0);
    if (start < from || (AT_START.has(kind) && start > 0 && text[start - 1] !== '\n')) continue;
    labels.push({ kind, piece, start, end: at + 1 });
  }
  return labels;
}

const COLON = /:(?=\s|$)|：/g;

/** A cheap look at the last word before a colon, which turns nearly every colon away. */
export function mayEndLabel(text: string, colon: number): boolean {
  if (text[colon - 1] === ')') return true;
  const start = startOfRun(text, colon, LETTER | APOSTROPHE | HYPHEN);
  return LAST_WORDS.has(text.slice(start, colon).toLowerCase());
}

const LEADING = new RegExp(
  `^[\\s\\uFE0F]*([${WORD_LETTERS}'’() ]{2,40}?)\\s?(?:[:：]|\\s[–—-](?=\\s)|\\s=(?=\\s)|\\.(?=\\s))`,
);
const LONGEST_LEADING = 60;

/** "Position – …", "Wants: …", "Stance. …": a label that starts the text, in any case and with any of the usual separators. */
function leadingLabel(text: string, from: number): Omit<Label, 'piece'> | undefined {
  const window = text.slice(from, from + LONGEST_LEADING);
  let word = 0;
  while (kindAt(window, word) === SPACE || window[word] === '\uFE0F') word++;
  if (!mayStart(FIRST, window, word)) return undefined;
  if (!FIRST_WORDS.has(window.slice(word, endOfRun(window, word, LETTER)).toLowerCase())) return undefined;
  const match = LEADING.exec(window);
  const kind = match ? fieldKindOf(match[1] ?? '') : undefined;
  if (!match || !kind) return undefined;
  const start = from + match[0].indexOf(match[1] ?? '');
  return { kind, start, end: from + match[0].length };
}

function suffixes(words: string): string[] {
  const parts = words.split(' ');
  return parts.map((_, skip) => parts.slice(skip).join(' '));
}

interface Place {
  readonly piece: number;
  readonly offset: number;
}

/** The text from one place to another, or undefined when there is none. */
function join(pieces: readonly Piece[], from: Place, to: Place | undefined): Field | undefined {
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
