import { render } from 'preact';
import { Booking } from './booking';
import { firingOn } from './firing';
import type { Preset } from './preset';
import { shadowOf } from './shadow';

/** Renders the booking into an element, until that is removed. */
export function mount(host: HTMLElement, preset: Preset): void {
  const { isOnOwnPage, removed } = preset;
  if (removed?.aborted) {
    return;
  }
  const root = shadowOf(host);
  const part = root.appendChild(document.createElement('div'));
  render(<Booking preset={preset} fire={firingOn(host)} />, part);
  if (!isOnOwnPage || parent !== window) {
    void import('./readable').then(({ keepReadable }) => keepReadable(host, part, removed));
  }
  removed?.addEventListener('abort', () => {
    render(null, part);
    root.replaceChildren(document.createElement('slot'));
  });
}
