import { expect, it } from 'vitest';
import type { Appointment } from './calendar_query';
import { type Coloring, colorings, paintOf } from './coloring';

const appointment = (delivery: 'IN_SALON' | 'VIDEO', status: Appointment['status'] = 'CONFIRMED') =>
  ({ status, staff: { color: '#0f5c63' }, service: { delivery, category: { id: 'cat_b' } } }) as Appointment;
const categoryIds = ['cat_a', 'cat_b'];

it.each(colorings)('a video consultation is violet, also by %s', (coloring) => {
  expect(paintOf(appointment('VIDEO'), coloring, categoryIds)).toEqual({ tone: 'video' });
});

it.each<[Coloring, Appointment['status'], object]>([
  ['person', 'CONFIRMED', { tone: 'person', color: '#0f5c63' }],
  ['category', 'CONFIRMED', { tone: 'hue', hue: 65 }],
  ['status', 'CONFIRMED', { tone: 'plain' }],
  ['status', 'COMPLETED', { tone: 'completed' }],
  ['status', 'NO_SHOW', { tone: 'missed' }],
])('by %s, one that is %s is %j', (coloring, status, want) => {
  expect(paintOf(appointment('IN_SALON', status), coloring, categoryIds)).toEqual(want);
});

it('a category beyond the colors has that of the others', () => {
  expect(paintOf(appointment('IN_SALON'), 'category', [])).toEqual({ tone: 'other' });
});
