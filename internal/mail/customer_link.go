package mail

import (
	"time"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/internal/booking"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
)

// customerLink returns the content of a message of a kind from a branch, with a link to what is kept of a customer.
func (m *Mail) customerLink(from *ent.Branch, kind mail.Kind, to string, l locale.Locale, token string) compose.CustomerLink {
	return compose.CustomerLink{
		Language: l, Name: to, Purpose: booking.PurposeOf(kind), Minutes: int(booking.CustomerLinkTime / time.Minute),
		URL: m.publicURL + link.CustomerData(token), Branch: m.branchIn(from, l),
	}
}
