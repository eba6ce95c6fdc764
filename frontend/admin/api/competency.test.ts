import { expect, test } from 'vitest';
import { competencyOf } from './competency';

test('what somebody has said is found by category and by service', () => {
  const staff = {
    id: 'stf_a',
    competencies: [
      { category: { id: 'video' }, service: null, qualified: true },
      { category: null, service: { id: 'color-1' }, qualified: false },
    ],
  };
  expect(competencyOf(staff, { categoryId: 'video' })).toBe(true);
  expect(competencyOf(staff, { serviceId: 'color-1' })).toBe(false);
  expect(competencyOf(staff, { categoryId: 'color' })).toBeNull();
});
