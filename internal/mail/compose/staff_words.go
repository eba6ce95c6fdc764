package compose

import "visavis/internal/locale"

// staffWords are the texts of messages to staff.
type staffWords struct {
	access, accessChange introduction

	signInWith            string
	choosing, chooseLabel string // valid for some days
	notYet, unasked       string

	changed, notYou string
	changes         map[string]string
}

var staffCatalog = locale.ForStaff(&germanForStaff, &englishForStaff)
