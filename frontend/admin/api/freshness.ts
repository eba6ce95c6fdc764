import { anything, type Change, type Touches } from './touches';

/** How long to wait for further changes of a burst, in milliseconds. */
const burst = 50;

/** How long a burst may postpone the refetch, in milliseconds. */
const longestBurst = 500;

/** The queries that are on screen, which refetch together. */
export class Freshness {
  readonly #readers = new Map<() => void, Touches>();
  #changes: Change[] = [];
  /** Whether a change is waiting of which nobody knows what it is about. */
  #isUnknown = false;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;
  #round = 0;
  #isOver = false;

  /** The number of refetches so far. */
  get round(): number {
    return this.#round;
  }

  /** Adds a query's refetch function, for the changes that touch it. The returned function removes it. */
  add(read: () => void, touches = anything): () => void {
    if (!this.#isOver) {
      this.#readers.set(read, touches);
    }
    return () => this.#readers.delete(read);
  }

  /** Refetches nothing any more: the session ends, and what it asks now would be refused. */
  end(): void {
    this.#readers.clear();
    this.#isOver = true;
  }

  /** Refetches the queries that the changes of a burst touch, once; all without a change. */
  refresh(change?: Change): void {
    if (change) {
      this.#changes.push(change);
    } else {
      this.#isUnknown = true;
    }
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(this.#refetch, burst);
    this.#latest ??= setTimeout(this.#refetch, longestBurst);
  }

  readonly #refetch = () => {
    clearTimeout(this.#quiet);
    clearTimeout(this.#latest);
    this.#latest = undefined;
    const [changes, isUnknown] = [this.#changes, this.#isUnknown];
    this.#changes = [];
    this.#isUnknown = false;
    this.#round += 1;
    for (const [read, touches] of this.#readers) {
      if (isUnknown || changes.some(touches)) {
        read();
      }
    }
  };
}
