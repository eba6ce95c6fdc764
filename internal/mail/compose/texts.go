package compose

import (
	"fmt"

	"visavis/ent/changerequest"
	"visavis/ent/customerlink"
	"visavis/ent/mail"
	entmailtext "visavis/ent/mailtext"
	"visavis/internal/locale"
	"visavis/internal/mailtext"
)

// BuiltIn returns the texts of a kind of mail that stand where a branch has none of its own, with placeholders.
func BuiltIn(kind entmailtext.Kind, l locale.Locale) mailtext.Content {
	w := catalog.In(l)
	switch kind {
	case entmailtext.KindMOVE_DECLINED:
		return builtIn(w, requestCatalog.In(l).declined[changerequest.KindMOVE], appointmentSubject)
	case entmailtext.KindCANCEL_DECLINED:
		return builtIn(w, requestCatalog.In(l).declined[changerequest.KindCANCEL], appointmentSubject)
	case entmailtext.KindCUSTOMER_EXPORT:
		return builtIn(w, customerLinkCatalog.In(l).purposes[customerlink.PurposeEXPORT].introduction, customerSubject)
	case entmailtext.KindCUSTOMER_ERASURE:
		return builtIn(w, customerLinkCatalog.In(l).purposes[customerlink.PurposeERASE].introduction, customerSubject)
	default:
		return builtIn(w, w.kinds[mail.Kind(kind)], appointmentSubject)
	}
}

// What follows the heading in subjects.
const (
	appointmentSubject = "{service}, {start}"
	customerSubject    = "{branch}"
)

func builtIn(w *words, intro introduction, subject string) mailtext.Content {
	return mailtext.Content{
		Subject: intro.heading + ": " + subject,
		Opening: fmt.Sprintf(w.greeting, "{customer}") + "\n\n" + intro.opening,
		Closing: w.closing,
	}
}

// values returns what the placeholders stand for.
func (f Facts) values() mailtext.Values {
	return mailtext.AppointmentValues{
		Customer: f.Customer.Name, Service: f.Service, Staff: f.Staff, Start: locale.Moment(f.Language, f.Zone.Local(f.Start)),
		Branch: f.Branch.Name, Place: f.location(), Price: f.Price,
	}
}
