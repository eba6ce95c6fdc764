import { preferredLanguages } from '../../environment/languages';
import { store, stored } from '../../environment/storage';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

/** The languages of the admin. */
export type Language = 'de' | 'en';

const storageKey = 'visavis-language';

interface Choice {
  language: Language;
  choose(language: Language): void;
}

const LanguageContext = createContext<Choice>({ language: 'de', choose: () => undefined });

/** Returns the language chosen before, else the browser's first one that we support, else German. */
export function firstLanguage(chosen: string | null, preferred: readonly string[]): Language {
  for (const tag of [chosen, ...preferred]) {
    const [language] = tag?.toLowerCase().split(/[-_]/) ?? [];
    if (language === 'de' || language === 'en') {
      return language;
    }
  }
  return 'de';
}

/** Returns the current language, for requests. */
export const currentLanguage = (): Language => firstLanguage(stored(storageKey), preferredLanguages());

interface ProviderProps {
  children: ReactNode;
}

/** Provides the language, and stores the user's choice. */
export function LanguageProvider({ children }: ProviderProps) {
  const [language, setLanguage] = useState(currentLanguage);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const choice = useMemo(
    () => ({
      language,
      choose(next: Language) {
        store(storageKey, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

/** Returns the language and a function that changes it. */
export const useLanguage = () => useContext(LanguageContext);
