import { words } from '../../language/words';

export const notificationWords = words(
  {
    content: 'In der E-Mail stehen Kunde, Leistung, Uhrzeit und ein Link zum Termin, aber weder Kontaktdaten noch Video-Link. Was du selbst tust, bekommst du nicht.',
    kinds: {
      BOOKED: 'Neuer Termin, online gebucht',
      MOVED: 'Termin online verschoben',
      CANCELLED: 'Termin online abgesagt',
      CHANGE_REQUESTED: 'Ein Kunde bittet um Verschieben oder Absage',
      CUSTOMER_WAITS: 'Ein Kunde ist im Warteraum',
      ABSENCE_REQUESTED: 'Jemand fragt eine Abwesenheit an',
      ABSENCE_ANSWERED: 'Meine Anfrage ist beantwortet',
    },
    noAddress: 'Du meldest dich ohne E-Mail-Adresse an. Ein Manager kann unter „Zugang“ in deinem Profil eine eintragen.',
    byEmail: 'E-Mail',
    byPush: 'Push',
    kind: 'Wovon',
    noDevice: 'Push geht, sobald du unten ein Gerät einschaltest.',
    of: (kind: string, way: string) => `${kind}: ${way}`,
    title: 'Benachrichtigungen',
    to: (email: string) => `Die E-Mails gehen an ${email}.`,
  },
  {
    content: 'The email names the customer, the service and the time, and links to the appointment. It has neither contact details nor a video link. You get none for what you do yourself.',
    kinds: {
      BOOKED: 'New appointment, booked online',
      MOVED: 'Appointment moved online',
      CANCELLED: 'Appointment cancelled online',
      CHANGE_REQUESTED: 'A customer asks to move or cancel',
      CUSTOMER_WAITS: 'A customer is in the waiting room',
      ABSENCE_REQUESTED: 'A staff member requests an absence',
      ABSENCE_ANSWERED: 'My request is answered',
    },
    noAddress: 'You sign in without an email address. A manager can enter one under “Access” in your profile.',
    byEmail: 'Email',
    byPush: 'Push',
    kind: 'Of what',
    noDevice: 'Push works as soon as you switch on a device below.',
    of: (kind, way) => `${kind}: ${way}`,
    title: 'Notifications',
    to: (email) => `The emails go to ${email}.`,
  },
);
