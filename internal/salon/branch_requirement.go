package salon

import "visavis/internal/locale"

// BranchRequirementCode is the code of something that a branch needs so that customers can book online.
type BranchRequirementCode string

// The requirements, in the order in which to meet them.
const (
	BranchOpeningHours BranchRequirementCode = "OPENING_HOURS"
	BranchServices     BranchRequirementCode = "SERVICES"
	BranchStaff        BranchRequirementCode = "STAFF"
	BranchCompetencies BranchRequirementCode = "COMPETENCIES"
	BranchWorkPlans    BranchRequirementCode = "WORK_PLANS"
	BranchVideoRooms   BranchRequirementCode = "VIDEO_ROOMS" // only if there is a video service
	BranchLegalTexts   BranchRequirementCode = "LEGAL_TEXTS"
	BranchMail         BranchRequirementCode = "MAIL"
)

// BranchRequirement is something that a branch needs so that customers can book online.
type BranchRequirement struct {
	Code BranchRequirementCode
	Met  bool
}

// Advice returns how to meet the requirement, or that it is met.
func (r *BranchRequirement) Advice(l locale.Locale) string {
	return catalog.In(l).branchRequirements[r.Code].of(r.Met)
}
