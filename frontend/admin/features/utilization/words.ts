import { words } from '../../language/words';

export const utilizationWords = words(
  {
    cell: (booked: string, working: string) => `${booked} von ${working} Stunden gebucht`,
    everyone: 'Alle',
    hour: 'Stunde',
    intro: 'Wie viel der Arbeitszeit ist gebucht? Jede Zahl ist der Anteil in Prozent über den ganzen Zeitraum.',
    nothing: 'In diesem Zeitraum arbeitet niemand.',
    nothingHint: 'Trag unter „Arbeitsplan“ verfügbare Zeiten ein, oder wähl einen anderen Zeitraum.',
    outside: 'außerhalb',
    person: 'Mitarbeiter',
    range: 'Zeitraum',
    ranges: { 28: 'Letzte 4 Wochen', 84: 'Letzte 12 Wochen', [-28]: 'Nächste 4 Wochen' } as Record<number, string>,
    title: 'Auslastung',
    toWorkPlan: 'Zum Arbeitsplan',
    total: (percent: string) => `Insgesamt sind ${percent} der Arbeitszeit gebucht.`,
  },
  {
    cell: (booked, working) => `${booked} of ${working} hours booked`,
    everyone: 'Everyone',
    hour: 'Hour',
    intro: 'How much of the working time is booked? Each number is a percentage over the whole period.',
    nothing: 'Nobody works in this period.',
    nothingHint: 'Add available times under “Work plan”, or choose another period.',
    outside: 'outside',
    person: 'Staff member',
    range: 'Period',
    ranges: { 28: 'Last 4 weeks', 84: 'Last 12 weeks', [-28]: 'Next 4 weeks' },
    title: 'Utilization',
    toWorkPlan: 'Go to the work plan',
    total: (percent) => `In total, ${percent} of the working time is booked.`,
  },
);
