// Has documents read on another thread: one at a time, with progress, bounds of time and memory, and a way to stop.
import { LIMITS } from './limits';
import type { Reply, Request } from './protocol';
import type { IndexResult, OnProgress } from './result';

/** A thread that reads what it is sent. */
export interface Thread {
  post(request: Request): void;
  stop(): void;
}

export interface ThreadEvents {
  readonly onReply: (reply: Reply) => void;
  /** The thread ended, or must be ended; it may be told more than once. */
  readonly onEnd: (why: 'memory' | Error) => void;
}

/** @throws when there can be no such thread here */
export type StartThread = (events: ThreadEvents) => Thread;

export interface ReadOptions {
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** A thread that has nothing to do gives its memory back after this. */
const IDLE_MS = 20_000;

export class DocumentReader {
  private thread: Thread | undefined;
  private events: ThreadEvents | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly start: StartThread,
    private readonly limits: { readonly silenceMs: number; readonly readingMs: number } = LIMITS,
  ) {}

  /** Reads a document when those asked for before are done. Gives undefined when it was stopped. */
  read(request: Request, options: ReadOptions = {}): Promise<IndexResult | undefined> {
    const result = this.last.then(() => this.readNow(request, options));
    this.last = result;
    return result;
  }

  /** Ends the thread; the next document starts another. */
  dispose(): void {
    clearTimeout(this.idle);
    this.thread?.stop();
    this.thread = undefined;
  }

  private readNow(request: Request, { onProgress, signal }: ReadOptions): Promise<IndexResult | undefined> {
    if (signal?.aborted) return Promise.resolve(undefined);
    clearTimeout(this.idle);
    return new Promise(resolve => {
      const unreadable = (why: 'memory' | 'time' | Error) =>
        finish({ kind: 'unreadable', path: request.path, reason: reasonOf(why) }, true);
      const finish = (result: IndexResult | undefined, isBroken: boolean) => {
        clearTimeout(silence);
        clearTimeout(total);
        signal?.removeEventListener('abort', stop);
        this.events = undefined;
        if (isBroken) this.dispose();
        else this.idle = setTimeout(() => this.dispose(), IDLE_MS);
        resolve(result);
      };
      const stop = () => finish(undefined, true);
      const onSilence = () => unreadable('time');
      let silence = setTimeout(onSilence, this.limits.silenceMs);
      const total = setTimeout(onSilence, this.limits.readingMs);
      signal?.addEventListener('abort', stop);
      this.events = {
        onReply: reply => {
          if (reply.kind === 'result') return finish(reply.result, false);
          clearTimeout(silence);
          silence = setTimeout(onSilence, this.limits.silenceMs);
          onProgress?.(reply.done, reply.pages);
        },
        onEnd: unreadable,
      };
      try {
        this.thread ??= this.startThread();
        this.thread.post(request);
      } catch (error) {
        unreadable(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  /** A thread that speaks only as long as it is the present one. */
  private startThread(): Thread {
    const thread = this.start({
      onReply: reply => {
        if (this.thread === thread) this.events?.onReply(reply);
      },
      onEnd: why => {
        if (this.thread !== thread) return;
        if (this.events) this.events.onEnd(why);
        else this.dispose();
      },
    });
    return thread;
  }
}

function reasonOf(why: 'memory' | 'time' | Error): string {
  if (why === 'memory') return 'needs too much memory to be read';
  if (why === 'time') return 'takes too long to be read';
  return `could not be read: reading it ended unexpectedly (${why.message})`;
}
