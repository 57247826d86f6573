import { furnitureIn } from '../report/furniture';
import type { Rule } from './rule';

export const pageFurniture: Rule = {
  id: 'page-furniture',
  family: 'text',
  severity: 'hint',
  summary: 'What a web page left behind: “Comments (0)”, “Share”, “5 min read”.',
  *check({ report }) {
    for (const { span, removal } of furnitureIn(report)) {
      const words = report.text.slice(span.start, span.end);
      yield {
        span,
        message: `“${words}” was left behind by the web page that the text comes from.`,
        fixes: [
          { kind: 'edits', title: 'Delete it', edits: [{ span: removal, newText: '' }], certain: true },
        ],
      };
    }
  },
};
