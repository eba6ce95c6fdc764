package mail

import (
	"time"

	"visavis/internal/booking"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
)

// customerLink returns the content of the message with a link to what is kept of a customer.
func (m *Mail) customerLink(what *details) compose.CustomerLink {
	known := what.Edges.Appointment.Edges.Customer
	language := locale.Locale(known.Locale)
	return compose.CustomerLink{
		Language: language, Name: known.Name, Purpose: booking.PurposeOf(what.Kind), Minutes: int(booking.CustomerLinkTime / time.Minute),
		URL: m.publicURL + link.CustomerData(what.customerToken), Branch: m.branchIn(what.branch, language),
	}
}
