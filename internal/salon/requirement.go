package salon

import "visavis/internal/locale"

// RequirementCode names a precondition of being bookable by video.
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
		missing: locale.Text{German: "Schalte im Profil die Online-Buchung ein.", English: "Turn online booking on in the profile."},
	},
	ActiveInBranch: {
		met:     locale.Text{German: "Ist in dieser Filiale aktiv.", English: "Is active in this branch."},
		missing: locale.Text{German: "Aktiviere das Profil in der Filialbibliothek für diese Filiale.", English: "Activate the profile for this branch in the branch library."},
	},
	VideoCompetency: {
		met:     locale.Text{German: "Ist für eine Video-Beratung qualifiziert.", English: "Is competent for a video consultation."},
		missing: locale.Text{German: "Stelle unter Kompetenzen eine Video-Beratung auf Ja, die online buchbar ist.", English: "Under competencies, set a video consultation that is bookable online to yes."},
	},
	VideoLink: {
		met:     locale.Text{German: "Hat einen Link für Video-Anrufe.", English: "Has a link for video calls."},
		missing: locale.Text{German: "Füge unter Video-Anrufe den eigenen Link ein.", English: "Paste the link of their own under video calls."},
	},
	VideoOnlyMode: {
		met:     locale.Text{German: "Ist nicht durch den Nur-Video-Modus ausgeschlossen.", English: "Is not left out by video-only mode."},
		missing: locale.Text{German: "Wähle das Profil für den Nur-Video-Modus aus, oder beende den Modus.", English: "Choose the profile for video-only mode, or end the mode."},
	},
	WorkPlan: {
		met:     locale.Text{German: "Hat Arbeitszeiten in diesem Zeitraum.", English: "Has working times in this period."},
		missing: locale.Text{German: "Trage im Arbeitsplan Zeiten in dieser Filiale ein.", English: "Enter times in this branch in the work plan."},
	},
	OpeningHours: {
		met:     locale.Text{German: "Die Filiale hat während der Arbeitszeiten geöffnet.", English: "The branch is open during the working times."},
		missing: locale.Text{German: "Öffne die Filiale während der Arbeitszeiten, oder starte den Nur-Video-Modus.", English: "Open the branch during the working times, or start video-only mode."},
	},
}

// Advice says what is so, or what to do.
func (r *Requirement) Advice(l locale.Locale) string {
	if r.Met {
		return advices[r.Code].met.In(l)
	}
	return advices[r.Code].missing.In(l)
}
