import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { ask, type Offer, type Service } from './api';
import { useSurroundings } from './widget_context';
import { operations } from './operations';

/** How many days are looked at first, and how many more each time. */
const days = 21;

/** How far one can look, in days. */
const farthest = 84;

/** The secrets of what hides no start from whoever asks: a hold that they had, an appointment that they move. */
export interface Own {
  holdSecret?: string | undefined;
  bookingSecret?: string | undefined;
}

/** The starts of a service in the next weeks; they are read anew when one comes back to the page. */
export function useOffers({ id, delivery }: Service, { holdSecret, bookingSecret }: Own) {
  const { preset, branch, language, format } = useSurroundings();
  const [until, setUntil] = useState(days);
  const [offers, setOffers] = useState<Offer[]>();
  const [failed, setFailed] = useState(false);

  const read = useCallback(() => {
    setFailed(false);
    const variables = { branchId: branch.id, serviceId: id, from: format.dateIn(0), to: format.dateIn(until - 1), holdSecret, bookingSecret };
    ask<{ offers: Offer[] }>(preset.origin, language, delivery === 'VIDEO' ? operations.videoStarts : operations.salonStarts, variables).then(
      (found) => setOffers(found.offers),
      () => setFailed(true),
    );
  }, [bookingSecret, branch, delivery, format, holdSecret, id, language, preset, until]);
  useLayoutEffect(() => {
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [read]);

  return { offers, failed, read, more: until < farthest ? () => setUntil(until + days) : undefined };
}
