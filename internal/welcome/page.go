package welcome

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"strings"

	"visavis/internal/locale"
)

//go:embed page.html
var pageSource string

//go:embed page.css
var style string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

// policy lets the page have its own style, send its form here, and nothing else.
var policy = strings.Join([]string{
	"default-src 'none'",
	"style-src 'sha256-" + digestOf(style) + "'",
	"img-src data:", // the empty icon, so that none is asked for
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'none'",
}, "; ")

func digestOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return base64.StdEncoding.EncodeToString(sum[:])
}

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

// Style is trusted: it is built in. The policy holds its digest.
func (page) Style() template.CSS { return template.CSS(style) }

func (p page) render() ([]byte, error) {
	var b bytes.Buffer
	err := pageTemplate.Execute(&b, p)
	return b.Bytes(), err
}
