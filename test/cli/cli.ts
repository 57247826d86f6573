// Runs the command line inside the test, on files in a folder of its own.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../src/cli/run';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Setting {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | Uint8Array;
  readonly color?: boolean;
  /** The working folder of the command, where it is not that of the files. */
  readonly within?: string;
  /** Prepares the working folder further, such as by links. */
  readonly prepare?: (folder: string) => void;
  /** Looks at the working folder before it goes. */
  readonly look?: (folder: string) => void;
}

const root = process.cwd();

/** Runs a command line with the given files in its working folder. */
export async function cli(
  args: readonly string[],
  { files = {}, stdin = '', color = false, within = '', prepare, look }: Setting = {},
): Promise<Outcome> {
  const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'reading-cli-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
      fs.writeFileSync(path.join(cwd, name), content);
    }
    prepare?.(cwd);
    const out: string[] = [];
    const err: string[] = [];
    const code = await run(args, {
      cwd: path.join(cwd, within),
      pages: path.join(root, 'docs', 'rules'),
      documents: path.join(root, 'dist', 'documents.js'),
      version: '1.2.3',
      color,
      readStdin: async () => (typeof stdin === 'string' ? Buffer.from(stdin) : stdin),
      out: text => void out.push(text),
      err: text => void err.push(text),
    });
    look?.(cwd);
    return { code, out: out.join(''), err: err.join('') };
  } finally {
    fs.rmSync(cwd, { recursive: true, force: true });
  }
}

/** A report with a slip of error level: one amount is ten times another of the same claim. */
export const SLIP = `# Deals

## Key Events

- **Norvik buys a harbour (12 March 2026)**
  Facts: Norvik's revenue was $30 billion in 2025. Norvik's revenue was $300 billion in 2025.
  Source: Harbour Post
`;
