package confirm

import (
	_ "embed"
	"fmt"
	"net/http"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/civil"
	"visavis/internal/legalnotice"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/web/linkpage"
)

//go:embed page.html
var markup string

var layout = linkpage.NewForm(markup, "")

// A page is the data of the template.
type page struct {
	status    int
	Language  string // as in HTML's lang attribute
	Heading   string
	Sentences []string
	Facts     []fact
	Button    string // empty: there is nothing to confirm
	Change    string // label of the link to the page that changes the appointment; empty: there is none
	ChangeURL string
	Salon     string // may be empty
	Legal     []legalnotice.Link
	Brand     linkpage.Brand
}

type fact struct{ Label, Value string }

// plain returns the page of a message without an appointment, in the language that the request prefers.
func plain(r *http.Request, m func(*words) message) page {
	l := languageOf(r)
	return newPage(l, m(catalog.In(l)))
}

func newPage(l locale.Locale, m message) page {
	return page{status: m.status, Language: l.Tag().String(), Heading: m.heading, Sentences: m.sentences}
}

// pageOf returns the page of an appointment that waits for the button or has got it, in the customer's language.
func pageOf(a *ent.Appointment) (page, error) {
	zone, err := civil.LoadZone(a.Edges.Branch.TimeZone)
	if err != nil {
		return page{}, err
	}
	l := locale.Locale(*a.ContactLocale)
	w := catalog.In(l)
	p := newPage(l, messageOf(w, a))
	price := legalnotice.Price(l, a.Edges.Service, a.Edges.Branch)
	switch {
	case a.ContactConfirmedAt != nil:
		p.Change, p.ChangeURL = w.changeLabel, link.Manage(*a.Secret)
	case a.Status == appointment.StatusHELD:
		p.Button = w.bookLabel
		if price != "" {
			p.Button = w.payLabel
		}
		p.Sentences = append([]string{fmt.Sprintf(w.heldUntil, locale.Clock(l, zone.Local(*a.HoldExpiresAt)))}, p.Sentences...)
	default:
		p.Button = w.confirmLabel
	}
	when := locale.LongMoment(l, zone.Local(a.StartsAt))
	p.Salon, p.Legal = a.Edges.Branch.Name, legalnotice.PageLinks(l, a.Edges.Branch)
	p.Facts = []fact{{w.what, a.Edges.Service.Name}, {w.who, a.Edges.Staff.DisplayName}, {w.when, when + " (" + zone.String() + ")"}, {w.name, a.ContactName}}
	if price != "" {
		p.Facts = append(p.Facts, fact{w.price, price})
	}
	if a.ContactPhone != "" {
		p.Facts = append(p.Facts, fact{w.phone, a.ContactPhone})
	}
	return p, nil
}
