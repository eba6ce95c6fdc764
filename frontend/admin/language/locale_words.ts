import { words } from './words';

/** The languages in which customers are addressed, by the locales of the API. */
export const localeWords = words(
  { DE: 'Deutsch', EN: 'Englisch', FR: 'Französisch', TR: 'Türkisch' },
  { DE: 'German', EN: 'English', FR: 'French', TR: 'Turkish' },
);
