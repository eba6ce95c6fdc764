import { render } from 'preact';
import { preferredLanguages } from '../environment/languages';
import { Booking } from './booking';
import { firingOn } from './firing';
import { languageOf } from './language';
import type { Preset } from './preset';
import { shadowOf } from './shadow';
import { bookingWords } from './words/booking';

/** Renders the booking into an element, until that is removed. */
export function mount(host: HTMLElement, preset: Preset): void {
  const { isOnOwnPage, removed } = preset;
  if (removed?.aborted) {
    return;
  }
  const root = shadowOf(host);
  const part = root.appendChild(document.createElement('div'));
  const language = languageOf(preset.language, ...preferredLanguages(), document.documentElement.lang);
  void bookingWords(language).then((t) =>
    removed?.aborted ? undefined : render(<Booking preset={preset} language={language} t={t} fire={firingOn(host)} />, part),
  );
  if (!isOnOwnPage || parent !== window) {
    void import('./on_site').then(({ fitIn }) => fitIn(host, part, removed));
  }
  removed?.addEventListener('abort', () => {
    render(null, part);
    root.replaceChildren(document.createElement('slot'));
  });
}
