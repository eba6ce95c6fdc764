import type { Language } from './language';
import { useWidget } from './widget_context';

export const wrongClockWords: Record<Language, (today: string) => string> = {
  de: (today) => `Die Uhr deines Geräts geht falsch. Hier gilt die Uhr des Salons: Heute ist ${today}.`,
  en: (today) => `The clock of your device is wrong. Times here go by the salon’s clock: today is ${today}.`,
  fr: (today) => `L’horloge de votre appareil n’est pas à l’heure. Ici, c’est l’heure du salon qui compte. Nous sommes le ${today}.`,
  tr: (today) => `Cihazınızın saati yanlış. Burada salonun saati geçerlidir. Bugün ${today}.`,
};

/** Says that the device's clock is wrong, and what day it is. */
export default function WrongClock() {
  const { format, language } = useWidget();
  const today = format.ofDate({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })(format.today());
  return <p class="well">{wrongClockWords[language](today)}</p>;
}
