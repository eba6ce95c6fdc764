package welcome

import "visavis/internal/locale"

// words are the texts of the pages.
type words struct {
	gone, insecure, foreign, unreadable, failed, owner notice

	accessHeading   string
	accessGreeting  string // of a name
	accessElsewhere string
	create, save    string

	firstName, lastName                 string
	email, emailHint                    string
	password, newPassword, passwordHint string
	pin, pinHint                        string // the fewest digits

	wrong, again string // above and below the faults
}

// A notice is the text of a page.
type notice struct {
	heading   string
	sentences []string
}

var catalog = locale.ForStaff(&german, &english)
