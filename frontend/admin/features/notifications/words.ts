import { words } from '../../language/words';

export const notificationWords = words(
  {
    content: 'In der E-Mail stehen Kunde, Leistung, Uhrzeit und ein Link zum Termin, aber weder Kontaktdaten noch Video-Link. Was du selbst tust, bekommst du nicht.',
    kinds: {
      BOOKED: 'Neuer Termin, online gebucht',
      MOVED: 'Termin online verschoben',
      CANCELLED: 'Termin online abgesagt',
      CHANGE_REQUESTED: 'Ein Kunde bittet um Verschieben oder Absage',
      ABSENCE_REQUESTED: 'Jemand fragt eine Abwesenheit an',
      ABSENCE_ANSWERED: 'Meine Anfrage ist beantwortet',
    },
    noAddress: 'Du meldest dich ohne E-Mail-Adresse an. Ein Manager kann unter „Zugang“ in deinem Profil eine eintragen.',
    title: 'Benachrichtigungen',
    to: (email: string) => `E-Mails an ${email}`,
  },
  {
    content: 'The email names the customer, the service and the time, and links to the appointment. It has neither contact details nor a video link. You get none for what you do yourself.',
    kinds: {
      BOOKED: 'New appointment, booked online',
      MOVED: 'Appointment moved online',
      CANCELLED: 'Appointment cancelled online',
      CHANGE_REQUESTED: 'A customer asks to move or cancel',
      ABSENCE_REQUESTED: 'A staff member requests an absence',
      ABSENCE_ANSWERED: 'My request is answered',
    },
    noAddress: 'You sign in without an email address. A manager can enter one under “Access” in your profile.',
    title: 'Notifications',
    to: (email) => `Emails to ${email}`,
  },
);
