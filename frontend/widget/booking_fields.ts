import { personFields } from './operations';

/** Fields of an appointment that the widget shows. */
export const bookingFields = `id start end changeableUntil joinUrl manageUrl calendarUrl staff { ${personFields} }`;
