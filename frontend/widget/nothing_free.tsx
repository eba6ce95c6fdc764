import type { Language } from './language';
import { useWidget } from './widget_context';

export const nothingFreeWords: Record<Language, { service: string; start: string }> = {
  de: { service: 'Hier kannst du zurzeit nichts online buchen.', start: 'Zurzeit ist leider nichts frei.' },
  en: { service: 'Nothing can be booked online here at the moment.', start: 'Unfortunately, nothing is available at the moment.' },
  fr: { service: 'Pour le moment, rien ne peut être réservé en ligne ici.', start: 'Malheureusement, il n’y a plus rien de libre pour le moment.' },
  tr: { service: 'Şu anda buradan çevrim içi randevu alınamıyor.', start: 'Ne yazık ki şu anda boş saat yok.' },
};

/** Says that there is no service or no start to choose, and how to reach the branch. */
export default function NothingFree({ of }: { of: 'service' | 'start' }) {
  const { branch, language } = useWidget();
  return (
    <p>
      {nothingFreeWords[language][of]} {branch.phone}
    </p>
  );
}
