import { type Color, contrast, enough, readableOn } from './contrast';

/** Colors by the custom properties of the widget's style; empty: as it stands there. */
export type Palette = Record<(typeof painted)[number], string>;

/** The custom properties that follow the ground of the embedding page. */
export const painted = ['--light', '--dark', '--ground', '--soft', '--tint', '--violet-ground', '--line', '--ink', '--muted', '--violet', '--error', 'color-scheme'] as const;

/** The colors of widget.css that must stay readable, in its light and its dark scheme. */
const signals: Record<'light' | 'dark', { violet: Color; error: Color }> = {
  light: { violet: [91, 58, 166], error: [179, 38, 30] },
  dark: { violet: [201, 182, 255], error: [255, 180, 168] },
};

/** Returns the colors of the widget on a ground, with the wanted ink where it is readable; each text has the contrast that it needs. */
export function paletteOn(ground: Color, wanted: Color | undefined): Palette {
  const pole = readableOn(ground, undefined);
  const isDark = pole[0] === 255;
  // Fields differ from the ground as far as text on them allows.
  const toPole = (share: number) => [share, share / 2, 0].map((part) => mix(ground, pole, part)).find((field) => contrast(field, pole) >= enough) ?? ground;
  const [soft, tint] = [toPole(0.05), toPole(0.12)];
  const readable = (color: Color | undefined) => color && [ground, soft, tint].every((field) => contrast(field, color) >= enough);
  const orPole = (color: Color) => css(readable(color) ? color : pole);
  const ink = css(wanted && readable(wanted) ? wanted : pole);
  const { violet, error } = signals[isDark ? 'dark' : 'light'];
  return {
    '--light': isDark ? ' ' : 'initial',
    '--dark': isDark ? 'initial' : ' ',
    '--ground': css(ground),
    '--soft': css(soft),
    '--tint': css(tint),
    '--violet-ground': css(tint),
    '--line': css(mix(ground, pole, 0.35)),
    '--ink': ink,
    '--muted': ink,
    '--violet': orPole(violet),
    '--error': orPole(error),
    'color-scheme': isDark ? 'dark' : 'light',
  };
}

const css = (color: Color) => `rgb(${color.join()})`;

/** Returns a color with a share of another in it, from 0 to 1. */
const mix = (color: Color, other: Color, share: number): Color => color.map((part, index) => Math.round(part + ((other[index] ?? part) - part) * share)) as unknown as Color;
