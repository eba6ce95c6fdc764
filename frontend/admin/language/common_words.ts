import { words } from './words';

/** Texts shared by all pages. */
export const commonWords = words(
  {
    add: 'Hinzufügen',
    cancel: 'Abbrechen',
    close: 'Schließen',
    loading: 'Wird geladen …',
    loadingFailed: 'Das Laden ist fehlgeschlagen.',
    no: 'Nein',
    optional: 'freiwillig',
    remove: 'Entfernen',
    retry: 'Erneut versuchen',
    save: 'Speichern',
    saved: 'Gespeichert',
    stranded: (count: number) =>
      count === 1 ? '1 Termin liegt jetzt außerhalb der verfügbaren Zeiten.' : `${count} Termine liegen jetzt außerhalb der verfügbaren Zeiten.`,
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
    loadingFailed: 'Loading failed.',
    no: 'No',
    optional: 'optional',
    remove: 'Remove',
    retry: 'Try again',
    save: 'Save',
    saved: 'Saved',
    stranded: (count) =>
      count === 1 ? '1 appointment is now outside the available times.' : `${count} appointments are now outside the available times.`,
    undo: 'Undo',
    undone: 'Undone',
    unreachable: 'Cannot reach the server. Nothing was changed.',
    yes: 'Yes',
  },
);
