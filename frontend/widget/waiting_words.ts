import type { Language } from './language';

const de = {
  pressButton: (email: string, time: string) => `Wir haben dir eine E-Mail an ${email} geschickt. Drücke darin bis ${time} Uhr den Knopf, dann ist der Termin gebucht.`,
  waiting: 'Noch ein Schritt',
  waitingHint: 'Bis dahin ist die Uhrzeit für dich reserviert. Sieh auch im Spam-Ordner nach.',
};

const en: typeof de = {
  pressButton: (email, time) => `We have sent an email to ${email}. Press the button in it by ${time} to book the appointment.`,
  waiting: 'One more step',
  waitingHint: 'Until then, the time is reserved for you. Check your spam folder, too.',
};

/** Texts about a booking that waits for the button in an email. */
export const waitingWords: Record<Language, typeof de> = { de, en };
