import type { Language } from './language';

const de = {
  again: 'Erneut versuchen',
  anyone: 'Egal wer',
  back: 'Zurück',
  book: 'Termin buchen',
  free: 'kostenlos',
  freeFrom: (moment: string) => `frei ab ${moment}`,
  inSalon: 'Im Salon',
  loading: 'Wird geladen',
  minutes: (count: number) => `${count} Min.`,
  next: 'Nächster freier Termin',
  noBranch: 'Filiale nicht gefunden.',
  nothing: 'zurzeit nichts frei',
  customerTime: (time: string) => `bei dir ${time}`,
  salonTime: (time: string) => `im Salon ${time}`,
  staff: 'Bei wem?',
  service: 'Was möchtest du buchen?',
  step: (number: number, of: number) => `Schritt ${number} von ${of}`,
  taken: 'Diese Uhrzeit wurde gerade vergeben.',
  takenHint: 'Wie wäre es stattdessen mit:',
  time: 'Wann passt es dir?',
  unreachable: 'Das hat nicht geklappt. Prüfe deine Internetverbindung.',
  video: 'Per Video',
  videoOnly: 'Wir sind zurzeit nur per Video für dich da.',
  with: (name: string) => `mit ${name}`,
};

const en: typeof de = {
  again: 'Try again',
  anyone: 'Anyone',
  back: 'Back',
  book: 'Book appointment',
  free: 'free',
  freeFrom: (moment) => `free from ${moment}`,
  inSalon: 'In the salon',
  loading: 'Loading',
  minutes: (count) => `${count} min`,
  next: 'Next available appointment',
  noBranch: 'Branch not found.',
  nothing: 'nothing soon',
  customerTime: (time) => `${time} your time`,
  salonTime: (time) => `${time} in the salon`,
  staff: 'With whom?',
  service: 'What would you like to book?',
  step: (number, of) => `Step ${number} of ${of}`,
  taken: 'This time has just been taken.',
  takenHint: 'How about one of these:',
  time: 'What time suits you?',
  unreachable: 'Something went wrong. Check your internet connection.',
  video: 'By video',
  videoOnly: 'We are currently available by video only.',
  with: (name) => `with ${name}`,
};

export type Words = typeof de;

/** Texts of the widget. A text that is missing in English fails the build. */
export const words: Record<Language, Words> = { de, en };
