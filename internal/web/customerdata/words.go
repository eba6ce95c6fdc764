package customerdata

import "visavis/internal/locale"

// words are the texts of the page.
type words struct {
	export, erase, coming, erased, data notice
	gone, foreign, failed               notice

	comingAt                                        string // a moment
	exportLabel, eraseLabel, comingLabel, fileLabel string

	you, name, email, phone, language, knownSince, marketing                                  string
	card, notes, allergies, formulas                                                          string
	appointment, when, what, who, where, status, note, contact, request, offer, photos, mails string

	languages, states, requests map[string]string
}

// A notice is the text of a page.
type notice struct {
	heading   string
	sentences []string
}

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)
