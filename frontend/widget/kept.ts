import type { Confirmation, Hold } from './api';

/** What the customer writes about themselves. */
export interface Contact {
  name: string;
  email: string;
  phone: string;
  note: string;
}

/** A booking that was sent, and whose answer may have been lost. */
export interface Attempt {
  input: { customer: Omit<Contact, 'note'>; note: string };
  serviceId: string;
}

/** What the customer has chosen and written, which outlives the page. */
export interface Kept {
  /** Increases with every change. */
  revision: number;
  step?: 'service' | 'time' | 'details' | 'waiting';
  serviceId?: string | undefined;
  /** ID of the chosen profile; null: anyone; undefined: none was chosen. */
  staffId?: string | null | undefined;
  /** Chosen date. */
  day?: string;
  hold?: Hold | undefined;
  confirmation?: Confirmation | undefined;
  contact?: Contact | undefined;
  /** Idempotency key of the booking, the same until it is made. */
  key?: string | undefined;
  attempts?: readonly Attempt[] | undefined;
}

/** Returns the newest of what is kept in several places, of which some may be forbidden; an empty one if there is nothing. */
export const newestOf = (...values: (Kept | null | false | undefined)[]): Kept =>
  values.reduce<Kept>((newest, kept) => (kept && kept.revision > newest.revision ? kept : newest), { revision: 0 });

/** A step that can be shown again. */
export type Restored =
  | { step: 'service' }
  | { step: 'time'; serviceId: string; held?: Hold | undefined }
  | { step: 'details'; serviceId: string; hold: Hold }
  | { step: 'waiting'; serviceId: string; hold: Hold; confirmation: Confirmation };

interface Present {
  /** Time in milliseconds since the epoch. */
  now: number;
  isOffered(serviceId: string): boolean;
  isLive(hold: Hold): boolean;
}

/** Returns the step to show again; undefined if nothing was chosen. */
export function restored({ step, serviceId, hold, confirmation }: Kept, { now, isOffered, isLive }: Present): Restored | undefined {
  if (!step || (serviceId && !isOffered(serviceId))) {
    return undefined;
  }
  if (step === 'service' || !serviceId) {
    return { step: 'service' };
  }
  if (step === 'waiting' && hold && confirmation) {
    return now < Date.parse(confirmation.expiresAt) ? { step, serviceId, hold, confirmation } : undefined;
  }
  if (step === 'details' && hold) {
    return { step, serviceId, hold }; // which says if the hold has expired, and finds out whether an attempt has booked
  }
  return { step: 'time', serviceId, held: hold && isLive(hold) ? hold : undefined };
}
