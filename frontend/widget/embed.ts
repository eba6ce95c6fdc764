/*
 * The script for other sites. It defines `<visavis-booking branch="…">`, with optional `service` and `staff` presets. The
 * widget renders into the page, or into an iframe if `frame` is set. Each booking fires the event `visavis:booked`.
 */
import { bookingPage, messageFrom } from './frame';
import type { Preset } from './preset';
import { themeOf } from './theme';

const { origin } = new URL(import.meta.url);

class VisavisBooking extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) {
      return;
    }
    const preset: Preset = {
      origin,
      branch: this.getAttribute('branch') ?? '',
      service: this.getAttribute('service') ?? undefined,
      staff: this.getAttribute('staff') ?? undefined,
    };
    if (this.hasAttribute('frame')) {
      this.#frame(preset);
    } else {
      void import('./mount').then(({ mount }) => mount(this, preset));
    }
  }

  #frame(preset: Preset) {
    const frame = document.createElement('iframe');
    frame.title = this.getAttribute('title') ?? 'Termin buchen';
    frame.src = `${bookingPage(preset)}#${themeOf(this)}`;
    frame.style.cssText = 'width:100%;border:0;height:620px';
    this.attachShadow({ mode: 'open' }).append(frame);
    addEventListener('message', (event) => {
      const message = messageFrom(event, frame.contentWindow, origin);
      if (message?.visavis === 'height') {
        frame.style.height = `${message.value}px`;
      } else if (message?.visavis === 'booked') {
        this.dispatchEvent(new CustomEvent('visavis:booked', { bubbles: true, composed: true, detail: message.value }));
      }
    });
  }
}

if (!customElements.get('visavis-booking')) {
  customElements.define('visavis-booking', VisavisBooking);
}
