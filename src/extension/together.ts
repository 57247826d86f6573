// One answer to several events that come of one change.

/** Calls a function once, as soon as all that is running now has ended, however often it is asked to meanwhile. */
export function together(run: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      run();
    });
  };
}
