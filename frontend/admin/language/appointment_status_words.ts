import { words } from './words';

/** The states of appointments, as staff read them. */
export const appointmentStatusWords = words(
  { HELD: 'Reserviert', CONFIRMED: 'Gebucht', CANCELLED: 'Abgesagt', COMPLETED: 'Stattgefunden', NO_SHOW: 'Nicht erschienen' },
  { HELD: 'Held', CONFIRMED: 'Booked', CANCELLED: 'Cancelled', COMPLETED: 'Completed', NO_SHOW: 'No-show' },
);
