import { replaceEntry } from './history_entry';
import type { Preset } from './preset';

/** Makes the address that of the page of the appointment, which a reload then shows, unless we are inside another site. */
export function showManagePage({ isOnOwnPage }: Preset, manageUrl: string): void {
  if (isOnOwnPage && parent === window && new URL(manageUrl).origin === location.origin) {
    replaceEntry({}, manageUrl);
  }
}

/**
 * Loads the page anew when the browser's buttons lead to an entry of our other page: a reload has left the entries of one page in the history
 * of the other. Call it before anything else listens.
 */
export function reloadElsewhere(): void {
  const { pathname } = location;
  addEventListener('popstate', (event) => {
    if (location.pathname !== pathname) {
      event.stopImmediatePropagation();
      location.reload();
    }
  });
}
