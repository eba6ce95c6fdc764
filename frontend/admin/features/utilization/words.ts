import { words } from '../../language/words';

export const utilizationWords = words(
  {
    cell: (booked: string, working: string) => `${booked} von ${working} Stunden belegt`,
    everyone: 'Alle',
    hour: 'Stunde',
    intro: 'Wie viel der Arbeitszeit ist belegt? Jede Zahl ist der Anteil in Prozent, über den ganzen Zeitraum gerechnet.',
    nothing: 'In diesem Zeitraum arbeitet niemand.',
    nothingHint: 'Trag unter „Arbeitsplan“ Zeiten ein, oder wähl einen anderen Zeitraum.',
    outside: 'außerhalb',
    person: 'Mit wem',
    range: 'Zeitraum',
    ranges: { 28: 'Letzte 4 Wochen', 84: 'Letzte 12 Wochen', [-28]: 'Nächste 4 Wochen' } as Record<number, string>,
    title: 'Auslastung',
    total: (percent: string) => `Im Ganzen sind ${percent} der Arbeitszeit belegt.`,
  },
  {
    cell: (booked, working) => `${booked} of ${working} hours booked`,
    everyone: 'Everybody',
    hour: 'Hour',
    intro: 'How much of the working time is booked? Each number is the share in percent over the whole period.',
    nothing: 'Nobody works in this period.',
    nothingHint: 'Add times under “Work plan”, or choose another period.',
    outside: 'outside',
    person: 'With whom',
    range: 'Period',
    ranges: { 28: 'Last 4 weeks', 84: 'Last 12 weeks', [-28]: 'Next 4 weeks' },
    title: 'Utilisation',
    total: (percent) => `In total ${percent} of the working time is booked.`,
  },
);
