package join

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

// policy lets the page have its own style and nothing else.
var policy = strings.Join([]string{
	"default-src 'none'",
	"style-src 'sha256-" + digestOf(style) + "'",
	"img-src data:", // the empty icon, so that none is asked for
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
}, "; ")

func digestOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return base64.StdEncoding.EncodeToString(sum[:])
}

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

// Style is trusted: it is built in. The policy holds its digest.
func (page) Style() template.CSS { return template.CSS(style) }

func (p page) render() ([]byte, error) {
	var b bytes.Buffer
	err := pageTemplate.Execute(&b, p)
	return b.Bytes(), err
}
