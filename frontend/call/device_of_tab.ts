import { removeFromTab, storedInTab, storeInTab } from '../environment/storage';
import { unguessable } from '../environment/unguessable';

/** How long a page that is being closed may take to give its device up, in milliseconds. */
const patience = 2_000;

/**
 * The device that a tab is in a room, beyond a reload or a crash: a key by which the server knows it again. Browsers copy what a tab has
 * stored into its duplicate, so a tab also holds a lock on the key: the duplicate does not get it, and is another device. Without locks,
 * as without TLS, it is not noticed.
 */
export class DeviceOfTab {
  readonly #storedAs: string;
  #holding = new AbortController();
  #key: string | null = null;

  /** The name is that of the room in what the tab has stored. */
  constructor(storedAs: string) {
    this.#storedAs = storedAs;
  }

  /** The key of this tab's device, from when it begins to come in until it has left; null otherwise. */
  get key(): string | null {
    return this.#key;
  }

  /** Returns the key of the device that this tab was before; null if none, or if another tab is it now. */
  async recall(): Promise<string | null> {
    const key = storedInTab(this.#storedAs);
    // It stays stored if another page holds it: a duplicate is refused again, and a page that was slow to go has gone by the next time.
    if (!key || !(await this.#hold(key))) {
      return null;
    }
    this.#key = key;
    return key;
  }

  /** Returns the key of this tab's device, which is a new one unless it was recalled. A former one stays stored until the new one is kept. */
  take(): string {
    if (this.#key === null) {
      this.#key = unguessable();
      void this.#hold(this.#key);
      if (storedInTab(this.#storedAs) === null) {
        this.keep();
      }
    }
    return this.#key;
  }

  /** Stores the key, such as once the device has come in. */
  keep(): void {
    if (this.#key !== null) {
      storeInTab(this.#storedAs, this.#key);
    }
  }

  /** Forgets the device, such as after it has left. */
  forget(): void {
    if (storedInTab(this.#storedAs) === this.#key) {
      removeFromTab(this.#storedAs);
    }
    this.close();
  }

  /** Gives the device up, which stays stored: the next page of this tab may be it. */
  close(): void {
    this.#holding.abort();
    this.#key = null;
  }

  /** Reports whether no other page holds the key, and holds it for this one. */
  #hold(key: string): Promise<boolean> {
    const { locks } = navigator;
    this.#holding.abort();
    const holding = new AbortController();
    this.#holding = holding;
    if (!locks) {
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => holding.abort(), patience);
      const held = () =>
        new Promise<void>((release) => {
          clearTimeout(timer);
          holding.signal.addEventListener('abort', () => release());
          resolve(true);
        });
      locks.request(`visavis device ${key}`, { signal: holding.signal }, held).catch(() => resolve(!holding.signal.aborted));
    });
  }
}
