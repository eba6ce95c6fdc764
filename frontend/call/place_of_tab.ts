import { removeFromTab, storedInTab, storeInTab } from '../environment/storage';

/** How long a page that is being closed may take to give its participant up, in milliseconds. */
const patience = 2_000;

/**
 * Which participant of a room a tab is, beyond a reload or a crash. Browsers copy what a tab has stored into its duplicate, so a tab also
 * holds a lock on the participant: the duplicate does not get it, and is another device. Without locks, as without TLS, it is not noticed.
 */
export class PlaceOfTab {
  readonly #key: string;
  #holding = new AbortController();
  #participantId: string | null = null;

  /** The key is that of the room in what the tab has stored. */
  constructor(key: string) {
    this.#key = key;
  }

  /** The participant that this tab is; null if none. */
  get participantId(): string | null {
    return this.#participantId;
  }

  /** Returns the participant that this tab was before; null if none, or if another tab is it now. */
  async recall(): Promise<string | null> {
    const participantId = storedInTab(this.#key);
    // It stays stored if another page holds it: a duplicate is refused again, and a page that was slow to go has gone by the next time.
    if (!participantId || !(await this.#hold(participantId))) {
      return null;
    }
    this.#participantId = participantId;
    return participantId;
  }

  /** Remembers which participant this tab is; null: none. */
  remember(participantId: string | null): void {
    this.close();
    this.#participantId = participantId;
    if (participantId) {
      storeInTab(this.#key, participantId);
      void this.#hold(participantId);
    } else {
      removeFromTab(this.#key);
    }
  }

  /** Gives the participant up, which stays stored: the next page of this tab may be it. */
  close(): void {
    this.#holding.abort();
    this.#participantId = null;
  }

  /** Reports whether no other page holds the participant, and holds it for this one. */
  #hold(participantId: string): Promise<boolean> {
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
      locks.request(`visavis participant ${participantId}`, { signal: holding.signal }, held).catch(() => resolve(!holding.signal.aborted));
    });
  }
}
