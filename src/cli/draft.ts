// A report's file that is to be changed: read with all that must be kept, and written whole or not at all.
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { decode, type Encoding, encode, NotText } from './encoding';

export interface Draft {
  /** The file itself, where a link was given. */
  readonly file: string;
  readonly text: string;
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
}

/** @throws NotText, or an error of the file system */
export async function readDraft(name: string): Promise<Draft> {
  const file = await realpath(name);
  const bytes = await readFile(file);
  const { text, encoding } = decode(bytes);
  if (!isSame(encode(text, encoding), bytes))
    throw new NotText('holds characters that would be lost if it were written again');
  return { file, text, encoding, bytes };
}

/**
 * Replaces the file by another text at once: whoever reads it sees the old one or the new one, never a part.
 * @throws an error of the file system, after which the file is as it was
 */
export async function writeDraft({ file, encoding, bytes }: Draft, text: string): Promise<void> {
  await access(file, constants.W_OK);
  const { mode } = await stat(file);
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    await writeSynced(temporary, encode(text, encoding), mode & 0o7777);
    if (!isSame(await readFile(file), bytes)) throw new Error('another program has changed it meanwhile');
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Writes a new file and waits until it is on the disk. */
async function writeSynced(file: string, bytes: Uint8Array, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.chmod(mode); // what the process masks out of new files included
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
