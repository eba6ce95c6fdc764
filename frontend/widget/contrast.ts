/** Red, green and blue, each from 0 to 255. */
export type Color = readonly [number, number, number];

/** The contrast that text needs, by WCAG 2.2. */
export const enough = 4.5;

/** Returns the contrast of two colors, from 1 to 21. */
export function contrast(a: Color, b: Color): number {
  const both = [luminance(a), luminance(b)];
  return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
}

function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const white: Color = [255, 255, 255];
const black: Color = [0, 0, 0];

/** Returns the wanted color of a text if it is readable on the ground; else white or black, of which one always is. */
export function readableOn(ground: Color, wanted: Color | undefined): Color {
  if (wanted && contrast(ground, wanted) >= enough) {
    return wanted;
  }
  return contrast(ground, white) >= enough ? white : black;
}
