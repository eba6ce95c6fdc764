package booking

import (
	"visavis/internal/availability"
	"visavis/internal/locale"
)

// sentences say why a start is not bookable.
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
		German:  "Die Kompetenz für diese Leistung steht nicht auf Ja.",
		English: "The competency for this service is not yes.",
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
		German:  "Das Profil hat keinen Link für Video-Anrufe.",
		English: "The profile has no link for video calls.",
	},
	availability.BranchClosed: {
		German:  "Die Filiale hat nicht die ganze Zeit geöffnet.",
		English: "The branch is not open all the time.",
	},
	availability.NotRostered: {
		German:  "Das Profil arbeitet nicht die ganze Zeit.",
		English: "The profile does not work all the time.",
	},
	availability.Absent: {
		German:  "Eine Abwesenheit fällt in diese Zeit.",
		English: "An absence falls into this time.",
	},
	availability.Occupied: {
		German:  "Ein anderer Termin oder seine Nachbereitung fällt in diese Zeit.",
		English: "Another appointment or its clean-up time falls into this time.",
	},
	availability.TooSoon: {
		German:  "Der Beginn liegt in der Vergangenheit oder vor dem Ende der Vorlaufzeit.",
		English: "The start lies in the past, or before the end of the lead time.",
	},
	availability.BeyondHorizon: {
		German:  "Der Beginn liegt hinter dem Buchungshorizont.",
		English: "The start lies beyond the booking horizon.",
	},
	availability.OffInterval: {
		German:  "Zu dieser Uhrzeit beginnt kein Termin: Der Abstand der Startzeiten passt nicht.",
		English: "No appointment starts at this time of day: it is off the start interval.",
	},
	availability.VideoOnlyMode: {
		German:  "Im Nur-Video-Modus sind Leistungen im Salon nicht buchbar.",
		English: "In video-only mode, services in the salon are not bookable.",
	},
	availability.DoesNotConsult: {
		German:  "Dieses Profil berät im Nur-Video-Modus nicht.",
		English: "This profile does not consult in video-only mode.",
	},
}
