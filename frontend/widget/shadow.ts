import styles from './widget.css?inline';

/** Attaches a shadow root with our styles, which isolates them from those of the embedding page. */
export function shadowOf(host: Element): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  // A constructed stylesheet works even under a strict content security policy of the embedding page.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  return root;
}
