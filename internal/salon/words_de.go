package salon

var german = words{
	requirements: map[RequirementCode]advice{
		BookableOnline: {
			met:     "Ist online buchbar.",
			missing: "Schalte im Profil die Online-Buchung ein.",
		},
		ActiveInBranch: {
			met:     "Ist in dieser Filiale aktiv.",
			missing: "Aktiviere das Profil in der Filialbibliothek für diese Filiale.",
		},
		VideoCompetency: {
			met:     "Hat die Kompetenz für eine Video-Beratung.",
			missing: "Stelle unter Kompetenzen eine Video-Beratung, die online buchbar ist, auf Ja.",
		},
		VideoLink: {
			met:     "Hat einen Video-Link oder den eigenen Raum.",
			missing: "Hat weder Video-Link noch eigenen Raum. Wähle unter Video-Anrufe den eigenen Raum, oder füge einen Video-Link ein.",
		},
		VideoOnlyMode: {
			met:     "Ist nicht durch den Nur-Video-Modus ausgeschlossen.",
			missing: "Wähle das Profil für den Nur-Video-Modus aus, oder beende den Modus.",
		},
		WorkPlan: {
			met:     "Hat verfügbare Zeiten in diesem Zeitraum.",
			missing: "Trage im Arbeitsplan verfügbare Zeiten in dieser Filiale ein.",
		},
		OpeningHours: {
			met:     "Die Filiale hat während der verfügbaren Zeiten geöffnet.",
			missing: "Öffne die Filiale während der verfügbaren Zeiten, oder starte den Nur-Video-Modus.",
		},
	},
	branchRequirements: map[BranchRequirementCode]advice{
		BranchOpeningHours: {
			met:     "Die Filiale hat geöffnet, wenn jemand arbeitet.",
			missing: "Trage die Öffnungszeiten ein. Sie müssen zum Arbeitsplan passen.",
		},
		BranchServices: {
			met:     "Es gibt Leistungen, die online buchbar sind.",
			missing: "Lege eine Leistung an, die online buchbar ist.",
		},
		BranchStaff: {
			met:     "In dieser Filiale ist jemand online buchbar.",
			missing: "Lege Mitarbeiter an, die in dieser Filiale aktiv und online buchbar sind.",
		},
		BranchCompetencies: {
			met:     "Jemand hat die Kompetenz für eine Leistung.",
			missing: "Stelle unter Kompetenzen ein, wer welche Leistung anbietet.",
		},
		BranchWorkPlans: {
			met:     "Jemand mit einer Kompetenz hat verfügbare Zeiten.",
			missing: "Trage im Arbeitsplan verfügbare Zeiten ein.",
		},
		BranchVideoRooms: {
			met:     "Jemand, der Video anbietet, hat einen Raum.",
			missing: "Leg unter Video-Anrufe fest, wer Video anbietet. Schalte dort den eigenen Raum für alle ein, oder füge Video-Links ein.",
		},
		BranchLegalTexts: {
			met:     "Impressum und Datenschutzerklärung sind da.",
			missing: "Trage Impressum und Datenschutzerklärung ein, oder verlinke sie.",
		},
		BranchMail: {
			met:     "E-Mails an Kunden werden gesendet.",
			missing: "E-Mails an Kunden bleiben im Postausgang. Trage in den Einstellungen die E-Mail-Adresse der Filiale ein, und richte auf dem Server den E-Mail-Versand ein.",
		},
	},
}
