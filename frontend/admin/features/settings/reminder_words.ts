import { words } from '../../language/words';

const german = { minutes: ['1 Minute', 'Minuten'], hours: ['1 Stunde', 'Stunden'], days: ['1 Tag', 'Tage'] } as const;
const english = { minutes: ['1 minute', 'minutes'], hours: ['1 hour', 'hours'], days: ['1 day', 'days'] } as const;

export const reminderWords = words(
  {
    add: 'Erinnerung hinzufügen',
    before: (count: number, unit: 'minutes' | 'hours' | 'days') => `${count === 1 ? german[unit][0] : `${count} ${german[unit][1]}`} vorher`,
    count: 'Wie lange vorher',
    hint: 'Kunden bekommen vor ihrem Termin eine E-Mail. Eine Änderung gilt auch für Termine, die schon gebucht sind.',
    none: 'Deine Kunden werden nicht erinnert.',
    remove: 'Entfernen',
    removeOf: (name: string) => `Entfernen: ${name}`,
    title: 'Erinnerungen',
    unit: 'Einheit',
    units: { minutes: 'Minuten', hours: 'Stunden', days: 'Tage' },
    wrongNumber: 'Gib eine ganze Zahl ein.',
  },
  {
    add: 'Add reminder',
    before: (count, unit) => `${count === 1 ? english[unit][0] : `${count} ${english[unit][1]}`} before`,
    count: 'How long before',
    hint: 'Customers get an email before their appointment. A change also concerns appointments that are booked already.',
    none: 'Your customers are not reminded.',
    remove: 'Remove',
    removeOf: (name) => `Remove: ${name}`,
    title: 'Reminders',
    unit: 'Unit',
    units: { minutes: 'Minutes', hours: 'Hours', days: 'Days' },
    wrongNumber: 'Enter a whole number.',
  },
);
