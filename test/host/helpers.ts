// What tests inside VS Code share: waiting, the reports of the workspace, our findings and fixes.
/** Polls until `probe` gives something truthy, which it returns; fails with `what` after 15 seconds. */
export async function until<T>(what: string, probe: () => T | PromiseLike<T>): Promise<NonNullable<T>> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
