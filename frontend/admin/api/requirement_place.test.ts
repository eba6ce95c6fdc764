import { expect, it } from 'vitest';
import { placeInBranch, placeOf } from './requirement_place';

it.each([
  ['VIDEO_LINK', '/mitarbeiter/stf_anna/video-anrufe'],
  ['WORK_PLAN', '/mitarbeiter/stf_anna/arbeitsplan'],
  ['OPENING_HOURS', '/oeffnungszeiten'],
  ['VIDEO_ONLY_MODE', '/nur-video-modus'],
] as const)('%s is met at %s', (code, place) => {
  expect(placeOf(code, 'stf_anna')).toBe(place);
});

it.each([
  ['OPENING_HOURS', '/oeffnungszeiten'],
  ['LEGAL_TEXTS', '/rechtliches'],
  ['VIDEO_ROOMS', '/video-anrufe'],
] as const)('%s of a branch is met at %s', (code, place) => {
  expect(placeInBranch(code)).toBe(place);
});
