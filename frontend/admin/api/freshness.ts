/** Knows every query that is on the screen, and has them read anew together. */
export class Freshness {
  readonly #readers = new Set<() => void>();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** Adds a query by the function that reads it anew, until the returned function is called. */
  add(read: () => void): () => void {
    this.#readers.add(read);
    return () => this.#readers.delete(read);
  }

  /** Reads everything anew: once, after the last of a burst of changes. */
  refresh(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#readers.forEach((read) => read());
    }, 50);
  }
}
