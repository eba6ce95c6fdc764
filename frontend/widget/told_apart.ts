const landmarkIn = (part: ParentNode | null | undefined) => part?.querySelector('section[aria-label]');

/** Adds a number to the name of the landmark in the part of the host while another host on the page has the same, until the host is removed. */
export function tellApart(host: Element, part: Element, removed: AbortSignal | undefined): void {
  let given: string | undefined;
  function name() {
    const landmark = landmarkIn(part);
    const label = landmark?.getAttribute('aria-label');
    if (!landmark || !label || label === given) {
      return;
    }
    const others = [...document.querySelectorAll(host.localName)].filter((other) => other !== host);
    given = freeName(label, new Set(others.map((other) => landmarkIn(other.shadowRoot)?.getAttribute('aria-label'))));
    if (given !== label) {
      landmark.setAttribute('aria-label', given);
    }
  }
  const observer = new MutationObserver(name);
  observer.observe(part, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-label'] });
  removed?.addEventListener('abort', () => observer.disconnect());
  name();
}

/** Returns the name, with a number if it is taken. */
export function freeName(name: string, taken: ReadonlySet<string | null | undefined>): string {
  for (let number = 2, free = name; ; number += 1) {
    if (!taken.has(free)) {
      return free;
    }
    free = `${name} ${number}`;
  }
}
