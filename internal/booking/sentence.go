package booking

import (
	"visavis/internal/availability"
	"visavis/internal/locale"
)

// sentences are the reasons why a start is not bookable.
var sentences = map[availability.Obstacle]locale.Text{
	availability.StaffArchived: {
		German:  "Das Profil ist archiviert.",
		English: "The profile is archived.",
	},
	availability.StaffOffline: {
		German:  "Das Profil ist nicht online buchbar.",
		English: "The profile is not bookable online.",
	},
	availability.NotInBranch: {
		German:  "Das Profil ist in dieser Filiale nicht aktiv.",
		English: "The profile is not active in this branch.",
	},
	availability.NotCompetent: {
		German:  "Das Profil hat keine Kompetenz für diese Leistung.",
		English: "The profile is not competent for this service.",
	},
	availability.ServiceArchived: {
		German:  "Die Leistung ist archiviert.",
		English: "The service is archived.",
	},
	availability.ServiceOffline: {
		German:  "Die Leistung ist nicht online buchbar.",
		English: "The service is not bookable online.",
	},
	availability.NoVideoLink: {
		German:  "Das Profil hat keinen Video-Link.",
		English: "The profile has no video link.",
	},
	availability.BranchClosed: {
		German:  "Die Filiale hat nicht wantedährend des ganzen Termins geöffnet.",
		English: "The branch is not open for the whole appointment.",
	},
	availability.NotRostered: {
		German:  "Das Profil arbeitet nicht wantedährend des ganzen Termins.",
		English: "The profile does not work for the whole appointment.",
	},
	availability.Absent: {
		German:  "Die Person ist in dieser Zeit abwesend.",
		English: "The person is absent at this time.",
	},
	availability.Occupied: {
		German:  "Ein anderer Termin oder seine Nachbereitungszeit fällt in diese Zeit.",
		English: "Another appointment or its clean-up time overlaps.",
	},
	availability.TooSoon: {
		German:  "Die Uhrzeit liegt in der Vergangenheit oder innerhalb der Vorlaufzeit.",
		English: "The start is in the past or within the lead time.",
	},
	availability.BeyondHorizon: {
		German:  "Der Tag liegt hinter dem Buchungshorizont.",
		English: "The start is beyond the booking horizon.",
	},
	availability.OffInterval: {
		German:  "Die Uhrzeit passt nicht zum Startintervall.",
		English: "The start does not match the start interval.",
	},
	availability.VideoOnlyMode: {
		German:  "Im Nur-Video-Modus sind Leistungen im Salon nicht buchbar.",
		English: "Services in the salon cannot be booked in video-only mode.",
	},
	availability.DoesNotConsult: {
		German:  "Dieses Profil berät im Nur-Video-Modus nicht.",
		English: "This profile does not consult in video-only mode.",
	},
}
