/** Custom properties with which a page sets the colors and font of the widget. */
const properties = ['--visavis-accent', '--visavis-on-accent', '--visavis-ground', '--visavis-ink', '--visavis-font'];

/** Returns the theme of an element as URL parameters: iframes inherit neither attributes nor custom properties. */
export function themeOf(element: Element): string {
  const style = getComputedStyle(element);
  const set = properties.map((name) => [name, style.getPropertyValue(name)]).filter(([, value]) => value);
  return new URLSearchParams([...set, ['theme', element.getAttribute('theme') ?? 'auto'], ['sized', '']]).toString();
}

/** Applies a theme from URL parameters to an element. */
export function applyTheme(theme: string, element: HTMLElement): void {
  const given = new URLSearchParams(theme);
  for (const name of properties) {
    element.style.setProperty(name, given.get(name) ?? '');
  }
  element.setAttribute('theme', given.get('theme') ?? 'auto');
}

/** Calls back whenever the theme of an element may have changed, until it is removed. */
export function followTheme(element: Element, removed: AbortSignal | undefined, onChange: () => void): void {
  const observer = new MutationObserver(onChange);
  observer.observe(element, { attributeFilter: ['theme', 'style', 'class'] });
  removed?.addEventListener('abort', () => observer.disconnect());
}
