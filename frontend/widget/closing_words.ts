import type { Language } from './language';

const de = {
  consent: 'Mit dem Buchen stimmst du zu, dass wir diese Angaben für deinen Termin speichern.',
  details: 'Fast geschafft',
  done: 'Dein Termin steht!',
  email: 'Deine E-Mail-Adresse',
  emailHint: 'Dorthin schicken wir die Bestätigung.',
  emailMissing: 'Gib eine E-Mail-Adresse ein, zum Beispiel lena@web.de.',
  held: (time: string) => `Für dich reserviert, noch ${time} Minuten`,
  name: 'Dein Name',
  nameMissing: 'Gib deinen Namen ein.',
  note: 'Möchtest du uns vorab etwas sagen? (optional)',
  expired: 'Die Reservierung ist abgelaufen. Wähle noch einmal eine Uhrzeit.',
};

const en: typeof de = {
  consent: 'By booking, you agree that we store these details for your appointment.',
  details: 'Almost done',
  done: 'You are booked!',
  email: 'Your email address',
  emailHint: 'We send the confirmation to this address.',
  emailMissing: 'Enter an email address, for example lena@web.com.',
  held: (time) => `Reserved for you, ${time} minutes left`,
  name: 'Your name',
  nameMissing: 'Enter your name.',
  note: 'Anything we should know? (optional)',
  expired: 'The reservation has expired. Choose a time again.',
};

/** Texts of the steps that follow the choice of a start. */
export const closingWords: Record<Language, typeof de> = { de, en };
