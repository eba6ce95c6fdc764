import { words } from '../language/words';

export const mailViewWords = words(
  { asPage: 'Gestaltet', asText: 'Nur Text', form: 'Ansicht' },
  { asPage: 'Formatted', asText: 'Text only', form: 'View' },
);
