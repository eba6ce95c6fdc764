import { expect, it } from 'vitest';
import { type Color, contrast } from './contrast';
import { paletteOn } from './palette';

const colorOf = (text: string) => (text.match(/\d+/g) ?? []).map(Number) as unknown as Color;

it.each<[string, Color, Color | undefined, string]>([
  ['the ink that is wanted', [255, 233, 214], [64, 32, 16], 'rgb(64,32,16)'],
  ['black for a pale ink', [255, 233, 214], [240, 200, 180], 'rgb(0,0,0)'],
  ['white on what is dark', [16, 42, 67], [32, 32, 32], 'rgb(255,255,255)'],
  ['black, of nothing wanted', [255, 255, 255], undefined, 'rgb(0,0,0)'],
])('writes in %s', (_, ground, wanted, ink) => {
  expect(paletteOn(ground, wanted)['--ink']).toBe(ink);
});

it('is readable on every ground', () => {
  const steps = [0, 40, 80, 100, 118, 119, 130, 160, 200, 255];
  const grounds = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue): Color => [red, green, blue])));
  for (const ground of grounds) {
    const palette = paletteOn(ground, ground);
    for (const text of ['--ink', '--muted', '--violet', '--error'] as const) {
      for (const field of ['--ground', '--soft', '--tint', '--violet-ground'] as const) {
        expect(contrast(colorOf(palette[text]), colorOf(palette[field])), `${text} on ${field} of ${ground.join()}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  }
});
