import type { Language } from '../language';
import type { Stage } from './appointment';

const de = {
  bookAgain: 'Neuen Termin buchen',
  cancel: 'Absagen',
  cancelTitle: 'Termin absagen',
  change: 'Verschieben',
  keep: 'Termin behalten',
  moveTitle: 'Wann passt es besser?',
  moved: 'Verschoben.',
  moveNow: 'Termin verschieben',
  delayed: (minutes: number, time: string) => `Dein Gespräch beginnt etwa ${minutes} Minuten später, gegen ${time} Uhr.`,
  cancelHint: 'Die Uhrzeit ist dann sofort für andere frei.',
  newTime: 'Neu',
  oldTime: 'Bisher',
  otherTime: 'Andere Uhrzeit wählen',
  page: 'Dein Termin',
  tooLate: 'Online kannst du diesen Termin nicht mehr ändern. Melde dich bitte beim Salon.',
  unknown: 'Termin nicht gefunden.',
  unknownHint: 'Prüfe, ob du den Link ganz übernommen hast.',
  until: (moment: string) => `Du kannst ihn hier bis ${moment} verschieben oder absagen.`,
  titles: {
    changeable: 'Dein Termin',
    fixed: 'Dein Termin',
    running: 'Dein Termin hat begonnen',
    over: 'Dieser Termin ist vorbei',
    cancelled: 'Dieser Termin wurde abgesagt',
  } satisfies Record<Stage, string>,
};

const en: typeof de = {
  bookAgain: 'Book a new appointment',
  cancel: 'Cancel',
  cancelTitle: 'Cancel appointment',
  change: 'Move',
  keep: 'Keep appointment',
  moveTitle: 'When would suit you better?',
  moved: 'Moved.',
  moveNow: 'Move appointment',
  delayed: (minutes, time) => `Your call begins about ${minutes} minutes later, at around ${time}.`,
  cancelHint: 'The time becomes available to others immediately.',
  newTime: 'New',
  oldTime: 'Current',
  otherTime: 'Choose another time',
  page: 'Your appointment',
  tooLate: 'This appointment can no longer be changed online. Please contact the salon.',
  unknown: 'Appointment not found.',
  unknownHint: 'Check that you copied the whole link.',
  until: (moment) => `You can move or cancel it here until ${moment}.`,
  titles: {
    changeable: 'Your appointment',
    fixed: 'Your appointment',
    running: 'Your appointment has begun',
    over: 'This appointment is over',
    cancelled: 'This appointment was cancelled',
  },
};

/** Texts of the manage page that the booking does not share. */
export const words: Record<Language, typeof de> = { de, en };
