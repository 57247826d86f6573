// Says in plain words what zod expected.
import type * as z from 'zod/mini';

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  string: 'a text',
  object: 'an object',
  record: 'an object',
};

export function expected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected;
    case 'too_small':
      return `at least ${issue.minimum} characters`;
    case 'too_big':
      return `at most ${issue.maximum} characters`;
    default:
      return 'another value';
  }
}
