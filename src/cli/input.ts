// Reads reports from files and from standard input. What is no text is refused with a message that names the file.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decode, NotText } from './encoding';
import type { Io } from './io';

export interface InputFile {
  /** As given on the command line; '-' is standard input. */
  readonly name: string;
  /** Without its byte-order mark. */
  readonly text: string;
}

export interface UnreadableFile {
  readonly name: string;
  readonly problem: string;
}

export type Input = InputFile | UnreadableFile;

export function isReadable(input: Input): input is InputFile {
  return 'text' in input;
}

export async function readInput(name: string, io: Io): Promise<Input> {
  try {
    const bytes = name === '-' ? await io.readStdin() : await readFile(path.resolve(io.cwd, name));
    return { name, text: decode(bytes).text };
  } catch (error) {
    return { name, problem: `${shownName(name)}: ${reason(error)}` };
  }
}

export function shownName(name: string): string {
  return name === '-' ? 'standard input' : name;
}

/** Why a file could not be read or written, in words that follow its name. */
export function reason(error: unknown, done: 'read' | 'written' = 'read'): string {
  if (error instanceof NotText) return error.message;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'is a folder, not a file';
    case 'EACCES':
    case 'EPERM':
      return `may not be ${done} (permission denied)`;
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'is too large';
    default:
      return `could not be ${done} (${error instanceof Error ? error.message : String(error)})`;
  }
}
