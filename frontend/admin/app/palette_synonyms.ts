/** Other words by which pages are found, in German and in English whatever the language of the page: salons speak both. */
export const pageSynonyms: Readonly<Record<string, string>> = {
  '/heute': 'Heute mein Tag Schichten krank Urlaub anfragen own day shifts sick vacation',
  '/kalender': 'Kalender Termine Tag heute calendar appointments day today',
  '/erste-schritte': 'Erste Schritte einrichten Vorlage Checkliste first steps set up template checklist',
  '/braucht-dich': 'Braucht dich gestrandet Posteingang needs you stranded inbox',
  '/kunden': 'Kunden Kundschaft Kartei customers clients',
  '/auslastung': 'Auslastung Statistik utilization statistics',
  '/berichte': 'Berichte Umsatz Statistik Zahlen reports revenue statistics figures',
  '/mitarbeiter': 'Mitarbeiter Team Profile Personal staff employees profiles',
  '/leistungen': 'Leistungen Kategorien Preise Dienstleistungen services categories prices',
  '/kompetenzen': 'Kompetenzen Fähigkeiten wer kann was competencies skills',
  '/video-anrufe': 'Video-Anrufe Links Räume startklar video calls links rooms ready',
  '/arbeitsplan': 'Arbeitsplan Dienstplan Schichten work plan roster shifts',
  '/oeffnungszeiten': 'Öffnungszeiten Feiertage Ausnahmen opening hours holidays exceptions',
  '/filialbibliothek': 'Filialbibliothek Filialen branch library branches',
  '/nur-video-modus': 'Nur-Video-Modus geschlossen video-only mode closed',
  '/einbetten': 'Einbetten Website Widget Code embedding website widget',
  '/texte': 'Texte E-Mails Nachrichten Vorlagen texts emails messages templates',
  '/rechtliches': 'Rechtliches Impressum Datenschutz AGB Aufbewahrung Fotos legal imprint privacy terms retention photos',
  '/einstellungen': 'Einstellungen Passwort PIN Passkey Filiale Regeln Logo Kassen Token settings password branch rules brand tills',
  '/postausgang': 'Postausgang E-Mails gesendet outbox emails sent',
  '/aenderungsprotokoll': 'Änderungsprotokoll Verlauf wer hat was audit trail history log',
};

/** Other words by which actions are found. */
export const actionSynonyms = {
  appointment: 'Termin eintragen buchen neu appointment book new',
  holiday: 'Urlaub frei Abwesenheit holiday vacation leave absence',
  illness: 'krank Krankmeldung Abwesenheit ill sick absence',
  service: 'Leistung anlegen neu service create new',
} as const;

/** Words of a search that ask for an action. */
const asked = new Set(`${Object.values(actionSynonyms).join(' ')} neuer neue für for of`.toLowerCase().split(' '));

/** Returns the part of a search that names somebody: "nora" of "Termin für Nora". A search that only asks for an action is returned as it is. */
export function nameIn(search: string): string {
  const written = search.trim().split(/\s+/u);
  const names = written.filter((word) => !asked.has(word.toLowerCase().replace(/:$/, '')));
  return (names.length > 0 ? names : written).join(' ');
}
