import { words } from '../language/words';

export const draftWords = words(
  {
    discard: 'Entwurf verwerfen',
    kept: 'Entwurf behalten',
    restored: 'Das ist dein Entwurf von vorhin. Er ist noch nicht gespeichert.',
  },
  {
    discard: 'Discard draft',
    kept: 'Draft kept',
    restored: 'This is your earlier draft. It is not saved yet.',
  },
);
