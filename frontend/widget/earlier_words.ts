import type { Contact } from './kept';
import type { Language } from './language';

/** Texts about a booking that was made by an attempt whose answer was lost, and whose details were changed afterwards. */
export const earlierWords: Record<Language, (contact: Contact) => string> = {
  de: ({ name, email }) =>
    `Dieser Termin war schon gebucht, für ${name}, ${email}. Was du danach geändert hast, haben wir nicht übernommen. Unter „Verschieben oder absagen“ kannst du den Termin ändern.`,
  en: ({ name, email }) =>
    `This appointment was already booked, for ${name}, ${email}. Your later changes were not saved. Use “Move or cancel” to change the appointment.`,
};
