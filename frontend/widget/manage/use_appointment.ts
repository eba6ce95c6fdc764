import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { request } from '../api';
import type { Language } from '../language';
import type { Appointment } from './appointment';
import { operations } from './operations';

/** Returns the appointment with a secret; null if there is none. It is read again when the page regains focus: the salon may have moved it. */
export function useAppointment(origin: string, language: Language, secret: string) {
  const [appointment, setAppointment] = useState<Appointment | null>();
  const [failed, setFailed] = useState(false);

  // The branch object is kept, so that reading again does not reset what depends on it.
  const show = useCallback(
    (read: Appointment | null) => setAppointment((before) => (read && before?.branch.id === read.branch.id ? { ...read, branch: before.branch } : read)),
    [],
  );

  // What is read by a former secret does not count.
  const latestRef = useRef(secret);
  useEffect(() => {
    latestRef.current = secret;
  }, [secret]);
  const read = useCallback(() => {
    setFailed(false);
    request<{ booking: Appointment | null }>({ origin }, language, operations.booking, { secret }).then(
      ({ booking }) => latestRef.current === secret && show(booking),
      () => setFailed(true),
    );
  }, [language, origin, secret, show]);
  useEffect(() => {
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [read]);

  return { appointment, failed, read, show };
}
