// Work that goes on in slices, between which VS Code does whatever else there is to do.
import { finish, type Steps } from '../core';

/** How long it goes on at a time: half a frame of the screen. */
const SLICE_MS = 8;

export class SlicedWork<T> {
  /** What comes of it, an error included; undefined when it is cancelled before. */
  readonly done: Promise<T | undefined>;
  private result: { readonly value: T } | { readonly error: unknown } | undefined;
  private isCancelled = false;

  /** Takes the first slice at once: short work is done by then. */
  constructor(private readonly steps: Steps<T>) {
    this.done = this.run();
  }

  /**
   * Takes all that is left at once.
   * @throws what a step has thrown, now or before
   */
  finish(): T {
    this.take(() => ({ value: finish(this.steps) }));
    return this.outcome();
  }

  cancel(): void {
    this.isCancelled = true;
  }

  private async run(): Promise<T | undefined> {
    for (;;) {
      this.takeSlice();
      if (this.result) return this.outcome();
      await new Promise(resolve => setTimeout(resolve, 0));
      if (this.isCancelled && !this.result) return undefined;
    }
  }

  private takeSlice(): void {
    for (const end = performance.now() + SLICE_MS; !this.result && performance.now() < end; )
      this.take(() => {
        const step = this.steps.next();
        return step.done ? { value: step.value } : undefined;
      });
  }

  /** Keeps an error too: work that has thrown has ended, and going on with it would give nothing. */
  private take(some: () => { readonly value: T } | undefined): void {
    if (this.result) return;
    try {
      this.result = some();
    } catch (error) {
      this.result = { error };
    }
  }

  private outcome(): T {
    if (this.result && 'value' in this.result) return this.result.value;
    throw this.result?.error;
  }
}
