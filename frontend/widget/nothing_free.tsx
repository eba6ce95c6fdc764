import type { Language } from './language';
import { useWidget } from './widget_context';

const de = {
  service: 'Hier kannst du zurzeit nichts online buchen.',
  start: 'In diesen Wochen ist leider nichts frei.',
};

const en: typeof de = {
  service: 'Nothing can be booked online here at the moment.',
  start: 'Unfortunately, nothing is available in these weeks.',
};

const words: Record<Language, typeof de> = { de, en };

/** Says that there is no service or no start to choose, and how to reach the branch. */
export default function NothingFree({ of }: { of: keyof typeof de }) {
  const { branch, language } = useWidget();
  return (
    <p>
      {words[language][of]} {branch.phone}
    </p>
  );
}
