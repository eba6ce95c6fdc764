import { type Color, readableOn } from './contrast';
import { painted, paletteOn } from './palette';
import { followTheme } from './theme';

/** Keeps texts readable on the accent and the ground that the part of the host inherits from the embedding page, until the host is removed. */
export function keepReadable(host: HTMLElement, part: HTMLElement, removed: AbortSignal | undefined): void {
  function choose() {
    const accent = colorOf('--visavis-accent', part);
    const color = accent && readableOn(accent, colorOf('--visavis-on-accent', part));
    part.style.setProperty('--readable', color ? `rgb(${color.join()})` : '');
    const ground = colorOf('--visavis-ground', part);
    const palette = ground && paletteOn(ground, colorOf('--visavis-ink', part));
    const booking = part.querySelector<HTMLElement>('.booking');
    for (const name of painted) {
      booking?.style.setProperty(name, palette?.[name] ?? '');
    }
    rendered.takeRecords(); // of what reading colors has changed
    if (booking) {
      rendered.disconnect();
    }
  }
  const rendered = new MutationObserver(choose);
  rendered.observe(part, { childList: true });
  removed?.addEventListener('abort', () => rendered.disconnect());
  choose();
  followTheme(host, removed, choose);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', choose, removed && { signal: removed });
}

/** Returns a custom property that is a color, as it is seen on the element; undefined if it is none. */
function colorOf(property: string, element: HTMLElement): Color | undefined {
  const probe = element.appendChild(document.createElement('i'));
  probe.style.color = 'transparent';
  const none = getComputedStyle(probe).color;
  probe.style.color = `var(${property}, transparent)`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color === none ? undefined : partsOf(color);
}

/** Returns the parts of a computed color. Newer notations than rgb() are read by painting them. */
function partsOf(color: string): Color | undefined {
  const context = color.startsWith('rgb') ? null : document.createElement('canvas').getContext('2d');
  if (!context) {
    const [red, green, blue] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue];
  }
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}
