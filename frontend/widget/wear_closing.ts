import styles from './closing.css?inline';
import { wear } from './shadow';

/** Adds the styles of forms and of the steps that follow the choice of a start, for an element's ref; the first screen does without. */
export function wearClosing(part: Element | null): void {
  if (part) {
    wear(part.getRootNode() as ShadowRoot, styles);
  }
}
