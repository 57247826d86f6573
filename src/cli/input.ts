// Reads reports from files and from standard input. What is no text is refused with a message that names the file.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
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
    return { name, text: decode(bytes) };
  } catch (error) {
    return { name, problem: `${shownName(name)}: ${reason(error)}` };
  }
}

export function shownName(name: string): string {
  return name === '-' ? 'standard input' : name;
}

/** UTF-8, or UTF-16 when a byte-order mark says so. @throws NotText for anything else */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw new NotText('is not a text file');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotText('is not a text in UTF-8; save it with that encoding');
  }
}

class NotText extends Error {}

function reason(error: unknown): string {
  if (error instanceof NotText) return error.message;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'is a folder, not a file';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read (permission denied)';
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'is too large';
    default:
      return `could not be read (${error instanceof Error ? error.message : String(error)})`;
  }
}
