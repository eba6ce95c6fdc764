import { wednesday } from './appointments';

/** The headings by which one knows that a page is there. */
export interface Heading {
  de: string | RegExp;
  en: string | RegExp;
}

const clara: Heading = { de: 'Clara', en: 'Clara' };
const settings: Heading = { de: 'Einstellungen', en: 'Settings' };

/** Every page of the admin app that a manager has, by its address. */
export const pages: Record<string, Heading> = {
  [`/kalender?datum=${wednesday()}`]: { de: /^Mittwoch/, en: /^Wednesday/ },
  '/heute': { de: /20\d\d$/, en: /20\d\d$/ },
  '/gespraech/apt_unknown': { de: 'Gespräch', en: 'Call' },
  '/umplanen': { de: 'Umplanen', en: 'Rearrange' },
  '/braucht-dich': { de: 'Braucht dich', en: 'Needs you' },
  '/erste-schritte': { de: 'Erste Schritte', en: 'First steps' },
  '/kunden': { de: 'Kunden', en: 'Customers' },
  '/auslastung': { de: 'Auslastung', en: 'Utilization' },
  '/berichte': { de: 'Berichte', en: 'Reports' },
  [`/berichte?zeitraum=eigener&ab=${wednesday()}&bis=${wednesday()}&nach=monat&alle=true`]: { de: 'Berichte', en: 'Reports' },
  '/mitarbeiter': { de: 'Mitarbeiter', en: 'Staff' },
  '/mitarbeiter/stf_demo-clara/allgemein': clara,
  '/mitarbeiter/stf_demo-clara/kompetenzen': clara,
  '/mitarbeiter/stf_demo-clara/video-anrufe': clara,
  '/mitarbeiter/stf_demo-clara/arbeitsplan': clara,
  '/mitarbeiter/stf_demo-clara/filialen': clara,
  '/mitarbeiter/stf_demo-clara/zugang': clara,
  '/leistungen': { de: 'Leistungen & Kategorien', en: 'Services & categories' },
  '/kompetenzen': { de: 'Kompetenzen', en: 'Competencies' },
  '/video-anrufe': { de: 'Video-Anrufe', en: 'Video calls' },
  '/arbeitsplan': { de: 'Arbeitsplan', en: 'Work plan' },
  '/oeffnungszeiten': { de: 'Öffnungszeiten', en: 'Opening hours' },
  '/filialbibliothek': { de: 'Filialbibliothek', en: 'Branch library' },
  '/nur-video-modus': { de: 'Nur-Video-Modus', en: 'Video-only mode' },
  '/einbetten': { de: 'Einbetten', en: 'Embedding' },
  '/texte': { de: 'Texte', en: 'Texts' },
  '/rechtliches': { de: 'Rechtliches', en: 'Legal' },
  '/einstellungen': settings,
  '/einstellungen?bereich=regeln': settings,
  '/einstellungen?bereich=kassen': settings,
  '/einstellungen?bereich=token': settings,
  '/einstellungen?bereich=zugang': settings,
  '/postausgang': { de: 'Postausgang', en: 'Outbox' },
  '/aenderungsprotokoll': { de: 'Änderungsprotokoll', en: 'Audit trail' },
};

/** Everything that opens above a page, by the buttons that lead there. */
export const dialogs: { path: string; open: string[] }[] = [
  { path: `/kalender?datum=${wednesday()}`, open: ['Neuer Termin'] },
  { path: '/kalender', open: ['Suchen'] },
  { path: '/mitarbeiter', open: ['Profil anlegen'] },
  { path: '/mitarbeiter', open: ['Mehrere anlegen'] },
  { path: '/mitarbeiter/stf_demo-clara/kompetenzen', open: ['Kategorie hinzufügen'] },
  { path: '/mitarbeiter/stf_demo-clara/arbeitsplan', open: ['Für andere übernehmen'] },
  { path: '/mitarbeiter/stf_demo-clara/arbeitsplan', open: ['Ausnahme hinzufügen'] },
  { path: '/mitarbeiter/stf_demo-clara/arbeitsplan', open: ['Abwesenheit eintragen'] },
  { path: '/kunden', open: ['Neuer Kunde'] },
  { path: '/leistungen', open: ['Kategorie anlegen'] },
  { path: '/leistungen', open: ['Leistung anlegen in Haare'] },
  { path: '/leistungen', open: ['Balayage bearbeiten'] },
  { path: '/oeffnungszeiten', open: ['Ausnahme hinzufügen'] },
  { path: '/einstellungen', open: ['Filiale anlegen'] },
];
