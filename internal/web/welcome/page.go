package welcome

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

var layout = linkpage.New(markup, style, "'self'")

// A page is what its reader is told.
type page struct {
	Language  string // as HTML names it
	Title     string
	Heading   string
	Sentences []string
	Form      *form // nil: it asks for nothing
}

// newPage writes the message.
func newPage(l locale.Locale, m message, f *form) page {
	p := page{Language: strings.ToLower(string(l)), Title: m.heading.In(l), Heading: m.heading.In(l), Form: f}
	if f != nil && f.Faults != nil {
		// Who does not see the page hears its title first.
		p.Title = f.Wrong + " · " + p.Title
	}
	for _, sentence := range m.sentences {
		p.Sentences = append(p.Sentences, sentence.In(l))
	}
	return p
}
