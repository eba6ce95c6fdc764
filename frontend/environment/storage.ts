/** What the browser refused to store, as long as the page lasts. */
const kept = new Map<string, string>();

const keptInTab = new Map<string, string>();

/** Returns what was stored; null if nothing. Browsers may forbid storage, and then throw at each access. */
export function stored(key: string): string | null {
  try {
    return kept.get(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a text for the next visit; for this page only if the browser forbids it. */
export function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
    kept.delete(key);
  } catch {
    kept.set(key, value);
  }
}

/** Returns what was stored for this tab; null if nothing. */
export function storedInTab(key: string): string | null {
  try {
    return keptInTab.get(key) ?? sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a text until the tab is closed, and reports whether the browser did; if not, as in sandboxed frames, as long as the page lasts. */
export function storeInTab(key: string, value: string): boolean {
  try {
    sessionStorage.setItem(key, value);
    keptInTab.delete(key);
    return true;
  } catch {
    keptInTab.set(key, value);
    return false;
  }
}

/** Removes what was stored for this tab. */
export function removeFromTab(key: string): void {
  keptInTab.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Then it stored nothing either.
  }
}
