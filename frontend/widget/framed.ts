import { preferredLanguages } from '../environment/languages';
import { bookAddress } from './book_address';
import { messageFrom } from './frame';
import { languageOf } from './language';
import type { Preset } from './preset';
import { followTheme, themeOf } from './theme';
import { bookingWords } from './words/booking';

/** The height of a frame until it says its own, in pixels. */
const firstHeight = 620;

/** Shows the booking page in a frame that sizes itself; isFallback if the page would have shown the booking itself. */
export function showFrame(host: HTMLElement, preset: Preset, isFallback: boolean): void {
  const { origin, removed } = preset;
  if (removed?.aborted) {
    return;
  }
  if (isFallback) {
    console.warn(
      `visavis: ${location.origin} may not show the booking in the page itself, so it is in a frame. To change that, allow the address in the admin of ${origin} under „Einbetten“ (Embedding).`,
    );
  }
  const frame = document.createElement('iframe');
  frame.title = host.title;
  void bookingWords(languageOf(preset.language, ...preferredLanguages(), document.documentElement.lang)).then(({ book }) => (frame.title ||= book));
  // A frame blends into the page only if both have the same color scheme.
  frame.style.cssText = `display:block;width:100%;border:0;height:${firstHeight}px;color-scheme:light dark`;
  frame.src = `${bookAddress(preset)}#${themeOf(host)}`;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.replaceChildren(frame);
  addEventListener(
    'message',
    (event) => {
      const message = messageFrom(event, frame.contentWindow, origin);
      if (message?.visavis === 'height') {
        frame.style.height = `${message.value}px`;
      } else if (message) {
        host.dispatchEvent(new CustomEvent(`visavis:${message.visavis}`, { bubbles: true, composed: true, detail: message.value }));
      }
    },
    removed && { signal: removed },
  );
  followTheme(host, removed, () => frame.contentWindow?.postMessage({ visavis: 'theme', value: themeOf(host) }, '*'));
  removed?.addEventListener('abort', () => root.replaceChildren(document.createElement('slot')));
}
