/** Custom properties with which a page sets the colors and font of the widget. */
const properties = ['--visavis-accent', '--visavis-on-accent', '--visavis-font'];

/** Returns the theme of an element as URL parameters: iframes do not inherit custom properties. */
export function themeOf(element: Element): string {
  const style = getComputedStyle(element);
  return new URLSearchParams(properties.map((name) => [name, style.getPropertyValue(name)]).filter(([, value]) => value)).toString();
}

/** Applies a theme from URL parameters to an element. */
export function applyTheme(theme: string, element: HTMLElement): void {
  for (const [name, value] of new URLSearchParams(theme)) {
    if (properties.includes(name)) {
      element.style.setProperty(name, value);
    }
  }
}
