// Reads JSON that people write by hand, and says in words what is wrong with it.
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from './span';

export interface JsonTree {
  /** None where nothing can be read, or where it is nested too deeply. */
  readonly root: Node | undefined;
  /** What is wrong with the syntax, each in words that begin small, without a full stop. In text order. */
  readonly errors: readonly { readonly span: Span; readonly words: string }[];
}

/** Reads JSON with comments and trailing commas. Any text gives a tree, if an empty one. */
export function parseJson(text: string): JsonTree {
  const errors: ParseError[] = [];
  const root = treeOf(text, errors);
  return {
    root,
    errors: errors.map(({ error, offset, length }) => ({
      span: { start: offset, end: offset + length },
      words: inWords(printParseErrorCode(error)),
    })),
  };
}

export function spanOfNode({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

function treeOf(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch (error) {
    // The parser calls itself for each level, and the stack is only so deep.
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

function inWords(code: string): string {
  const words = code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words === 'end of file expected' ? 'nothing may follow what is complete' : words;
}
