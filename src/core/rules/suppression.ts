// Suppression by comment: `<!-- annotated-reading-disable-next-line RULE… -->` and its kin, and the mark `[sic]`.
import { LineIndex } from '../text/lines';
import { firstFrom } from '../text/scopes';
import type { Span } from '../text/span';
import type { Finding, Severity } from './rule';
import { UNUSED_SUPPRESSION } from './unused-suppression';

type Kind = 'disable-next-line' | 'disable' | 'enable' | 'disable-file';

interface Comment {
  readonly kind: Kind;
  readonly span: Span;
  /** The rules that it names; none means all. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
}

interface Suppression extends Comment {
  /** The text that it speaks of. */
  readonly scope: Span;
}

const COMMENT =
  /<!--\s*annotated-reading-(disable-next-line|disable-file|disable|enable)\b([^>\r\n]{0,400}?)-->/g;

/**
 * Drops the findings that comments or `[sic]` suppress, and adds one for every comment that suppresses nothing or
 * names a rule that does not exist. A comment for a rule that is off may be needed again once the rule is on.
 * @param severity of the findings on comments; 'off' gives none
 * @param isOff whether a rule is switched off
 */
export function applySuppressions(
  text: string,
  findings: readonly Finding[],
  ruleIds: ReadonlySet<string>,
  severity: Severity | 'off',
  isOff: (rule: string) => boolean,
): Finding[] {
  const suppressions = readSuppressions(text);
  const used = new Set<Suppression>();
  const kept = findings.filter(finding => {
    const by = suppressions.filter(suppression => suppresses(suppression, finding));
    for (const suppression of by) used.add(suppression);
    return by.length === 0 && !isQuotedMistake(text, finding.span);
  });
  if (severity === 'off') return kept;
  const unused = suppressions.flatMap(suppression => {
    const isNeeded = used.has(suppression) || suppression.rules.some(({ id }) => isOff(id));
    return complaints(suppression, isNeeded, ruleIds);
  });
  return [
    ...kept,
    ...unused.map(
      ({ span, message }): Finding => ({
        rule: UNUSED_SUPPRESSION,
        severity,
        span,
        message,
        related: [],
        fixes: [],
      }),
    ),
  ];
}

function complaints(
  suppression: Suppression,
  isNeeded: boolean,
  ruleIds: ReadonlySet<string>,
): { span: Span; message: string }[] {
  const unknown = suppression.rules.filter(({ id }) => !ruleIds.has(id));
  if (unknown.length > 0)
    return unknown.map(({ id, span }) => ({ span, message: `There is no rule “${id}”.` }));
  return isNeeded ? [] : [{ span: suppression.span, message: 'This comment suppresses nothing. It can go.' }];
}

function suppresses({ scope, rules }: Suppression, { rule, span }: Finding): boolean {
  const named = rules.length === 0 || rules.some(({ id }) => id === rule);
  return named && span.start >= scope.start && span.start < scope.end;
}

/** A slip that the text quotes and marks: "300 billion [sic]". */
function isQuotedMistake(text: string, span: Span): boolean {
  const after = text.slice(span.end, span.end + 50);
  return after.includes('[') && /^[^.;\n]{0,40}\[sic\]/i.test(after);
}

function readSuppressions(text: string): Suppression[] {
  const comments = readComments(text);
  // Hardly any report has one.
  if (comments.length === 0) return [];
  const lines = new LineIndex(text);
  return comments.flatMap((comment, i): Suppression[] => {
    if (comment.kind === 'enable') return [];
    if (comment.kind === 'disable-file') return [{ ...comment, scope: { start: 0, end: text.length + 1 } }];
    if (comment.kind === 'disable-next-line')
      return [{ ...comment, scope: nextLine(text, lines, comment.span.end) }];
    const ends = comments
      .slice(i + 1)
      .find(later => later.kind === 'enable' && (later.rules.length === 0 || sameRules(later, comment)));
    return [{ ...comment, scope: { start: comment.span.end, end: ends?.span.start ?? text.length + 1 } }];
  });
}

function sameRules(a: Comment, b: Comment): boolean {
  return b.rules.length > 0 && b.rules.every(({ id }) => a.rules.some(other => other.id === id));
}

function readComments(text: string): Comment[] {
  const comments = [...text.matchAll(COMMENT)];
  if (comments.length === 0) return [];
  const code = codeFences(text);
  return comments.flatMap((match): Comment[] => {
    const fence = code[firstFrom(code, match.index + 1, span => span.start) - 1];
    if (fence && match.index < fence.end) return [];
    const names = match[2] ?? '';
    const start =
      match.index + match[0].indexOf(names, match[0].indexOf(match[1] ?? '') + (match[1] ?? '').length);
    const rules = [...names.matchAll(/[a-z][a-z-]*[a-z]/gi)].map(name => ({
      id: name[0],
      span: { start: start + name.index, end: start + name.index + name[0].length },
    }));
    return [
      { kind: match[1] as Kind, span: { start: match.index, end: match.index + match[0].length }, rules },
    ];
  });
}

/** Fenced code, in which a comment is an example. */
function codeFences(text: string): Span[] {
  const fences: Span[] = [];
  let open: { mark: string; start: number } | undefined;
  for (const match of text.matchAll(/^[ \t>]{0,20}(`{3,}|~{3,})/gm)) {
    const mark = match[1] ?? '';
    if (!open) open = { mark, start: match.index };
    else if (mark.startsWith(open.mark)) {
      fences.push({ start: open.start, end: match.index + match[0].length });
      open = undefined;
    }
  }
  return open ? [...fences, { start: open.start, end: text.length }] : fences;
}

/** The next line that is not blank. */
function nextLine(text: string, lines: LineIndex, from: number): Span {
  for (let line = lines.positionAt(from).line + 1; line < lines.lineCount; line++) {
    const span = { start: lines.startOf(line), end: lines.startOf(line + 1) };
    if (text.slice(span.start, span.end).trim() !== '') return span;
  }
  return { start: text.length, end: text.length };
}
