import type { Language } from '../language/language';

/** The languages of notifications by those of the admin. */
export const locales = { de: 'DE', en: 'EN' } as const satisfies Record<Language, string>;
