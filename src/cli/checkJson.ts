// The findings as JSON: offsets in UTF-16 code units, lines and columns from 1.
import { LineIndex, type Span } from '../core';
import type { CheckResult } from './check';

export function checkedAsJson({ checked }: CheckResult): string {
  const files = checked.map(({ name, text, findings }) => {
    const lines = new LineIndex(text);
    const place = (span: Span) => {
      const { line, column } = lines.positionAt(span.start);
      return { start: span.start, end: span.end, line: line + 1, column: column + 1 };
    };
    return {
      file: name,
      findings: findings.map(({ rule, severity, message, span, related, fixes }) => ({
        rule,
        severity,
        message,
        ...place(span),
        related: related.map(one => ({ message: one.message, ...place(one.span) })),
        fixes: fixes.map(fix =>
          fix.kind === 'edits'
            ? { title: fix.title, edits: fix.edits.map(edit => ({ ...edit.span, newText: edit.newText })) }
            : { title: fix.title, sources: fix.sources.map(source => source.name) },
        ),
      })),
    };
  });
  return `${JSON.stringify(files, null, 2)}\n`;
}
