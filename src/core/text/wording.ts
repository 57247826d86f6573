// A stretch of words, with what has been read of it. Whatever depends on the words alone is read once, and known again
// wherever, and whenever, the same words stand.

export class Wording {
  /** The few functions that read it. */
  private readonly readers: ((text: string, wording: Wording) => unknown)[] = [];
  /** What each of them made of it. */
  private readonly known: unknown[] = [];

  constructor(readonly text: string) {}

  /**
   * What a function makes of the text, called once. It depends on the text alone; nobody changes what it gives.
   * @param read may ask the wording what others make of the same text
   */
  of<T>(read: (text: string, wording: Wording) => T): T {
    const { readers } = this;
    for (let i = 0; i < readers.length; i++) {
      // What is known by a function was given by it.
      if (readers[i] === read) return this.known[i] as T;
    }
    const made = read(this.text, this);
    readers.push(read);
    this.known.push(made);
    return made;
  }
}
