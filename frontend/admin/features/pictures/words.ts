import { words } from '../../language/words';

export const pictureWords = words(
  { choose: 'Bild wählen', replace: 'Ersetzen', remove: 'Entfernen', unreadable: 'Die Datei lässt sich nicht lesen. Wähle sie noch einmal.' },
  { choose: 'Choose a picture', replace: 'Replace', remove: 'Remove', unreadable: 'The file cannot be read. Choose it again.' },
);
