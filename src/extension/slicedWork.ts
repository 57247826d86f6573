// Work that goes on in slices, between which VS Code does whatever else there is to do.
import { finish, type Steps } from '../core';

/** How long it goes on at a time: half a frame of the screen. */
const SLICE_MS = 8;

export class SlicedWork<T> {
  /** What comes of it; undefined when it is cancelled before. */
  readonly done: Promise<T | undefined>;
  private result: { readonly value: T } | undefined;
  private isCancelled = false;

  /** Takes the first slice at once: short work is done by then. */
  constructor(private readonly steps: Steps<T>) {
    this.done = this.run();
  }

  /** Takes all that is left at once. */
  finish(): T {
    this.result ??= { value: finish(this.steps) };
    return this.result.value;
  }

  cancel(): void {
    this.isCancelled = true;
  }

  private async run(): Promise<T | undefined> {
    for (;;) {
      this.takeSlice();
      if (this.result) return this.result.value;
      await new Promise(resolve => setTimeout(resolve, 0));
      if (this.isCancelled && !this.result) return undefined;
    }
  }

  private takeSlice(): void {
    for (const end = performance.now() + SLICE_MS; !this.result && performance.now() < end; ) {
      const step = this.steps.next();
      if (step.done) this.result = { value: step.value };
    }
  }
}
