import { words } from '../../language/words';

export const branchLibraryWords = words(
  {
    intro: 'Wer arbeitet in welcher Filiale? Ein Klick auf eine Zelle wechselt zwischen Ja und Nein und wird sofort gespeichert.',
    matrix: 'Mitarbeiter und Filialen',
    nobody: 'Hier arbeitet noch niemand.',
    nobodyHint: 'Leg unter „Mitarbeiter“ das erste Profil an.',
    staff: 'Mitarbeiter',
    title: 'Filialbibliothek',
  },
  {
    intro: 'Who works in which branch? A click on a cell changes between yes and no and is saved at once.',
    matrix: 'Staff and branches',
    nobody: 'Nobody works here yet.',
    nobodyHint: 'Create the first profile under “Staff”.',
    staff: 'Staff',
    title: 'Branch library',
  },
);
