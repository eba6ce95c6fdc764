import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { request } from '../api';
import type { Language } from '../language';
import type { Appointment, Corrected } from './appointment';
import { operations } from './operations';
import { correctedBefore } from './sent_corrections';

/**
 * Returns the appointment with a secret; null if there is none. It is read again when the page regains focus: the salon may have moved it. Calls
 * back if a correction whose answer was lost has given it another secret.
 */
export function useAppointment(origin: string, language: Language, secret: string, onCorrected: (appointment: Corrected) => void) {
  const [appointment, setAppointment] = useState<Appointment | null>();
  const [failed, setFailed] = useState(false);

  // The branch object is kept, so that reading again does not reset what depends on it.
  const show = useCallback(
    (read: Appointment | null) => setAppointment((before) => (read && before?.branch.id === read.branch.id ? { ...read, branch: before.branch } : read)),
    [],
  );

  // What is read by a former secret does not count.
  const latestRef = useRef(secret);
  const onCorrectedRef = useRef(onCorrected);
  useEffect(() => {
    latestRef.current = secret;
    onCorrectedRef.current = onCorrected;
  }, [onCorrected, secret]);
  const read = useCallback(() => {
    setFailed(false);
    const isLatest = () => latestRef.current === secret;
    async function ask() {
      const { booking } = await request<{ booking: Appointment | null }>({ origin }, language, operations.booking, { secret });
      const corrected = booking || !isLatest() ? undefined : await correctedBefore(origin, language, secret);
      if (isLatest()) {
        if (corrected) {
          onCorrectedRef.current(corrected);
        } else {
          show(booking);
        }
      }
    }
    ask().catch(() => setFailed(true));
  }, [language, origin, secret, show]);
  useEffect(() => {
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [read]);

  return { appointment, failed, read, show };
}
