import { expect, it } from 'vitest';
import { mapOf } from './map_address';

it('a map shows any place', () => {
  const place = 'Straße des 17. Juni 1 & 2, 10557 Berlin';
  const { origin, pathname, searchParams } = new URL(mapOf(place));
  expect([origin + pathname, [...searchParams]]).toEqual(['https://www.openstreetmap.org/search', [['query', place]]]);
});
