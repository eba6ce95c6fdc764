import { useState } from 'react';

/** Holds unsaved edits. Without edits the value follows what is saved. */
export function useDraft<Value>(saved: Value) {
  const [draft, setDraft] = useState<Value>();
  return { value: draft ?? saved, isChanged: draft !== undefined, write: setDraft, drop: () => setDraft(undefined) };
}
