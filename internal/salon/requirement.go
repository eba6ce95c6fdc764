package salon

import "visavis/internal/locale"

// RequirementCode is the code of a precondition of being bookable by video.
type RequirementCode string

// The preconditions, in the order in which to meet them.
const (
	BookableOnline  RequirementCode = "BOOKABLE_ONLINE"
	ActiveInBranch  RequirementCode = "ACTIVE_IN_BRANCH"
	VideoCompetency RequirementCode = "VIDEO_COMPETENCY"
	VideoLink       RequirementCode = "VIDEO_LINK"
	VideoOnlyMode   RequirementCode = "VIDEO_ONLY_MODE"
	WorkPlan        RequirementCode = "WORK_PLAN"
	OpeningHours    RequirementCode = "OPENING_HOURS"
)

type advice struct{ met, missing locale.Text }

var advices = map[RequirementCode]advice{
	BookableOnline: {
		met:     locale.Text{German: "Ist online buchbar.", English: "Is bookable online."},
		missing: locale.Text{German: "Schalte im Profil die Online-Buchung ein.", English: "Turn on online booking in the profile."},
	},
	ActiveInBranch: {
		met:     locale.Text{German: "Ist in dieser Filiale aktiv.", English: "Is active in this branch."},
		missing: locale.Text{German: "Aktiviere das Profil in der Filialbibliothek für diese Filiale.", English: "Activate the profile for this branch in the branch library."},
	},
	VideoCompetency: {
		met:     locale.Text{German: "Hat die Kompetenz für eine Video-Beratung.", English: "Is competent for a video consultation."},
		missing: locale.Text{German: "Stelle unter Kompetenzen eine Video-Beratung, die online buchbar ist, auf Ja.", English: "Under Competencies, set a video consultation that is bookable online to yes."},
	},
	VideoLink: {
		met:     locale.Text{German: "Hat einen Video-Link.", English: "Has a video link."},
		missing: locale.Text{German: "Füge unter Video-Anrufe den eigenen Video-Link ein.", English: "Paste their own link under Video calls."},
	},
	VideoOnlyMode: {
		met:     locale.Text{German: "Ist nicht durch den Nur-Video-Modus ausgeschlossen.", English: "Is not excluded by video-only mode."},
		missing: locale.Text{German: "Wähle das Profil für den Nur-Video-Modus aus, oder beende den Modus.", English: "Select the profile for video-only mode, or end the mode."},
	},
	WorkPlan: {
		met:     locale.Text{German: "Hat verfügbare Zeiten in diesem Zeitraum.", English: "Has available times in this period."},
		missing: locale.Text{German: "Trage im Arbeitsplan verfügbare Zeiten in dieser Filiale ein.", English: "Enter available times for this branch in the work plan."},
	},
	OpeningHours: {
		met:     locale.Text{German: "Die Filiale hat während der verfügbaren Zeiten geöffnet.", English: "The branch is open during the available times."},
		missing: locale.Text{German: "Öffne die Filiale während der verfügbaren Zeiten, oder starte den Nur-Video-Modus.", English: "Open the branch during the available times, or start video-only mode."},
	},
}

// Advice returns how to meet the requirement, or that it is met.
func (r *Requirement) Advice(l locale.Locale) string {
	if r.Met {
		return advices[r.Code].met.In(l)
	}
	return advices[r.Code].missing.In(l)
}
