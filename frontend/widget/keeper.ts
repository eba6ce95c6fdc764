import { storedInTab, storeInTab } from '../environment/storage';
import { currentEntry, replaceEntry } from './history_entry';
import { type Kept, newestOf } from './kept';
import type { Preset } from './preset';

/** Keeps what the customer has chosen and written, in the history entry of our own page and in the tab. */
export interface Keeper {
  readonly kept: Kept;
  /** Keeps changes. While the customer types, only the tab is asked: browsers limit how often the history may change. */
  keep(changes: Partial<Kept>, isTyping?: boolean): void;
  /** Forgets everything, once it is booked. */
  forget(): void;
}

/** Returns the keeper of a booking, with what was kept before the page was loaded. */
export function keeperOf({ origin, branch, service, staff, isOnOwnPage }: Preset): Keeper {
  const name = `visavis ${[origin, branch, service, staff].join(' ')}`;
  let kept = newestOf(parsed(storedInTab(name)), isOnOwnPage && currentEntry()?.kept);

  function write(isTyping?: boolean) {
    const isStored = storeInTab(name, JSON.stringify(kept));
    if (isOnOwnPage && !(isTyping && isStored)) {
      replaceEntry({ kept });
    }
  }
  return {
    get kept() {
      return kept;
    },
    keep(changes, isTyping) {
      kept = JSON.parse(JSON.stringify({ ...kept, ...changes, revision: kept.revision + 1 })) as Kept; // nothing that cannot be stored
      write(isTyping);
    },
    forget() {
      kept = { revision: kept.revision + 1 };
      write();
    },
  };
}

function parsed(text: string | null): Kept | undefined {
  try {
    return JSON.parse(text ?? '') as Kept;
  } catch {
    return undefined;
  }
}
