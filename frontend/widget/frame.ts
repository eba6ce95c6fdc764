import { type EventDetails, type EventName, eventKeys } from './events';

/** A message from the booking page to the page that frames it: its height in pixels, or an event. */
export type FrameMessage = { visavis: 'height'; value: number } | { [Name in EventName]: { visavis: Name; value: EventDetails[Name] } }[EventName];

/**
 * Returns the message of an event if it comes from the booking page of our origin in the window, and is well-formed. The frame may have
 * been navigated to another site, which must not notify the page of bookings. In a sandbox without an origin, every frame's is "null".
 */
export function messageFrom(
  { source, origin, data }: Pick<MessageEvent<unknown>, 'source' | 'origin' | 'data'>,
  expected: Window | null,
  ours: string,
  own: string = self.origin,
): FrameMessage | undefined {
  if (!expected || source !== expected || (origin !== ours && !(origin === 'null' && own === 'null')) || typeof data !== 'object' || data === null) {
    return undefined;
  }
  const { visavis, value } = data as { visavis?: unknown; value?: unknown };
  if (visavis === 'height') {
    return typeof value === 'number' && Number.isFinite(value) ? { visavis, value } : undefined;
  }
  const keys = typeof visavis === 'string' && Object.hasOwn(eventKeys, visavis) ? eventKeys[visavis as EventName] : undefined;
  return keys && isDetail(value, keys) ? (data as FrameMessage) : undefined;
}

const isDetail = (value: unknown, keys: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && keys.every((key) => typeof (value as Record<string, unknown>)[key] === 'string');

/** Posts a message to the framing page, if any. Any site may frame the booking page, so messages must be public. */
export function postToParent(message: FrameMessage): void {
  if (parent !== window) {
    parent.postMessage(message, '*');
  }
}

/**
 * Posts the height of the page whenever it changes. While something of the booking in the root loads, the frame keeps the height that it
 * has, or grows: what stands below it would jump up, and down again.
 */
export function postHeight(page: HTMLElement, root: ShadowRoot): void {
  let posted: number | undefined;
  function post() {
    const isLoading = !root.querySelector('.booking') || root.querySelector('[aria-busy=true]') !== null;
    const value = isLoading ? Math.max(posted ?? innerHeight, page.scrollHeight) : page.scrollHeight;
    if (value !== posted) {
      posted = value;
      postToParent({ visavis: 'height', value });
    }
  }
  new ResizeObserver(post).observe(page);
  // What has loaded may be as high as what stood for it.
  new MutationObserver(post).observe(root, { subtree: true, childList: true, attributeFilter: ['aria-busy'] });
}
