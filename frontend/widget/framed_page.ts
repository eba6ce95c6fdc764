/* What the booking page does in a frame. */
import { type EventName, eventKeys } from './events';
import { type FrameMessage, postHeight, postToParent } from './frame';
import { applyTheme } from './theme';

/** Makes the page wear what the embedding page wears, and tells that of its height and of events. */
export function joinParent(booking: HTMLElement): void {
  const page = document.documentElement;
  const given = location.hash.slice(1);
  function wear(theme: string) {
    applyTheme(theme, booking);
    page.setAttribute('data-theme', booking.getAttribute('theme') ?? '');
  }
  wear(given);
  page.toggleAttribute('data-framed', true);
  // Whoever frames the page sizes it: a scrollbar that comes and goes would move everything.
  page.toggleAttribute('data-sized', new URLSearchParams(given).has('sized'));
  for (const name of Object.keys(eventKeys) as EventName[]) {
    booking.addEventListener(`visavis:${name}`, (event) => postToParent({ visavis: name, value: (event as CustomEvent).detail as unknown } as FrameMessage));
  }
  addEventListener('message', ({ source, data }: MessageEvent<{ visavis?: unknown; value?: unknown } | null>) => {
    if (source === parent && data?.visavis === 'theme' && typeof data.value === 'string') {
      wear(data.value);
    }
  });
  postHeight(document.body, booking.shadowRoot ?? booking.attachShadow({ mode: 'open' }));
}
