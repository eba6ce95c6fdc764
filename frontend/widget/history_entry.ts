import type { Kept } from './kept';

/** Our state in an entry of the browser history. */
export interface Entry {
  /** Depth of the step that the entry shows. */
  depth: number;
  /** Position among our entries, from 0. */
  index: number;
  /** What the customer had chosen and written. */
  kept?: Kept;
}

/** Returns the current entry; undefined if it is not ours. */
export function currentEntry(): Entry | undefined {
  const { visavis } = (history.state ?? {}) as { visavis?: Entry };
  return visavis;
}

/** Changes the current entry, and its address if one is given. Does without if the browser refuses, because there were too many changes. */
export function replaceEntry(changes: Partial<Entry>, address?: string): void {
  try {
    history.replaceState({ visavis: { depth: 1, index: 0, ...currentEntry(), ...changes } }, '', address);
  } catch {
    // The page shows the same.
  }
}
