export type Language = 'de' | 'en';

/** The language of the booking: the first of the browser's that we speak, else that of the page, else German. */
export function languageOf(page: string, preferred: readonly string[]): Language {
  for (const tag of [...preferred, page]) {
    const [language] = tag.toLowerCase().split('-');
    if (language === 'de' || language === 'en') {
      return language;
    }
  }
  return 'de';
}
