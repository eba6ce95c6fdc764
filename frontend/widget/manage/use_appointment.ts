import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from '../api';
import type { Language } from '../language';
import type { Appointment } from './appointment';
import { operations } from './operations';

/** The appointment with a secret; null when there is none. It is read anew when one comes back to the page: the salon may have moved it. */
export function useAppointment(origin: string, language: Language, secret: string) {
  const [appointment, setAppointment] = useState<Appointment | null>();
  const [failed, setFailed] = useState(false);

  // Its branch stays what it is, so that nothing begins anew with what is read anew.
  const show = useCallback(
    (read: Appointment | null) => setAppointment((before) => (read && before?.branch.id === read.branch.id ? { ...read, branch: before.branch } : read)),
    [],
  );

  const read = useCallback(() => {
    setFailed(false);
    ask<{ booking: Appointment | null }>(origin, language, operations.booking, { secret }).then(
      ({ booking }) => show(booking),
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
