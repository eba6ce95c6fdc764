package salon

import "visavis/internal/locale"

// words are the sentences about requirements.
type words struct {
	requirements       map[RequirementCode]advice
	branchRequirements map[BranchRequirementCode]advice
}

// advice is that a requirement is met, or how to meet it.
type advice struct{ met, missing string }

func (a advice) of(isMet bool) string {
	if isMet {
		return a.met
	}
	return a.missing
}

var catalog = locale.ForStaff(&german, &english)
