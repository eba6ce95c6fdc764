import { expect, it } from 'vitest';
import { formOf, inputOf } from './service_form';
import type { Service } from './services_query';

const balayage: Service = {
  id: 'svc_a',
  name: 'Balayage',
  delivery: 'IN_SALON',
  duration: 'PT2H30M',
  cleanUp: 'PT10M',
  price: { minorUnits: 18990, currency: 'EUR' },
  description: '',
  bookableOnline: false,
  archived: false,
  category: { id: 'cat_a', name: 'Farbe' },
};

it('what is not changed in the form is sent as it was', () => {
  expect(inputOf(formOf(balayage, ''))).toEqual({
    name: 'Balayage',
    categoryId: 'cat_a',
    duration: 'PT150M',
    cleanUp: 'PT10M',
    price: { minorUnits: 18990 },
    description: '',
    bookableOnline: false,
  });
});

it('a new service is a free video consultation of half an hour', () => {
  expect(formOf(undefined, 'cat_b')).toMatchObject({ categoryId: 'cat_b', delivery: 'VIDEO', duration: 30, price: 0, bookableOnline: true });
});
