import type { Language } from './language';

const de = { accessibility: 'Barrierefreiheit', imprint: 'Impressum', privacyNotice: 'Datenschutz', terms: 'AGB' };

const en: typeof de = { accessibility: 'Accessibility', imprint: 'Imprint', privacyNotice: 'Privacy notice', terms: 'Terms' };

const fr: typeof de = { accessibility: 'Accessibilité', imprint: 'Mentions légales', privacyNotice: 'Confidentialité', terms: 'Conditions générales' };

const tr: typeof de = { accessibility: 'Erişilebilirlik', imprint: 'Künye', privacyNotice: 'Gizlilik', terms: 'Koşullar' };

/** Names of what the law has a salon tell its customers. */
export const legalWords: Record<Language, typeof de> = { de, en, fr, tr };
