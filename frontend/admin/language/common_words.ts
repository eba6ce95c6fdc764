import { words } from './words';

/** Texts shared by all pages. */
export const commonWords = words(
  {
    add: 'Hinzufügen',
    cancel: 'Abbrechen',
    close: 'Schließen',
    loading: 'Wird geladen …',
    loadingFailed: 'Das konnte nicht geladen werden.',
    no: 'Nein',
    optional: 'freiwillig',
    remove: 'Entfernen',
    retry: 'Noch einmal versuchen',
    save: 'Speichern',
    saved: 'Gespeichert',
    stranded: (count: number) =>
      count === 1 ? '1 Termin liegt jetzt außerhalb der Zeiten.' : `${count} Termine liegen jetzt außerhalb der Zeiten.`,
    undo: 'Rückgängig',
    undone: 'Rückgängig gemacht',
    unreachable: 'Der Server ist nicht erreichbar. Nichts wurde geändert.',
    yes: 'Ja',
  },
  {
    add: 'Add',
    cancel: 'Cancel',
    close: 'Close',
    loading: 'Loading …',
    loadingFailed: 'This could not be loaded.',
    no: 'No',
    optional: 'optional',
    remove: 'Remove',
    retry: 'Try again',
    save: 'Save',
    saved: 'Saved',
    stranded: (count) => (count === 1 ? '1 appointment now lies outside the hours.' : `${count} appointments now lie outside the hours.`),
    undo: 'Undo',
    undone: 'Undone',
    unreachable: 'The server cannot be reached. Nothing was changed.',
    yes: 'Yes',
  },
);
