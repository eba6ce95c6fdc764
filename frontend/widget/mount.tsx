import { render } from 'preact';
import { Booking } from './booking';
import type { BookedDetail } from './frame';
import type { Preset } from './preset';
import styles from './widget.css?inline';

/** Puts the booking into an element: in a shadow root, so that neither touches the other's styles. */
export function mount(host: Element, preset: Preset): void {
  const root = host.attachShadow({ mode: 'open' });
  // A sheet of one's own works under the strictest policy of a host.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const tell = (detail: BookedDetail) => host.dispatchEvent(new CustomEvent('visavis:booked', { bubbles: true, composed: true, detail }));
  render(<Booking preset={preset} onBooked={tell} />, root);
}
