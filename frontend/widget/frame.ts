import type { Preset } from './preset';

/** What a booking page tells the page that frames it: how high it is, in pixels, or that something was booked. */
export type FrameMessage = { visavis: 'height'; value: number } | { visavis: 'booked'; value: BookedDetail };

/** What a page that embeds the booking learns of it: nothing personal. */
export interface BookedDetail {
  /** The ID of the appointment; it opens nothing. */
  id: string;
  /** When it begins, RFC 3339 in UTC. */
  start: string;
  /** The ID of the service. */
  service: string;
}

/** The address of the booking page. */
export function bookingPage({ origin, branch, service, staff }: Preset): string {
  const url = new URL(`/book/${encodeURIComponent(branch)}`, origin);
  for (const [name, value] of Object.entries({ service, staff })) {
    if (value) {
      url.searchParams.set(name, value);
    }
  }
  return url.toString();
}

/** Tells the page around, if there is one. Any site may frame the booking, so it is told nothing that is not for all. */
export function tellFrame(message: FrameMessage): void {
  if (parent !== window) {
    parent.postMessage(message, '*');
  }
}

/** Tells how high the page is whenever that changes. */
export function tellHeight(page: HTMLElement): void {
  new ResizeObserver(() => tellFrame({ visavis: 'height', value: page.scrollHeight })).observe(page);
}
