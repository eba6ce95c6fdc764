import { words } from '../../language/words';

export const brandWords = words(
  {
    hint: 'So erkennen Kunden deinen Salon auf der Buchungsseite, in E-Mails und auf allen Seiten, zu denen sie führen.',
    logo: 'Logo',
    logoHint: 'PNG, JPEG, WebP oder SVG. Große Bilder werden verkleinert, Skripte und Links in einem SVG entfernt. E-Mails zeigen kein SVG.',
    accent: 'Farbe',
    accentHint: 'Für Knöpfe und alles, was Kunden antippen.',
    onLight: 'Auf hellem Grund',
    onDark: 'Auf dunklem Grund',
    corrected: 'Deine Farbe wäre nicht überall gut zu lesen. Dort wird sie dunkler oder heller gezeigt.',
    usual: 'Zur üblichen Farbe zurück',
  },
  {
    hint: 'How customers recognize your salon on the booking page, in emails and on all pages to which they lead.',
    logo: 'Logo',
    logoHint: 'PNG, JPEG, WebP or SVG. Large pictures are made smaller; scripts and links in an SVG are removed. Emails show no SVG.',
    accent: 'Color',
    accentHint: 'For buttons and everything else that customers press.',
    onLight: 'On light ground',
    onDark: 'On dark ground',
    corrected: 'Your color would be hard to read in places. There it is shown darker or lighter.',
    usual: 'Back to the usual color',
  },
);
