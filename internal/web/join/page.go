package join

import (
	_ "embed"
	"strings"

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
	Language  string // as in HTML's lang attribute
	Heading   string
	Sentences []string
	Again     string // label of the reload link; empty: none
	Enter     string // label of the button that leads into the room; empty: none
	Labels    labels
	Visit     *visit // nil: unknown appointment
}

type labels struct{ What, Who, When, Zone string }

// newPage returns the page of a message in a language. c may be nil.
func newPage(l locale.Locale, m message, c *consultation) page {
	p := page{
		Language: strings.ToLower(string(l)),
		Heading:  m.heading.In(l),
		Labels:   labels{What: what.In(l), Who: who.In(l), When: when.In(l), Zone: zone.In(l)},
	}
	if c != nil {
		p.Visit = c.visit(l)
	}
	for _, sentence := range m.sentences {
		p.Sentences = append(p.Sentences, sentence.In(l))
	}
	if m.refresh > 0 {
		p.Again = again.In(l)
	}
	if m.mayEnter {
		p.Enter = enter.In(l)
	}
	return p
}
