import { expect, it } from 'vitest';
import { freeName } from './told_apart';

it.each([
  [[], 'Termin buchen'],
  [['Termin buchen, Salon Mitte'], 'Termin buchen'],
  [['Termin buchen'], 'Termin buchen 2'],
  [['Termin buchen', 'Termin buchen 2'], 'Termin buchen 3'],
  [['Termin buchen 2'], 'Termin buchen'],
])('beside %j a name is free', (taken, free) => {
  expect(freeName('Termin buchen', new Set(taken))).toBe(free);
});
