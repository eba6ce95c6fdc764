import { render } from 'preact';
import { shadowOf } from '../shadow';
import { Managing } from './manage_appointment';

/** Puts the page of an appointment into an element. */
export function mount(host: Element, of: { origin: string; secret: string }): void {
  render(<Managing {...of} />, shadowOf(host));
}
