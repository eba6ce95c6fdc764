/** A value whose followers are called after each change. In React: `useSyncExternalStore(value.follow, value.get)`. */
export class Observable<T> {
  #value: T;
  readonly #followers = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  readonly get = (): T => this.#value;

  set(value: T): void {
    if (value !== this.#value) {
      this.#value = value;
      for (const follower of this.#followers) {
        follower();
      }
    }
  }

  /** Changes some fields of an object; nothing happens if they are the same. */
  change(fields: Partial<T>): void {
    const names = Object.keys(fields) as (keyof T)[];
    if (names.some((name) => fields[name] !== this.#value[name])) {
      this.set({ ...this.#value, ...fields });
    }
  }

  /** Calls the follower after each change, until the returned function is called. */
  readonly follow = (follower: () => void): (() => void) => {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  };
}
