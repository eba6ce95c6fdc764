package join

import (
	_ "embed"
	"html/template"

	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/web/linkpage"
)

//go:embed page.html
var markup string

//go:embed page.css
var style string

// Chromium applies form-action to redirects, too: the rooms are on any host.
var layout = linkpage.New(markup, style, "'self' https:")

// A page is the data of the template.
type page struct {
	Language   string // as in HTML's lang attribute
	Heading    string
	Sentences  []string
	Again      string // label of the reload link; empty: none
	Enter      string // label of the button that leads into the room; empty: none
	Calendar   string // path of the calendar entry; empty: none is offered
	ToCalendar string // label of its link
	Labels     labels
	Visit      *visit // nil: unknown appointment
	Brand      linkpage.Brand
	Scripts    template.HTML // elements that make the page live; empty: none
	Reload     int           // seconds after which the page reloads unless they make it live; 0: never
	Nonce      string        // of the scripts
}

type labels struct{ What, Who, When, Zone string }

// newPage returns the page of a message in a language. c may be nil.
func newPage(l locale.Locale, m message, c *consultation) page {
	w := catalog.In(l)
	p := page{
		Language:  l.Tag().String(),
		Heading:   m.heading,
		Sentences: m.sentences,
		Labels:    labels{What: w.what, Who: w.who, When: w.when, Zone: w.zone},
	}
	if c != nil {
		p.Visit = c.visit(l)
	}
	if c.state() == Waiting {
		p.Calendar, p.ToCalendar = link.JoinCalendar(*c.JoinToken), w.calendar
	}
	if m.refresh > 0 {
		p.Again = w.again
	}
	if m.mayEnter {
		p.Enter = w.enter
	}
	return p
}
