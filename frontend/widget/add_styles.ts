/** Adds styles to the shadow root around an element, and returns a function that removes them. */
export function addStyles(element: Element, css: string): () => void {
  const root = element.getRootNode() as ShadowRoot;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  } catch {
    const style = document.createElement('style'); // older browsers construct no style sheets
    style.textContent = css;
    root.append(style);
    return () => style.remove();
  }
}
