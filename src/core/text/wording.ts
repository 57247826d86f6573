// A stretch of words, with what has been read of it. Whatever depends on the words alone is read once, and known again
// wherever, and whenever, the same words stand.

/** What one of the few functions that read a wording made of it. */
interface Known {
  readonly read: (text: string, wording: Wording) => unknown;
  readonly made: unknown;
  readonly before: Known | undefined;
}

export class Wording {
  private last: Known | undefined = undefined;

  constructor(readonly text: string) {}

  /**
   * What a function makes of the text, called once. It depends on the text alone; nobody changes what it gives.
   * @param read may ask the wording what others make of the same text
   */
  of<T>(read: (text: string, wording: Wording) => T): T {
    for (let known = this.last; known !== undefined; known = known.before) {
      // What is known by a function was given by it.
      if (known.read === read) return known.made as T;
    }
    const made = read(this.text, this);
    this.keep(read, made);
    return made;
  }

  /** Keeps what a function would make of the text, where it has come of something else. */
  keep<T>(read: (text: string, wording: Wording) => T, made: T): void {
    this.last = { read, made, before: this.last };
  }
}
