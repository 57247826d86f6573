// What stays the same while its place changes, with what is known of it: found at once, and gone when it is gone.

interface Entry {
  readonly by: object;
  value: unknown;
  readonly before: Entry | undefined;
}

/** Its few entries are looked through one after another, which takes less than any map. */
export class Identity {
  /** Truly private, so that a reading can still be written as JSON: what is known of a block may refer to it. */
  #last: Entry | undefined = undefined;

  entryOf(by: object): Entry | undefined {
    let entry = this.#last;
    while (entry !== undefined && entry.by !== by) entry = entry.before;
    return entry;
  }

  add(by: object, value: unknown): void {
    this.#last = { by, value, before: this.#last };
  }
}

/** One thing that may be known of every identity. */
export class Known<T> {
  get(identity: Identity): T | undefined {
    // Nobody else adds an entry by this object.
    return identity.entryOf(this)?.value as T | undefined;
  }

  set(identity: Identity, value: T): void {
    const entry = identity.entryOf(this);
    if (entry) entry.value = value;
    else identity.add(this, value);
  }
}
