/** What a person looks for on a page: a kind of element, and a regular expression of its name. */
export interface Sought {
  kind: 'button' | 'link' | 'heading' | 'field' | 'text';
  name: string;
}

/** Returns the first such element that is shown, in open shadow trees too. It is sent to the page, so it knows only what it is given. */
export function find({ kind, name }: Sought): HTMLElement | undefined {
  const selector = { button: 'button:enabled', link: 'a[href]', heading: 'h1, h2', field: 'input, textarea', text: 'p, b, span, output' }[kind];
  const trees: (Document | ShadowRoot)[] = [document];
  for (const tree of trees) {
    for (const { shadowRoot } of tree.querySelectorAll('*')) {
      if (shadowRoot) {
        trees.push(shadowRoot);
      }
    }
  }
  return trees
    .flatMap((tree) => Array.from(tree.querySelectorAll<HTMLElement>(selector)))
    .find((element) => {
      const label = element.ariaLabel ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent;
      return element.getClientRects().length > 0 && new RegExp(name).test(label.trim());
    });
}
