import { expect, it } from 'vitest';
import { placeOf } from './requirement_place';

it.each([
  ['VIDEO_LINK', '/mitarbeiter/stf_anna/video-anrufe'],
  ['WORK_PLAN', '/mitarbeiter/stf_anna/arbeitsplan'],
  ['OPENING_HOURS', '/oeffnungszeiten'],
  ['VIDEO_ONLY_MODE', '/nur-video-modus'],
] as const)('%s is met at %s', (code, place) => {
  expect(placeOf(code, 'stf_anna')).toBe(place);
});
