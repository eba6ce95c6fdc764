/*
 * Monaco and Radix make <style> elements at run time and know of no nonce. Here every one that a script makes gets the
 * nonce of the page, so that the policy can go on refusing those that come in as markup.
 */
const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce;
const createElement = document.createElement;

document.createElement = function create(this: Document, name: string, options?: ElementCreationOptions) {
  const element: HTMLElement = createElement.call(this, name, options);
  if (nonce && element instanceof HTMLStyleElement) {
    element.nonce = nonce;
  }
  return element;
} as typeof document.createElement;
