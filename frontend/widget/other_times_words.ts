import type { Language } from './language';
import { plural } from './plural';

const de = {
  afternoon: 'Nachmittag',
  calendar: 'Kalender',
  day: 'Tag wählen',
  earlierMonth: 'Vorheriger Monat',
  evening: 'Abend',
  later: 'Oder wähle eine andere Uhrzeit',
  laterMonth: 'Nächster Monat',
  morning: 'Vormittag',
  nothing: 'nichts frei',
  nothingInMonth: 'In diesem Monat ist nichts frei.',
  nothingOn: (day: string) => `Am ${day} ist nichts frei.`,
  nothingWith: (day: string, name: string) => `Am ${day} ist bei ${name} nichts frei.`,
  ownClock: 'In meiner Zeitzone zeigen',
  salonClock: 'In der Zeitzone des Salons zeigen',
  starts: (count: number) => plural('de', count, { one: '# freie Uhrzeit', other: '# freie Uhrzeiten' }),
  zone: (zone: string) => `Alle Uhrzeiten in der Zeitzone ${zone}`,
};

const en: typeof de = {
  afternoon: 'Afternoon',
  calendar: 'calendar',
  day: 'Choose a day',
  earlierMonth: 'Previous month',
  evening: 'Evening',
  later: 'Or choose another time',
  laterMonth: 'Next month',
  morning: 'Morning',
  nothing: 'nothing available',
  nothingInMonth: 'Nothing is available in this month.',
  nothingOn: (day) => `Nothing is available on ${day}.`,
  nothingWith: (day, name) => `Nothing is available on ${day} with ${name}.`,
  ownClock: 'Show in my time zone',
  salonClock: 'Show in the salon’s time zone',
  starts: (count) => plural('en', count, { one: '# available time', other: '# available times' }),
  zone: (zone) => `All times in the time zone ${zone}`,
};

const fr: typeof de = {
  afternoon: 'Après-midi',
  calendar: 'calendrier',
  day: 'Choisir un jour',
  earlierMonth: 'Mois précédent',
  evening: 'Soir',
  later: 'Ou choisissez un autre horaire',
  laterMonth: 'Mois suivant',
  morning: 'Matin',
  nothing: 'rien de libre',
  nothingInMonth: 'Rien n’est libre ce mois-ci.',
  nothingOn: (day) => `Rien n’est libre le ${day}.`,
  nothingWith: (day, name) => `Rien n’est libre le ${day} avec ${name}.`,
  ownClock: 'Afficher dans mon fuseau horaire',
  salonClock: 'Afficher dans le fuseau horaire du salon',
  starts: (count) => plural('fr', count, { one: '# horaire libre', other: '# horaires libres' }),
  zone: (zone) => `Tous les horaires sont donnés dans le fuseau horaire ${zone}`,
};

const tr: typeof de = {
  afternoon: 'Öğleden sonra',
  calendar: 'takvim',
  day: 'Gün seçin',
  earlierMonth: 'Önceki ay',
  evening: 'Akşam',
  later: 'Ya da başka bir saat seçin',
  laterMonth: 'Sonraki ay',
  morning: 'Sabah',
  nothing: 'boş saat yok',
  nothingInMonth: 'Bu ay boş saat yok.',
  nothingOn: (day) => `Boş saat yok: ${day}.`,
  nothingWith: (day, name) => `${name} ile boş saat yok: ${day}.`,
  ownClock: 'Kendi saat dilimimde göster',
  salonClock: 'Salonun saat diliminde göster',
  starts: (count) => `${count} boş saat`,
  zone: (zone) => `Tüm saatler ${zone} saat dilimindedir`,
};

/** Texts of the choice of a day and a start. */
export const otherTimesWords: Record<Language, typeof de> = { de, en, fr, tr };
