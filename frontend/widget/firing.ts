import type { Fire } from './events';

/** Returns a function that fires events on an element. They bubble, also out of shadow roots. */
export const firingOn =
  (element: Element): Fire =>
  (name, detail) => {
    element.dispatchEvent(new CustomEvent(`visavis:${name}`, { bubbles: true, composed: true, detail }));
  };
