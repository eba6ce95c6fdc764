import { words } from '../../language/words';

export const photoWords = words(
  {
    close: 'Foto schließen',
    deletes: 'Löschen',
    deletion: 'Foto löschen',
    deletionHint: 'Das Foto wird sofort gelöscht. Das lässt sich nicht rückgängig machen.',
    deleted: 'Foto gelöscht',
    keptFor: (days: number) => (days === 1 ? 'Fotos werden einen Tag nach dem Termin gelöscht.' : `Fotos werden ${days} Tage nach dem Termin gelöscht.`),
    of: (number: number, name: string, moment: string) => `Foto ${number} von ${name}, ${moment}`,
    ofSalon: (number: number, moment: string) => `Foto ${number} vom Salon, ${moment}`,
    photos: 'Behaltene Fotos',
  },
  {
    close: 'Close photo',
    deletes: 'Delete',
    deletion: 'Delete photo',
    deletionHint: 'The photo is deleted at once. This can’t be undone.',
    deleted: 'Photo deleted',
    keptFor: (days) => (days === 1 ? 'Photos are deleted one day after the appointment.' : `Photos are deleted ${days} days after the appointment.`),
    of: (number, name, moment) => `Photo ${number} from ${name}, ${moment}`,
    ofSalon: (number, moment) => `Photo ${number} from the salon, ${moment}`,
    photos: 'Kept photos',
  },
);
