import { words } from '../../language/words';

export const needsYouWords = words(
  {
    anonymous: 'Ohne Namen',
    atLeast: (count: number) => `Mindestens ${count} Termine können nicht wie geplant stattfinden`,
    count: (count: number) => (count === 1 ? '1 Termin kann nicht wie geplant stattfinden' : `${count} Termine können nicht wie geplant stattfinden`),
    customer: 'Kunde',
    intro:
      'Diese Termine liegen außerhalb der verfügbaren Zeiten, zum Beispiel wegen einer Abwesenheit oder geänderter Öffnungszeiten. Öffne sie, und verschieb sie oder sag sie ab.',
    nothing: 'Alle Termine können wie geplant stattfinden.',
    nothingHint: 'Wenn sich Zeiten ändern, stehen hier die Termine, die nicht mehr dazu passen.',
    service: 'Leistung',
    staff: 'Mitarbeiter',
    table: 'Termine außerhalb der verfügbaren Zeiten',
    title: 'Braucht dich',
    when: 'Wann',
  },
  {
    anonymous: 'No name',
    atLeast: (count) => `At least ${count} appointments cannot take place as planned`,
    count: (count) => (count === 1 ? '1 appointment cannot take place as planned' : `${count} appointments cannot take place as planned`),
    customer: 'Customer',
    intro:
      'These appointments are outside the available times, for example because of an absence or changed opening hours. Open them, then move or cancel them.',
    nothing: 'All appointments can take place as planned.',
    nothingHint: 'If times change, the appointments that no longer fit appear here.',
    service: 'Service',
    staff: 'Staff member',
    table: 'Appointments outside the available times',
    title: 'Needs you',
    when: 'When',
  },
);
