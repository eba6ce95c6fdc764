/** The custom properties by which a page gives the booking its colours and font. */
const properties = ['--visavis-accent', '--visavis-on-accent', '--visavis-font'];

/** The theme that a page gives an element, to be handed to a frame in its address: frames inherit none. */
export function themeOf(element: Element): string {
  const given = getComputedStyle(element);
  return new URLSearchParams(properties.map((name) => [name, given.getPropertyValue(name)]).filter(([, value]) => value)).toString();
}

/** Wears the theme of an address. */
export function wear(theme: string, element: HTMLElement): void {
  for (const [name, value] of new URLSearchParams(theme)) {
    if (properties.includes(name)) {
      element.style.setProperty(name, value);
    }
  }
}
