// What a command may reach outside itself, so that tests can stand in for it.
export interface Io {
  /** The folder that relative file names start from. */
  readonly cwd: string;
  /** The folder of the rules' documentation pages. */
  readonly pages: string;
  /** The bundle of the thread that reads attached documents. */
  readonly documents: string;
  readonly version: string;
  /** Colour and bold are wanted on standard output. */
  readonly color: boolean;
  readStdin(): Promise<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
}

/** 0: done; 1: there are findings of error level; 2: misuse, or a file that could not be read or written. */
export type ExitCode = 0 | 1 | 2;

/** The command line makes no sense; the message says why. */
export class UsageError extends Error {}
