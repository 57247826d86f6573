// Long work in small steps, between any two of which whoever asked for it may do something else, or give it up.

/** Work that pauses at each `yield` and returns what comes of it. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Takes all steps that are left at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
