import type { Preset } from './preset';

/** A message from the booking page to the page that frames it: its height in pixels, or an appointment that was booked. */
export type FrameMessage = { visavis: 'height'; value: number } | { visavis: 'booked'; value: BookedDetail };

/** Details of a booking for the embedding page, without personal data. */
export interface BookedDetail {
  /** ID of the appointment; it grants no access. */
  id: string;
  /** Start in RFC 3339, UTC. */
  start: string;
  /** ID of the service. */
  service: string;
}

/** Returns the URL of the booking page. */
export function bookingPage({ origin, branch, service, staff }: Preset): string {
  const url = new URL(`/book/${encodeURIComponent(branch)}`, origin);
  for (const [name, value] of Object.entries({ service, staff })) {
    if (value) {
      url.searchParams.set(name, value);
    }
  }
  return url.toString();
}

/**
 * Returns the message of an event if it comes from the booking page of our origin in the window, and is well-formed. The frame may have
 * been navigated to another site, which must not notify the page of bookings.
 */
export function messageFrom({ source, origin, data }: Pick<MessageEvent<unknown>, 'source' | 'origin' | 'data'>, expected: Window | null, ours: string): FrameMessage | undefined {
  if (!expected || source !== expected || origin !== ours || typeof data !== 'object' || data === null) {
    return undefined;
  }
  const { visavis, value } = data as { visavis?: unknown; value?: unknown };
  if (visavis === 'height' && typeof value === 'number' && Number.isFinite(value)) {
    return { visavis, value };
  }
  return visavis === 'booked' && isBookedDetail(value) ? { visavis, value } : undefined;
}

function isBookedDetail(value: unknown): value is BookedDetail {
  const detail = value as Partial<Record<keyof BookedDetail, unknown>> | null;
  return typeof detail === 'object' && detail !== null && [detail.id, detail.start, detail.service].every((part) => typeof part === 'string');
}

/** Posts a message to the framing page, if any. Any site may frame the booking page, so messages must be public. */
export function postToParent(message: FrameMessage): void {
  if (parent !== window) {
    parent.postMessage(message, '*');
  }
}

/** Posts the height of the page whenever it changes. */
export function postHeight(page: HTMLElement): void {
  new ResizeObserver(() => postToParent({ visavis: 'height', value: page.scrollHeight })).observe(page);
}
