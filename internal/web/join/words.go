package join

import "visavis/internal/locale"

// words are the texts of the pages.
type words struct {
	what, who, when, zone string // labels of the appointment's details

	again string // label of the link that reloads the page, for browsers that ignore Refresh
	enter string // label of the button that leads into the room

	calendar string // label of the link to the calendar entry

	waiting       string // the heading
	moved         string
	taken         string
	delayed       string // time of day
	afterPrevious string // latest time of day
	opens         string // a duration before the start, at a time of day
	stayOrReturn  string

	ready, byHand, inBrowser, unprepared, over, cancelled, unknown, failed notice
}

// A notice is the text of a page.
type notice struct {
	heading   string
	sentences []string
}

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)
