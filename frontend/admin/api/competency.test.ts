import { expect, test } from 'vitest';
import { saidOf } from './competency';

test('what somebody has said is found by category and by service', () => {
  const staff = {
    id: 'stf_a',
    competencies: [
      { category: { id: 'video' }, service: null, qualified: true },
      { category: null, service: { id: 'colour-1' }, qualified: false },
    ],
  };
  expect(saidOf(staff, { categoryId: 'video' })).toBe(true);
  expect(saidOf(staff, { serviceId: 'colour-1' })).toBe(false);
  expect(saidOf(staff, { categoryId: 'colour' })).toBeNull();
});
