import { useState } from 'react';

/** What is being written until it is saved: it follows what is saved for as long as nothing has been changed. */
export function useDraft<Value>(saved: Value) {
  const [draft, setDraft] = useState<Value>();
  return { value: draft ?? saved, isChanged: draft !== undefined, write: setDraft, drop: () => setDraft(undefined) };
}
