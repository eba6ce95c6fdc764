import { plural } from '../../plural';
import type { Stage } from '../../manage/appointment';

export default {
  bookAgain: 'Neuen Termin buchen',
  cancel: 'Absagen',
  cancelTitle: 'Termin absagen',
  change: 'Verschieben',
  keep: 'Termin behalten',
  moveTitle: 'Wann passt es besser?',
  moved: 'Verschoben.',
  moveNow: 'Termin verschieben',
  delayed: (minutes: number, time: string) =>
    `Dein Gespräch beginnt etwa ${plural('de', minutes, { one: '# Minute', other: '# Minuten' })} später, gegen ${time} Uhr.`,
  cancelHint: 'Die Uhrzeit ist dann sofort für andere frei.',
  newTime: 'Neu',
  oldTime: 'Bisher:',
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
