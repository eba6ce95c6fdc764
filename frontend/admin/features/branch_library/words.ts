import { words } from '../../language/words';

export const branchLibraryWords = words(
  {
    intro: 'Wer arbeitet in welcher Filiale? Ein Klick auf eine Zelle wechselt zwischen Ja und Nein und wird sofort gespeichert.',
    matrix: 'Mitarbeiter und Filialen',
    moreBranches: (count: number) => `Die Tabelle zeigt ${count} Filialen. Such nach Namen oder Ort, um andere zu finden.`,
    nobody: 'In diesem Salon gibt es noch keine Mitarbeiter.',
    nobodyHint: 'Leg unter „Mitarbeiter“ das erste Profil an.',
    staff: 'Mitarbeiter',
    title: 'Filialbibliothek',
    toStaff: 'Zu den Mitarbeitern',
  },
  {
    intro: 'Who works in which branch? Click a cell to switch between yes and no. Changes are saved immediately.',
    matrix: 'Staff and branches',
    moreBranches: (count) => `The table shows ${count} branches. Search by name or place to find others.`,
    nobody: 'There are no staff members yet.',
    nobodyHint: 'Create the first profile under “Staff”.',
    staff: 'Staff',
    title: 'Branch library',
    toStaff: 'Go to the staff',
  },
);
