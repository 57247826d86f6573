// A stretch of words, with what has been read of it. Whatever depends on the words alone is read once, and known again
// wherever, and whenever, the same words stand.

export class Wording {
  /** What has been read of it: the few readings that there are, the last one first. */
  private last: Read | undefined;

  constructor(readonly text: string) {}

  /**
   * What a function makes of the text, called once. It depends on the text alone; nobody changes what it gives.
   * @param read may ask the wording what others make of the same text
   */
  of<T>(read: (text: string, wording: Wording) => T): T {
    for (let one = this.last; one; one = one.before) {
      // What is known by a function was given by it.
      if (one.by === read) return one.made as T;
    }
    const made = read(this.text, this);
    this.last = { by: read, made, before: this.last };
    return made;
  }
}

/** What a function made of a text. */
interface Read {
  readonly by: (text: string, wording: Wording) => unknown;
  readonly made: unknown;
  readonly before: Read | undefined;
}
