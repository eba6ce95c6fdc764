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

var layout = linkpage.New(markup, style, "'none'")

// A page is what its reader is told.
type page struct {
	Language  string // as HTML names it
	Heading   string
	Sentences []string
	Again     string // what the link says that asks once more; empty: there is none
	Labels    labels
	Visit     *visit // nil: of no consultation
}

type labels struct{ What, Who, When, Zone string }

// newPage writes the message; c is nil when it is of no consultation.
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
	return p
}
