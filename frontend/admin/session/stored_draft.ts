import { removeFromTab, storedInTab, storeInTab } from '../../environment/storage';

/** Unsaved edits, as the tab keeps them. */
export interface StoredDraft<Value> {
  /** Stays the same while the draft lasts: an idempotency key for what it creates. */
  id: string;
  value: Value;
  /** What was saved at the first edit. */
  before: Value;
  /** The version of that. */
  version: number;
}

const fieldsOf = (one: object) => Object.keys(one).toSorted().join();

/** Reports whether a value has the form of another. An earlier version of the program may have stored it. */
function hasFormOf(value: unknown, other: unknown): boolean {
  if (Array.isArray(value) || Array.isArray(other)) {
    return Array.isArray(value) && Array.isArray(other);
  }
  if (typeof value !== 'object' || typeof other !== 'object' || value === null || other === null) {
    return (typeof value === 'object') === (typeof other === 'object') || value === null || other === null;
  }
  return fieldsOf(value) === fieldsOf(other) && Object.entries(other).every(([key, part]) => hasFormOf((value as Record<string, unknown>)[key], part));
}

/** Returns the stored draft of a value with the form of `saved`, if there is one. */
export function readDraft<Value>(key: string, saved: Value): StoredDraft<Value> | undefined {
  try {
    const draft = JSON.parse(storedInTab(key) ?? 'null') as StoredDraft<Value> | null;
    return draft && hasFormOf(draft.value, saved) && hasFormOf(draft.before, saved) ? draft : undefined;
  } catch {
    return undefined; // no JSON
  }
}

export const writeDraft = (key: string, draft: StoredDraft<unknown>) => void storeInTab(key, JSON.stringify(draft));

export const hasDraft = (key: string): boolean => storedInTab(key) !== null;

export const removeDraft = removeFromTab;
