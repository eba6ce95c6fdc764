/*
 * Monaco and Radix create <style> elements at run time without a nonce. This sets the page's nonce on each element that a
 * script creates, so that the content security policy can still block those from markup.
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
