import { storedInTab, storeInTab } from '../../environment/storage';
import { request } from '../api';
import type { Language } from '../language';
import type { Corrected, Payload } from './appointment';
import { operations } from './operations';

/** A correction of the address that was sent. The key is the same for every attempt. */
export interface Correction {
  email: string;
  idempotencyKey: string;
}

/** Where the tab keeps what was sent for an appointment, by the secret that it had, until there is an answer. */
const place = 'visavis corrections';

interface Kept {
  secret: string;
  sent: readonly Correction[];
}

/** Returns the corrections that were sent with a secret and may have been made: the first one ends the secret, and its answer may have been lost. */
export function sentCorrections(secret: string): readonly Correction[] {
  try {
    const kept = JSON.parse(storedInTab(place) ?? '') as Kept | null;
    return kept?.secret === secret ? kept.sent : [];
  } catch {
    return [];
  }
}

/** Keeps a correction before it is sent. */
export function keepCorrection(secret: string, correction: Correction): void {
  const sent = sentCorrections(secret);
  if (!sent.some(({ idempotencyKey }) => idempotencyKey === correction.idempotencyKey)) {
    storeInTab(place, JSON.stringify({ secret, sent: [...sent, correction] } satisfies Kept));
  }
}

/** Forgets the corrections, once it is known what they did. */
export const forgetCorrections = (): void => void storeInTab(place, '');

/** Returns the appointment whose secret a correction has ended, by sending what was sent again; undefined if none has. Throws if the server cannot be reached. */
export async function correctedBefore(origin: string, language: Language, secret: string): Promise<Corrected | undefined> {
  for (const correction of sentCorrections(secret)) {
    const { answer } = await request<{ answer: Payload<Corrected> }>({ origin }, language, operations.correct, { input: { secret, ...correction } });
    if (answer.booking) {
      forgetCorrections();
      return answer.booking;
    }
  }
  return undefined;
}
