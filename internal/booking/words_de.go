package booking

import "visavis/internal/availability"

var german = words{
	obstacles: map[availability.Obstacle]string{
		availability.StaffArchived:   "Das Profil ist archiviert.",
		availability.StaffOffline:    "Das Profil ist nicht online buchbar.",
		availability.NotInBranch:     "Das Profil ist in dieser Filiale nicht aktiv.",
		availability.NotCompetent:    "Das Profil hat keine Kompetenz für diese Leistung.",
		availability.ServiceArchived: "Die Leistung ist archiviert.",
		availability.ServiceOffline:  "Die Leistung ist nicht online buchbar.",
		availability.NoVideoLink:     "Das Profil hat weder Video-Link noch eigenen Raum. Wähle unter Video-Anrufe den eigenen Raum, oder füge einen Video-Link ein.",
		availability.BranchClosed:    "Die Filiale hat nicht während des ganzen Termins geöffnet.",
		availability.NotRostered:     "Das Profil arbeitet nicht während des ganzen Termins.",
		availability.Absent:          "Die Person ist in dieser Zeit abwesend.",
		availability.Occupied:        "Ein anderer Termin oder seine Nachbereitungszeit fällt in diese Zeit.",
		availability.TooSoon:         "Die Uhrzeit liegt in der Vergangenheit oder innerhalb der Vorlaufzeit.",
		availability.BeyondHorizon:   "Der Tag liegt hinter dem Buchungshorizont.",
		availability.OffInterval:     "Die Uhrzeit passt nicht zum Startintervall.",
		availability.VideoOnlyMode:   "Im Nur-Video-Modus sind Leistungen im Salon nicht buchbar.",
		availability.DoesNotConsult:  "Dieses Profil berät im Nur-Video-Modus nicht.",
	},
}
