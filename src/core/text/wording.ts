// A stretch of words, with what has been read of it. Whatever depends on the words alone is read once, and known again
// wherever, and whenever, the same words stand.

export class Wording {
  /** By the function that read it. */
  private readonly known = new Map<(text: string) => unknown, unknown>();

  constructor(readonly text: string) {}

  /** What a function makes of the text, called once. It depends on the text alone; nobody changes what it gives. */
  of<T>(read: (text: string) => T): T {
    // What is known by a function was given by it.
    const known = this.known.get(read) as T | undefined;
    if (known !== undefined || this.known.has(read)) return known as T;
    const made = read(this.text);
    this.known.set(read, made);
    return made;
  }
}
