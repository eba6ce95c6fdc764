import type { Language } from '../language';
import type { Stage } from './appointment';

const de = {
  bookAgain: 'Neuen Termin buchen',
  cancel: 'Absagen',
  cancelTitle: 'Termin absagen',
  change: 'Verschieben',
  keep: 'Termin behalten',
  moveTitle: 'Wann passt es besser?',
  moved: 'Verschoben. Die Bestätigung ist per E-Mail unterwegs.',
  moveNow: 'Termin verschieben',
  cancelHint: 'Die Zeit wird dann sofort für andere frei.',
  newTime: 'Neu',
  oldTime: 'Bisher',
  otherTime: 'Andere Zeit wählen',
  page: 'Dein Termin',
  tooLate: 'Online kannst du diesen Termin nicht mehr ändern. Melde dich bitte beim Salon.',
  unknown: 'Hier ist kein Termin.',
  unknownHint: 'Prüfe, ob du den Link aus deiner E-Mail ganz übernommen hast.',
  until: (moment: string) => `Bis ${moment} kannst du ihn hier verschieben oder absagen.`,
  titles: {
    changeable: 'Dein Termin',
    fixed: 'Dein Termin',
    running: 'Dein Termin hat begonnen',
    over: 'Dieser Termin ist vorbei',
    cancelled: 'Dieser Termin ist abgesagt',
  } satisfies Record<Stage, string>,
};

const en: typeof de = {
  bookAgain: 'Book a new appointment',
  cancel: 'Cancel',
  cancelTitle: 'Cancel appointment',
  change: 'Move',
  keep: 'Keep appointment',
  moveTitle: 'When would suit you better?',
  moved: 'Moved. The confirmation is on its way by e-mail.',
  moveNow: 'Move appointment',
  cancelHint: 'The time is free for others at once.',
  newTime: 'New',
  oldTime: 'So far',
  otherTime: 'Choose another time',
  page: 'Your appointment',
  tooLate: 'This appointment can no longer be changed online. Please contact the salon.',
  unknown: 'There is no appointment here.',
  unknownHint: 'Check that you have taken all of the link from your e-mail.',
  until: (moment) => `Until ${moment} you can move or cancel it here.`,
  titles: {
    changeable: 'Your appointment',
    fixed: 'Your appointment',
    running: 'Your appointment has begun',
    over: 'This appointment is over',
    cancelled: 'This appointment is cancelled',
  },
};

/** The words of the page of an appointment, beside those of the booking. */
export const words: Record<Language, typeof de> = { de, en };
