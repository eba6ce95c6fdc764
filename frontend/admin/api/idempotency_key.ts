import { useState } from 'react';

/** Returns an unguessable key. `crypto.randomUUID` is not available without TLS. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Holds the idempotency key of a dialog, so that a lost answer and another attempt create one object. Renew it for the next object. */
export function useIdempotencyKey() {
  const [idempotencyKey, setKey] = useState(newKey);
  return { idempotencyKey, renewKey: () => setKey(newKey()) };
}
