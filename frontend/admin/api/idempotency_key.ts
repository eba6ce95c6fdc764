import { useState } from 'react';
import { unguessable } from '../../environment/unguessable';

/** Holds the idempotency key of a dialog, so that a lost answer and another attempt create one object. Renew it for the next object. */
export function useIdempotencyKey() {
  const [idempotencyKey, setKey] = useState(unguessable);
  return { idempotencyKey, renewKey: () => setKey(unguessable()) };
}
