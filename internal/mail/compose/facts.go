// Package letter writes what customers are told of their appointments, and staff of
// their access: a subject, a text, the same as HTML, and an entry for the calendar. It is
// pure: it knows no database, no clock and no mail server.
package compose

import (
	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/locale"
)

// Facts are what a letter about an appointment tells.
type Facts struct {
	Kind          mail.Kind
	Language      locale.Locale
	AppointmentID string
	Version       int // of the appointment
	Customer      Customer
	Service       string
	Staff         string // the display name
	Start, End    civil.Instant
	Zone          civil.Zone // of the branch
	Branch        Branch
	Organizer     string // the address that the calendar entry is from; may be empty

	JoinURL         string // the join link; empty: not by video
	ManageURL       string // where the customer may move and cancel; empty: nowhere
	ChangeableUntil civil.Instant
}

// Customer is who reads the letter.
type Customer struct{ Name, Email string }

// Branch is who writes it. All but the name may be empty.
type Branch struct{ Name, Street, PostalCode, City, Country, Email, Phone string }

// lines give the postal address.
func (b Branch) lines() []string {
	return nonEmpty(b.Street, joinNonEmpty(" ", b.PostalCode, b.City), b.Country)
}
