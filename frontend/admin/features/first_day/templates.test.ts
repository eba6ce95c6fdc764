import { expect, test } from 'vitest';
import { categoriesOf, daysOf, hoursOf, templateKeys, templateOf } from './templates';

test.each(templateKeys)('the template %s is whole in both languages', (key) => {
  const [german, english] = [templateOf(key, 'de'), templateOf(key, 'en')];
  for (const { categories } of [german, english]) {
    const names = categories.map(({ name }) => name).concat(categories.flatMap(({ services }) => services.map(({ name }) => name)));
    expect(new Set(names).size).toBe(names.length);
    expect(names.every(Boolean)).toBe(true);
  }
  for (const service of german.categories.flatMap(({ services }) => services)) {
    expect(service.minutes % 5).toBe(0); // else starts of the usual interval leave gaps
    expect(service.price).toBeGreaterThan(0);
  }
  expect(english.categories.map(({ services }) => services.length)).toEqual(german.categories.map(({ services }) => services.length));
  const { first, last } = daysOf(german);
  expect(hoursOf(german)).toHaveLength(last - first + 1);
});

test('a hairdresser opens from Monday to Saturday from 9 to 18', () => {
  const template = templateOf('hairdresser', 'de');
  expect([daysOf(template), hoursOf(template)[5]]).toEqual([{ first: 0, last: 5 }, { weekday: 'SATURDAY', from: '09:00', to: '18:00' }]);
});

test.each([
  ['EUR', { minorUnits: 5500, currency: 'EUR' }],
  ['JPY', undefined], // 5500 yen would be another price
])('in %s a cut costs %o', (currency, price) => {
  const [cut] = categoriesOf(templateOf('hairdresser', 'en'), currency)[0]!.services;
  expect(cut).toEqual({ name: 'Wash, cut and blow-dry', delivery: 'IN_SALON', duration: 'PT60M', ...(price && { price }) });
});
