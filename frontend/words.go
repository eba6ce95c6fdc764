package frontend

import "visavis/internal/locale"

// words are what the manifest of the admin app says.
type words struct {
	language, name, description string
}

var catalog = locale.ForStaff(&german, &english)
