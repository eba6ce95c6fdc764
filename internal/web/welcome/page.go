package welcome

import (
	_ "embed"

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
	Language  string // as in HTML's lang attribute
	Title     string
	Heading   string
	Sentences []string
	Form      *form // may be nil
}

// newPage returns the page of a message in a language.
func newPage(l locale.Locale, m message, f *form) page {
	p := page{Language: l.Tag().String(), Title: m.heading, Heading: m.heading, Sentences: m.sentences, Form: f}
	if f != nil && f.Faults != nil {
		// Screen readers announce the title first.
		p.Title = f.Wrong + " · " + p.Title
	}
	return p
}
