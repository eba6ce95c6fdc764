import { words } from '../../language/words';

export const pictureWords = words(
  { choose: 'Bild wählen', replace: 'Ersetzen', remove: 'Entfernen' },
  { choose: 'Choose a picture', replace: 'Replace', remove: 'Remove' },
);
