import { expect, it } from 'vitest';
import { languageOf, localeOf } from './language';

it.each([
  [['fr-CA', 'de'], 'fr'],
  [['TR'], 'tr'],
  [['C', 'es-ES', 'en_GB'], 'en'],
  [[undefined, null, '', 'tr-TR', 'de'], 'tr'],
  [['es', 'constructor'], 'de'],
  [[], 'de'],
])('of %j, it is %s', (tags, language) => {
  expect(languageOf(...tags)).toBe(language);
});

it('names languages like the API', () => {
  expect(localeOf('tr')).toBe('TR');
});
