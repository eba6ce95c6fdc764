import type { Language } from './language';
import { useWidget } from './widget_context';

export const notOfferedWords: Record<Language, string> = {
  de: 'Die gewünschte Person bietet diese Leistung nicht an. Du siehst die Termine aller anderen.',
  en: 'The person you asked for does not offer this service. These are the times of everybody else.',
  fr: 'La personne souhaitée ne propose pas cette prestation. Voici les horaires de toutes les autres.',
  tr: 'İstediğiniz kişi bu hizmeti vermiyor. Diğer herkesin saatlerini görüyorsunuz.',
};

/** Says that the chosen profile does not offer the service. */
export default function NotOffered() {
  return <p class="well">{notOfferedWords[useWidget().language]}</p>;
}
