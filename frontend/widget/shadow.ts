import widgetStyles from './widget.css?inline';

/** Sheets by their text. */
const sheets = new Map<string, CSSStyleSheet>();

/** Adds styles to a shadow root, unless it has them. */
export function wear(root: ShadowRoot, styles: string): void {
  try {
    // A constructed stylesheet works even under a strict content security policy of the embedding page.
    const sheet = sheets.get(styles) ?? new CSSStyleSheet();
    if (!sheets.has(styles)) {
      sheet.replaceSync(styles);
      sheets.set(styles, sheet);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  } catch {
    // Safari before 16.4 has none.
    const style = root.appendChild(document.createElement('style'));
    style.nonce = document.querySelector('script')?.nonce ?? '';
    style.textContent = styles;
  }
}

/** Returns the emptied shadow root of an element, which may have one already, with styles, which isolate it from those of the embedding page. */
export function shadowOf(host: Element, styles = widgetStyles): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.replaceChildren();
  wear(root, styles);
  return root;
}
