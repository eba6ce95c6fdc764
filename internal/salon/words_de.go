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
			met:     "Hat einen Video-Link.",
			missing: "Füge unter Video-Anrufe den eigenen Video-Link ein.",
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
}
