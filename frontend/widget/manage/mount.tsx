import { render } from 'preact';
import { shadowOf } from '../shadow';
import { ManageAppointment } from './manage_appointment';
import type { Words } from './words';

/** Renders the manage page into an element, at first in the language of the browser. */
export function mount(host: Element, of: { origin: string; linked: string; browserWords: Words }): void {
  render(<ManageAppointment {...of} />, shadowOf(host));
}
