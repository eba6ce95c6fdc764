/** The queries that are on screen, which refetch together. */
export class Freshness {
  readonly #readers = new Set<() => void>();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** Adds a query's refetch function. The returned function removes it. */
  add(read: () => void): () => void {
    this.#readers.add(read);
    return () => this.#readers.delete(read);
  }

  /** Refetches all queries once, after the last of a burst of changes. */
  refresh(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#readers.forEach((read) => read());
    }, 50);
  }
}
