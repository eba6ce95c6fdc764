import { words } from '../language/words';

/** Texts of the command palette. */
export const paletteWords = words(
  {
    absenceOf: (name: string) => `Abwesenheit von ${name}`,
    actions: 'Aktionen',
    appointmentFor: (name: string) => `Termin für ${name}`,
    appointments: 'Termine',
    holidayFor: (name: string) => `Urlaub für ${name}`,
    illnessOf: (name: string) => `Krank: ${name}`,
    last: 'Letzter Termin',
    newAppointment: 'Neuer Termin',
    newService: 'Neue Leistung',
    next: 'Nächster Termin',
    pages: 'Seiten',
    placeholder: { MEMBER: 'Seite …', RECEPTIONIST: 'Kunde, Person, Seite oder Aktion …' },
    searching: 'Suche …',
  },
  {
    absenceOf: (name) => `Absence of ${name}`,
    actions: 'Actions',
    appointmentFor: (name) => `Appointment for ${name}`,
    appointments: 'Appointments',
    holidayFor: (name) => `Holiday for ${name}`,
    illnessOf: (name) => `Ill: ${name}`,
    last: 'Last appointment',
    newAppointment: 'New appointment',
    newService: 'New service',
    next: 'Next appointment',
    pages: 'Pages',
    placeholder: { MEMBER: 'Page …', RECEPTIONIST: 'Customer, person, page or action …' },
    searching: 'Searching …',
  },
);
