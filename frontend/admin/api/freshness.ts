/** The queries that are on screen, which refetch together. */
export class Freshness {
  readonly #readers = new Set<() => void>();
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  /** The number of refetches so far. */
  get round(): number {
    return this.#round;
  }

  /** Adds a query's refetch function. The returned function removes it. */
  add(read: () => void): () => void {
    this.#readers.add(read);
    return () => this.#readers.delete(read);
  }

  /** Refetches all queries once, after the last of a burst of changes. */
  refresh(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#round += 1;
      this.#readers.forEach((read) => read());
    }, 50);
  }
}
