import styles from './widget.css?inline';

/** Gives an element a shadow root with our styles, so that neither it nor the page around touches the other's. */
export function shadowOf(host: Element): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  // A sheet of one's own works under the strictest policy of a host.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  return root;
}
