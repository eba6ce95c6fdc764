/*
 * The script for other sites. It defines `<visavis-booking branch="…">` and opens a dialog for elements with `data-visavis-booking="…"`.
 * It is small and asks for the salon at once; the rest loads meanwhile. What the element holds, such as a link, shows until then.
 */
import type { Preset } from './preset';

/** Addresses and the query that the build fills in; see embed_script.ts. */
declare const built: { framed: string; mount: string; mountNeeds: string[]; popup: string; salon: string };

const { origin } = new URL(import.meta.url);

/** What is shown anew when it changes. A change of the theme needs no more than style. */
const observed = ['branch', 'service', 'staff', 'lang', 'frame'];

/** Loads what shows the booking in the page itself, all at once. */
const parts = () => Promise.all([import(built.mount) as Promise<typeof import('./mount')>, ...built.mountNeeds.map((file) => import(file))]);

/** Returns the response with the salon; undefined if the page may not have it. */
const salonOf = ({ branch, removed }: Preset): Promise<Response | undefined> =>
  fetch(`${origin}/graphql`, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: built.salon, variables: { slug: branch } }),
    signal: removed!,
  }).catch(() => undefined);

class VisavisBooking extends HTMLElement {
  static observedAttributes = observed;
  #shown = '';
  #removed = new AbortController();

  connectedCallback() {
    // An element that is moved is removed and added again at once, and its attributes change one after another.
    queueMicrotask(() => this.#follow());
  }

  disconnectedCallback() {
    this.connectedCallback();
  }

  attributeChangedCallback() {
    this.connectedCallback();
  }

  #follow() {
    const wanted = this.isConnected ? JSON.stringify(observed.map((name) => this.getAttribute(name))) : '';
    if (wanted !== this.#shown) {
      this.#shown = wanted;
      this.#removed.abort();
      if (wanted) {
        this.#removed = new AbortController();
        void this.#show(this.#removed.signal);
      }
    }
  }

  async #show(removed: AbortSignal) {
    const given = (name: string) => this.getAttribute(name)?.trim() || undefined;
    const preset: Preset = { origin, branch: given('branch') ?? '', service: given('service'), staff: given('staff'), language: given('lang'), removed };
    try {
      const isFramed = this.hasAttribute('frame');
      const [loaded, response] = isFramed ? [] : await Promise.all([parts(), salonOf(preset)]);
      if (loaded && response) {
        loaded[0].mount(this, { ...preset, salonResponse: Promise.resolve(response) });
      } else if (!removed.aborted) {
        const { showFrame } = (await import(built.framed)) as typeof import('./framed');
        showFrame(this, preset, !isFramed);
      }
    } catch {
      this.dispatchEvent(new CustomEvent('visavis:error', { bubbles: true, composed: true, detail: { code: 'UNREACHABLE' } }));
    }
  }
}

if (!customElements.get('visavis-booking')) {
  customElements.define('visavis-booking', VisavisBooking);
  addEventListener('click', (event) => {
    const [button] = event.composedPath().filter((target) => target instanceof HTMLElement && target.dataset['visavisBooking'] !== undefined) as HTMLElement[];
    // A link may be opened in a tab of its own.
    if (button && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      void (import(built.popup) as Promise<typeof import('./popup')>).then(({ openPopup }) => openPopup(button, origin));
    }
  });
}
