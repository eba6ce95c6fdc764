import { render } from 'preact';
import { Booking } from './booking';
import type { BookedDetail } from './frame';
import type { Preset } from './preset';
import { shadowOf } from './shadow';

/** Renders the booking into an element. */
export function mount(host: Element, preset: Preset): void {
  const fireBooked = (detail: BookedDetail) => host.dispatchEvent(new CustomEvent('visavis:booked', { bubbles: true, composed: true, detail }));
  render(<Booking preset={preset} onBooked={fireBooked} />, shadowOf(host));
}
