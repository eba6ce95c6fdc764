import { expect, test } from 'vitest';
import { competencyOf, partsOf } from './competency';

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

const knows = (categoryId: string | null, qualified: boolean) => ({
  category: categoryId ? { id: categoryId } : null,
  service: categoryId ? null : { id: 'svc_color' },
  qualified,
});

test('a category without a yes is known in part by the services that have one', () => {
  const category = { id: 'cat_video', services: [{ id: 'svc_color', name: 'Farbe', delivery: 'VIDEO' as const }, { id: 'svc_cut', name: 'Schnitt', delivery: 'IN_SALON' as const }] };
  const parts = (...competencies: ReturnType<typeof knows>[]) => partsOf({ id: 'stf_anna', competencies }, category).map(({ id }) => id);
  expect(parts(knows(null, true))).toEqual(['svc_color']);
  expect(parts(knows(null, true), knows('cat_video', false))).toEqual(['svc_color']);
  expect(parts(knows(null, true), knows('cat_video', true))).toEqual([]);
  expect(parts(knows(null, false))).toEqual([]);
});
