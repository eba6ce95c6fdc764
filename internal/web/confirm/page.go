package confirm

import (
	_ "embed"
	"fmt"
	"net/http"
	"strings"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/civil"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/web/linkpage"
)

//go:embed page.html
var markup string

//go:embed page.css
var style string

var layout = linkpage.New(markup, style, "'self'")

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
}

type fact struct{ Label, Value string }

// plain returns the page of a message without an appointment, in the language that the request prefers.
func plain(r *http.Request, m message) page { return newPage(languageOf(r), m) }

func newPage(l locale.Locale, m message) page {
	p := page{status: m.status, Language: strings.ToLower(string(l)), Heading: m.heading.In(l)}
	for _, sentence := range m.sentences {
		p.Sentences = append(p.Sentences, sentence.In(l))
	}
	return p
}

// pageOf returns the page of an appointment that waits for the button or has got it, in the customer's language.
func pageOf(a *ent.Appointment) (page, error) {
	zone, err := civil.LoadZone(a.Edges.Branch.TimeZone)
	if err != nil {
		return page{}, err
	}
	l := locale.Locale(*a.ContactLocale)
	p := newPage(l, messageOf(a))
	switch {
	case a.ContactConfirmedAt != nil:
		p.Change, p.ChangeURL = changeLabel.In(l), link.Manage(*a.Secret)
	case a.Status == appointment.StatusHELD:
		p.Button = bookLabel.In(l)
		p.Sentences = append([]string{fmt.Sprintf(heldUntil.In(l), zone.Local(*a.HoldExpiresAt).Format("15:04"))}, p.Sentences...)
	default:
		p.Button = confirmLabel.In(l)
	}
	start := zone.Local(a.StartsAt)
	when := locale.Weekday(l, start) + ", " + locale.Date(l, start) + ", " + start.Format("15:04")
	if l == locale.German {
		when += " Uhr"
	}
	p.Salon = a.Edges.Branch.Name
	p.Facts = []fact{{what.In(l), a.Edges.Service.Name}, {who.In(l), a.Edges.Staff.DisplayName}, {whenLabel.In(l), when + " (" + zone.String() + ")"}, {name.In(l), a.ContactName}}
	if a.ContactPhone != "" {
		p.Facts = append(p.Facts, fact{phone.In(l), a.ContactPhone})
	}
	return p, nil
}
