import { removeFromTab, storedInTab, storeInTab } from '../environment/storage';

/** How long a page that is being closed may take to give its participant up, in milliseconds. */
const patience = 500;

/**
 * Which participant of a room a tab is, beyond a reload or a crash. Browsers copy what a tab has stored into its duplicate, so a tab also
 * holds a lock on the participant: the duplicate does not get it, and is another device. Without locks, as without TLS, it is not noticed.
 */
export class PlaceOfTab {
  readonly #key: string;
  #release: () => void = () => undefined;

  /** The key is that of the room in what the tab has stored. */
  constructor(key: string) {
    this.#key = key;
  }

  /** Returns the participant that this tab was before; null if none, or if another tab is it now. */
  async recall(): Promise<string | null> {
    const participantId = storedInTab(this.#key);
    if (participantId && !(await this.#hold(participantId))) {
      removeFromTab(this.#key);
      return null;
    }
    return participantId;
  }

  /** Remembers which participant this tab is; null: none. */
  readonly remember = (participantId: string | null): void => {
    this.#release();
    if (participantId) {
      storeInTab(this.#key, participantId);
      void this.#hold(participantId);
    } else {
      removeFromTab(this.#key);
    }
  };

  /** Reports whether no other tab holds the participant, and holds it for this one. */
  #hold(participantId: string): Promise<boolean> {
    const { locks } = navigator;
    if (!locks) {
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const ending = new AbortController();
      const timer = setTimeout(() => ending.abort(), patience);
      const held = () =>
        new Promise<void>((release) => {
          clearTimeout(timer);
          this.#release = release;
          resolve(true);
        });
      locks.request(`visavis participant ${participantId}`, { signal: ending.signal }, held).catch(() => resolve(!ending.signal.aborted));
    });
  }
}
