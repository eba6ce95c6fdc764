import type { ComponentProps } from 'react';
import { localeWords } from '../language/locale_words';
import { useWords } from '../language/words';
import { Choice } from './choice';

/** Chooses one of the languages in which customers are addressed. */
export function LanguageChoice(props: Omit<ComponentProps<typeof Choice>, 'data'>) {
  const names = useWords(localeWords);
  return <Choice data={(['DE', 'EN', 'FR', 'TR'] as const).map((value) => ({ value, label: names[value] }))} {...props} />;
}
