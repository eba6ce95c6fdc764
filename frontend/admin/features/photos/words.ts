import { words } from '../../language/words';

export const photoWords = words(
  {
    close: 'Foto schließen',
    deletes: 'Löschen',
    deletion: 'Foto löschen',
    deletionHint: 'Das Foto wird sofort gelöscht. Das lässt sich nicht rückgängig machen.',
    deleted: 'Foto gelöscht',
    keptFor: (days: number) => (days === 1 ? 'Fotos werden einen Tag nach dem Termin gelöscht.' : `Fotos werden ${days} Tage nach dem Termin gelöscht.`),
    of: (name: string, time: string) => `Foto von ${name}, ${time}`,
    ofSalon: (time: string) => `Foto vom Salon, ${time}`,
    photos: 'Behaltene Fotos',
  },
  {
    close: 'Close photo',
    deletes: 'Delete',
    deletion: 'Delete photo',
    deletionHint: 'The photo is deleted at once. This can’t be undone.',
    deleted: 'Photo deleted',
    keptFor: (days) => (days === 1 ? 'Photos are deleted one day after the appointment.' : `Photos are deleted ${days} days after the appointment.`),
    of: (name, time) => `Photo from ${name}, ${time}`,
    ofSalon: (time) => `Photo from the salon, ${time}`,
    photos: 'Kept photos',
  },
);
