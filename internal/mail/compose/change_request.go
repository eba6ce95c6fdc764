package compose

import (
	"fmt"

	"visavis/ent/changerequest"
	"visavis/internal/civil"
	"visavis/internal/locale"
)

// ChangeRequest is the content of a message to a branch about what a customer asks.
type ChangeRequest struct {
	Language locale.Locale // staff are addressed in German or English
	Kind     changerequest.Kind
	Text     string // may be empty
	Customer string // name; empty: the appointment has no contact
	Phone    string // of the customer; may be empty
	Service  string
	Staff    string
	Start    civil.Instant
	Zone     civil.Zone
	Branch   Branch
	URL      string // of the appointment in the admin
}

// WriteChangeRequested composes the message by which a branch learns of a request.
func WriteChangeRequested(r ChangeRequest) (*Message, error) {
	l := r.Language.ForStaff()
	w, shared := requestStaffCatalog.In(l), catalog.In(l)
	intro := w.kinds[r.Kind]
	c := content{
		Language: l.Tag().String(), Subject: fmt.Sprintf("%s: %s, %s", intro.heading, r.Service, locale.Moment(l, r.Zone.Local(r.Start))),
		Heading: intro.heading, Opening: w.greeting + "\n\n" + intro.opening,
		Links: []link{{w.answering, w.answerLabel, r.URL}},
	}
	for _, f := range []fact{
		{Label: w.customer, Value: r.Customer}, {Label: shared.phone, Value: r.Phone}, {Label: shared.what, Value: r.Service},
		{Label: shared.who, Value: r.Staff}, {Label: shared.when, Value: momentOf(l, r.Zone, r.Start)}, {Label: w.text, Value: r.Text},
	} {
		if f.Value != "" {
			c.Facts = append(c.Facts, f)
		}
	}
	c.sign(shared, r.Branch)
	return render(l, c)
}

// WriteChangeDeclined composes the message by which a customer learns that their request was declined.
func WriteChangeDeclined(f Facts, kind changerequest.Kind, answer string) (*Message, error) {
	w := requestCatalog.In(f.Language)
	c := contentOf(f, w.declined[kind], f.ChangeableUntil)
	if answer != "" {
		c.Facts = append(c.Facts, fact{Label: w.answer, Value: answer})
	}
	c.Links, c.Remark = nil, w.remark
	if f.ManageURL != "" {
		c.Links = []link{{w.seeing, w.seeLabel, f.ManageURL}}
	}
	return render(f.Language, c)
}
