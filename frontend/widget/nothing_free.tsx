import type { Language } from './language';
import { useWidget } from './widget_context';

const words: Record<Language, { service: string; start: string }> = {
  de: { service: 'Hier kannst du zurzeit nichts online buchen.', start: 'In diesen Wochen ist leider nichts frei.' },
  en: { service: 'Nothing can be booked online here at the moment.', start: 'Unfortunately, nothing is available in these weeks.' },
  fr: { service: 'Pour le moment, rien ne peut être réservé en ligne ici.', start: 'Malheureusement, il n’y a plus rien de libre ces semaines-ci.' },
  tr: { service: 'Şu anda buradan çevrim içi randevu alınamıyor.', start: 'Ne yazık ki bu haftalarda boş saat yok.' },
};

/** Says that there is no service or no start to choose, and how to reach the branch. */
export default function NothingFree({ of }: { of: 'service' | 'start' }) {
  const { branch, language } = useWidget();
  return (
    <p>
      {words[language][of]} {branch.phone}
    </p>
  );
}
