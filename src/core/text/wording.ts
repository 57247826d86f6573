// A stretch of words, with what has been read of it. Whatever depends on the words alone is read once, and known again
// wherever, and whenever, the same words stand.

const NUMBER = Symbol('number');

/** The functions that read wordings are numbered as they come: there are few, and each of them reads many. */
type Read<T> = ((text: string, wording: Wording) => T) & { [NUMBER]?: number };

let count = 0;

function numberOf(read: Read<unknown>): number {
  read[NUMBER] ??= count++;
  return read[NUMBER];
}

/** What a function made that makes nothing of a text: it is known too. */
const NOTHING = Symbol('nothing');

export class Wording {
  /** What each function made of the text, by its number. */
  private readonly made: unknown[] = [];

  constructor(readonly text: string) {}

  /**
   * What a function makes of the text, called once. It depends on the text alone; nobody changes what it gives.
   * @param read may ask the wording what others make of the same text
   */
  of<T>(read: Read<T>): T {
    const known = this.made[numberOf(read)];
    // What is known by the number of a function was given by it.
    if (known !== undefined) return (known === NOTHING ? undefined : known) as T;
    const made = read(this.text, this);
    this.keep(read, made);
    return made;
  }

  /** Keeps what a function would make of the text, where it has come of something else. */
  keep<T>(read: Read<T>, made: T): void {
    this.made[numberOf(read)] = made === undefined ? NOTHING : made;
  }
}
