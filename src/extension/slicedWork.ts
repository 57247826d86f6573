// Work that goes on in slices, between which VS Code does whatever else there is to do.
import type { Steps } from '../core';

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
    this.take(Number.POSITIVE_INFINITY);
    return this.outcome();
  }

  cancel(): void {
    this.isCancelled = true;
  }

  private async run(): Promise<T | undefined> {
    for (;;) {
      this.take(performance.now() + SLICE_MS);
      if (this.result) return this.outcome();
      await new Promise(resolve => setTimeout(resolve, 0));
      if (this.isCancelled && !this.result) return undefined;
    }
  }

  /** Goes on until a time. An error is kept: work that has thrown has ended, and going on with it would give nothing. */
  private take(until: number): void {
    try {
      while (!this.result && performance.now() < until) {
        const step = this.steps.next();
        if (step.done) this.result = { value: step.value };
      }
    } catch (error) {
      this.result = { error };
    }
  }

  private outcome(): T {
    if (this.result && 'value' in this.result) return this.result.value;
    throw this.result?.error;
  }
}
