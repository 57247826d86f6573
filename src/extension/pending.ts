// Files that are being read, and a way to wait for all of them.

export class Pending {
  private readonly running = new Set<Promise<void>>();

  track(task: Promise<void>): void {
    const done = task.finally(() => this.running.delete(done));
    this.running.add(done);
  }

  get isIdle(): boolean {
    return this.running.size === 0;
  }

  /** Resolves once nothing is being read, that which reading has set off included. */
  async idle(): Promise<void> {
    while (!this.isIdle) await Promise.all(this.running);
  }
}
