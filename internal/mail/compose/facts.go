// Package compose writes emails about appointments and access: subject, text, HTML and calendar entry. It is pure: it
// uses no database, clock or mail server.
package compose

import (
	"time"

	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/legalnotice"
	"visavis/internal/locale"
	"visavis/internal/mailtext"
	"visavis/internal/text"
)

// Facts are the contents of a message about an appointment.
type Facts struct {
	Kind          mail.Kind
	Language      locale.Locale
	AppointmentID string
	Version       int // of the appointment
	Customer      Customer
	Service       string
	Price         string // with the note on tax; empty: free
	Video         bool
	Staff         string // the display name
	Start, End    civil.Instant
	Zone          civil.Zone  // of the branch
	CustomerZone  *civil.Zone // of the customer; nil: unknown
	ChangedFrom   *Known      // what the customer knows of an appointment that was moved or changed; nil: unknown
	Branch        Branch
	Brand         Brand    // of the branch
	Photo         *Picture // of the staff member; nil: none
	Organizer     string   // sender of the calendar entry; may be empty

	Offered      []Known       // of a mail of kind OFFER: the starts to choose from, with their staff
	OfferedUntil civil.Instant // until when they are held

	JoinURL         string        // the join link; empty: not by video, or not booked yet
	ConfirmURL      string        // of the button by which the customer confirms; empty: there is nothing to confirm
	HeldUntil       civil.Instant // until when the start waits for the button
	ManageURL       string        // the manage link; empty: not changeable online
	CalendarURL     string        // of the calendar entry as a file; empty: not changeable online
	ChangeableUntil civil.Instant

	Texts mailtext.Content // of the branch; an empty one is the built-in one
}

// Known is when an appointment was, with whom, for what and for how long.
type Known struct {
	Start   civil.Instant
	Staff   string        // the display name; empty: unknown
	Service string        // empty: unknown
	Length  time.Duration // 0: unknown
}

// Customer is the recipient.
type Customer struct{ Name, Email string }

// Branch is the sender. All but the name may be empty.
type Branch struct {
	Name, Street, PostalCode, City, Country, Email, Phone string

	Legal []legalnotice.Link // to its legal texts
}

// lines returns the postal address.
func (b Branch) lines() []string {
	return text.NonEmpty(b.Street, joinNonEmpty(" ", b.PostalCode, b.City), b.Country)
}
