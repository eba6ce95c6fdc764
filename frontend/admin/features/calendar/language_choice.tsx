import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { appointmentWords } from './appointment_words';

/** Chooses the language in which a customer is addressed. */
export function LanguageChoice(props: Omit<Parameters<typeof Choice>[0], 'data' | 'label'>) {
  const t = useWords(appointmentWords);
  return <Choice label={t.language} data={(['DE', 'EN', 'FR', 'TR'] as const).map((value) => ({ value, label: t.languages[value] }))} {...props} />;
}
