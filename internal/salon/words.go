package salon

import "visavis/internal/locale"

// words are the sentences about requirements.
type words struct {
	requirements map[RequirementCode]advice
}

// advice is that a requirement is met, or how to meet it.
type advice struct{ met, missing string }

var catalog = locale.ForStaff(&german, &english)
