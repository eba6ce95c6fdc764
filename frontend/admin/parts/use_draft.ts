import { useState } from 'react';

/** Holds unsaved edits. Without edits the value follows what is saved; with edits, `before` and `version` stay those at the first edit. */
export function useDraft<Value>(saved: Value, savedVersion = 0) {
  const [draft, setDraft] = useState<{ value: Value; before: Value; version: number }>();
  const { value, before, version } = draft ?? { value: saved, before: saved, version: savedVersion };
  return {
    value,
    before,
    version,
    isChanged: draft !== undefined,
    write: (next: Value) => setDraft({ value: next, before, version }),
    drop: () => setDraft(undefined),
  };
}
