import type { Language } from './language';

const de = {
  copied: 'Kopiert',
  copy: 'Link kopieren',
  keep: 'Link zu deinem Termin',
  noMail: 'Zurzeit verschicken wir keine E-Mails. Schreib dir diesen Link auf: Damit kannst du deinen Termin ansehen, verschieben und absagen.',
  print: 'Drucken',
};

const en: typeof de = {
  copied: 'Copied',
  copy: 'Copy link',
  keep: 'Link to your appointment',
  noMail: 'We do not send email at the moment. Write down this link: with it you can view, move and cancel your appointment.',
  print: 'Print',
};

/** Texts about the link to an appointment. */
export const keepLinkWords: Record<Language, typeof de> = { de, en };
