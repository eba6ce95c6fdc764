import { useSyncExternalStore } from 'react';
import { store, stored } from '../../../environment/storage';

const listeners = new Set<() => void>();
const keyOf = (branchId: string) => `visavis-first-steps ${branchId}`;

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Shows the first steps of a branch on this device no longer. */
export function dismiss(branchId: string): void {
  store(keyOf(branchId), 'dismissed');
  for (const listener of listeners) {
    listener();
  }
}

/** Reports whether the first steps of a branch were completed or dismissed on this device. */
export const useIsDismissed = (branchId: string): boolean => useSyncExternalStore(subscribe, () => stored(keyOf(branchId)) !== null);
