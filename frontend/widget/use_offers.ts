import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { request, type Offer, type Service } from './api';
import { useWidget } from './widget_context';
import { operations } from './operations';

/** Days to request at first, and to add each time. */
const pageDays = 21;

/** The maximum number of days to request. */
const maxDays = 84;

/** Secrets of the customer's own hold or appointment, whose start is offered to them. */
export interface OwnSecrets {
  holdSecret?: string | undefined;
  bookingSecret?: string | undefined;
}

/** Returns the starts of a service in the next weeks. It reads them again when the page regains focus. */
export function useOffers({ id, delivery }: Service, { holdSecret, bookingSecret }: OwnSecrets) {
  const { preset, branch, language, format } = useWidget();
  const [until, setUntil] = useState(pageDays);
  const [offers, setOffers] = useState<Offer[]>();
  const [failed, setFailed] = useState(false);

  const read = useCallback(() => {
    setFailed(false);
    const variables = { branchId: branch.id, serviceId: id, from: format.dateIn(0), to: format.dateIn(until - 1), holdSecret, bookingSecret };
    request<{ offers: Offer[] }>(preset.origin, language, delivery === 'VIDEO' ? operations.videoStarts : operations.salonStarts, variables).then(
      (found) => setOffers(found.offers),
      () => setFailed(true),
    );
  }, [bookingSecret, branch, delivery, format, holdSecret, id, language, preset, until]);
  useLayoutEffect(() => {
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, [read]);

  return { offers, failed, read, more: until < maxDays ? () => setUntil(until + pageDays) : undefined };
}
