/* What the booking does on another page than our own, or in a frame; loaded while the first step is shown. */
import { keepReadable } from './readable';
import { tellApart } from './told_apart';

/** Fits the booking in the part of the host into the embedding page, until the host is removed. */
export function fitIn(host: HTMLElement, part: HTMLElement, removed: AbortSignal | undefined): void {
  keepReadable(host, part, removed);
  tellApart(host, part, removed);
}
