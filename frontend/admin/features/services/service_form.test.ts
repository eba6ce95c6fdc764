import { expect, it } from 'vitest';
import { changesOf, formOf, inputOf, isLasting, isNumber, type ServiceForm } from './service_form';
import type { Service } from './services_query';

const balayage: Service = {
  id: 'svc_a',
  name: 'Balayage',
  delivery: 'IN_SALON',
  duration: 'PT2H30M',
  cleanUp: 'PT10M',
  price: { minorUnits: 18990, currency: 'EUR', digits: 2 },
  description: '',
  bookableOnline: false,
  archived: false,
  category: { id: 'cat_a', name: 'Farbe' },
};
const digits: Record<string, number> = { JPY: 0, KWD: 3, CLF: 4 };
const digitsOf = (currency: string) => digits[currency] ?? 2;
const changed = (service: Service, values: Partial<ServiceForm>) => {
  const before = formOf(service, '', 'EUR');
  return changesOf(inputOf({ ...before, ...values }, digitsOf), inputOf(before, digitsOf));
};

it('what is not changed in the form is not sent', () => {
  expect(changed(balayage, {})).toEqual({});
  expect(changed(balayage, { duration: '150' })).toEqual({});
  expect(changed(balayage, { name: 'Strähnen', duration: 60 })).toEqual({ name: 'Strähnen', duration: 'PT60M' });
});

it.each([
  ['CHF', 2, 4900, 49],
  ['JPY', 0, 1500, 1500],
  ['KWD', 3, 1500, 1.5],
  ['CLF', 4, 395_001, 39.5001],
  ['HUF', 2, 1_500_000, 15_000],
])('a price in %s has %i digits, keeps its currency and can be changed', (currency, places, minorUnits, shown) => {
  const service = { ...balayage, price: { minorUnits, currency, digits: places } };
  expect(formOf(service, '', 'EUR')).toMatchObject({ price: shown, currency });
  expect(changed(service, { price: shown })).toEqual({});
  expect(changed(service, { price: shown + 1 })).toEqual({ price: { minorUnits: minorUnits + 10 ** places, currency } });
});

it('a price is sent without the errors of binary fractions', () => {
  expect(changed(balayage, { price: 1.15 })).toEqual({ price: { minorUnits: 115, currency: 'EUR' } });
});

it('a new service is free and takes half an hour, in the currency of the branch, and where is asked', () => {
  expect(formOf(undefined, 'cat_b', 'CHF')).toMatchObject({ categoryId: 'cat_b', delivery: '', duration: 30, price: 0, currency: 'CHF', bookableOnline: true });
});

it.each([
  [1, true],
  ['30', true],
  [0, false],
  ['0', false],
  ['', false],
  [-5, false],
])('%o minutes are a duration: %s', (value, is) => {
  expect(isLasting(value)).toBe(is);
});

it('the price before a change has its currency', () => {
  const before = formOf(balayage, '', 'CHF');
  const inputs = [inputOf({ ...before, price: 50, currency: 'JPY' }, digitsOf), inputOf(before, digitsOf)] as const;
  expect(changesOf(inputs[1], inputs[0])).toEqual({ price: { minorUnits: 18990, currency: 'EUR' } });
});

it.each([
  [0, true],
  ['12', true],
  ['', false],
  ['-', false],
])('%o is a number: %s', (value, is) => {
  expect(isNumber(value)).toBe(is);
});
