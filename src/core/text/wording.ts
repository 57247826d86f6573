// A stretch of words, with what has been read of it. Whatever depends on the words alone is read once, and known again
// wherever, and whenever, the same words stand.

export class Wording {
  /** The few functions that read it. */
  private readonly readers: ((text: string) => unknown)[] = [];
  /** What each of them made of it. */
  private readonly known: unknown[] = [];

  constructor(readonly text: string) {}

  /** What a function makes of the text, called once. It depends on the text alone; nobody changes what it gives. */
  of<T>(read: (text: string) => T): T {
    const at = this.readers.indexOf(read);
    // What is known by a function was given by it.
    if (at >= 0) return this.known[at] as T;
    const made = read(this.text);
    this.readers.push(read);
    this.known.push(made);
    return made;
  }
}
