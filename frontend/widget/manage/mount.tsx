import { render } from 'preact';
import { shadowOf } from '../shadow';
import { ManageAppointment } from './manage_appointment';

/** Renders the manage page into an element. */
export function mount(host: Element, of: { origin: string; secret: string }): void {
  render(<ManageAppointment {...of} />, shadowOf(host));
}
