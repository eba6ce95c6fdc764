package compose

import (
	"fmt"

	"visavis/ent/mail"
	"visavis/internal/locale"
	"visavis/internal/mailtext"
)

// BuiltIn returns the texts of a kind of mail that stand where a branch has none of its own, with placeholders.
func BuiltIn(kind mail.Kind, l locale.Locale) mailtext.Content {
	w := catalog.In(l)
	return builtIn(w, w.kinds[kind])
}

func builtIn(w *words, intro introduction) mailtext.Content {
	return mailtext.Content{
		Subject: intro.heading + ": {service}, {start}",
		Opening: fmt.Sprintf(w.greeting, "{customer}") + "\n\n" + intro.opening,
		Closing: w.closing,
	}
}

// values returns what the placeholders stand for.
func (f Facts) values() mailtext.Values {
	return mailtext.Values{
		Customer: f.Customer.Name, Service: f.Service, Staff: f.Staff, Start: locale.Moment(f.Language, f.Zone.Local(f.Start)),
		Branch: f.Branch.Name, Place: f.location(), Price: f.Price,
	}
}
