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

// Advice returns how to meet the requirement, or that it is met.
func (r *Requirement) Advice(l locale.Locale) string {
	return catalog.In(l).requirements[r.Code].of(r.Met)
}
