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

/** Returns the starts of a service in the next weeks, as far as a day at least. It reads them again when the page regains focus. */
export function useOffers({ id, delivery }: Service, { holdSecret, bookingSecret }: OwnSecrets, day = '') {
  const { preset, branch, language, format } = useWidget();
  const [until, setUntil] = useState(() => {
    let days = pageDays;
    while (days < maxDays && format.dateIn(days - 1) < day) {
      days += pageDays;
    }
    return days;
  });
  const [offers, setOffers] = useState<Offer[]>();
  // Quiet: the customer has not asked for what failed.
  const [failed, setFailed] = useState<'quiet' | 'asked'>();
  const [isReading, setReading] = useState(false);

  const readFor = useCallback(
    async (failure: 'quiet' | 'asked') => {
      setReading(failure === 'asked');
      const variables = { branchId: branch.id, serviceId: id, from: format.dateIn(0), to: format.dateIn(until - 1), holdSecret, bookingSecret };
      const operation = delivery === 'VIDEO' ? operations.videoStarts : operations.salonStarts;
      try {
        setOffers((await request<{ offers: Offer[] }>(preset, language, operation, variables)).offers);
        setFailed(undefined);
      } catch {
        setFailed(failure);
      }
      setReading(false);
    },
    [bookingSecret, branch, delivery, format, holdSecret, id, language, preset, until],
  );
  const read = useCallback(() => {
    setFailed(undefined);
    void readFor('asked');
  }, [readFor]);
  useLayoutEffect(() => {
    const readQuietly = () => void readFor('quiet');
    void readFor('asked');
    addEventListener('focus', readQuietly);
    return () => removeEventListener('focus', readQuietly);
  }, [readFor]);

  return { offers, failed, isReading, read, more: until < maxDays ? () => setUntil(until + pageDays) : undefined };
}
