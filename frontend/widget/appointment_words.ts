import type { Language } from './language';

const de = {
  calendar: 'In den Kalender',
  calendarFile: 'Kalenderdatei (.ics)',
  confirmed: 'Die Bestätigung ist per E-Mail unterwegs.',
  join: 'Zum Videoraum',
  joinHint: 'Mit diesem Link kommst du zur vereinbarten Zeit in dein Gespräch.',
  manage: 'Verschieben oder absagen',
};

const en: typeof de = {
  calendar: 'Add to calendar',
  calendarFile: 'Calendar file (.ics)',
  confirmed: 'A confirmation email is on its way.',
  join: 'Go to the video room',
  joinHint: 'Use this link to join your call at the agreed time.',
  manage: 'Move or cancel',
};

/** Texts about an appointment that is booked. */
export const appointmentWords: Record<Language, typeof de> = { de, en };
