// Package linkpage provides the layout of pages that emailed links open: a single file without scripts (but for what makes a page live),
// light and dark, mobile first.
package linkpage

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"strings"
)

var (
	//go:embed linkpage.css
	commonStyle string
	//go:embed logo.css
	logoStyle string

	// LogoStyle is the style of a logo above a page.
	LogoStyle = template.CSS(logoStyle)
)

// A Layout is a page layout with its Content-Security-Policy.
type Layout struct {
	// Policy is the Content-Security-Policy. It allows only the page's own style and form submissions as configured.
	Policy string

	markup *template.Template
}

// New returns a layout. The markup includes the common and its own style as {{style}}. formAction is a CSP source such
// as 'none'.
func New(markup, ownStyle, formAction string) *Layout {
	style := commonStyle + "\n" + logoStyle + "\n" + ownStyle
	// Embedded, and therefore trusted.
	functions := template.FuncMap{"style": func() template.CSS { return template.CSS(style) }}
	return &Layout{
		Policy: strings.Join([]string{
			"default-src 'none'",
			"style-src 'sha256-" + digestOf(style) + "'",
			"img-src 'self' data:", // logos, and the empty icon, so that none is asked for
			"base-uri 'none'",
			"form-action " + formAction,
			"frame-ancestors 'none'",
		}, "; "),
		markup: template.Must(template.Must(template.New("page").Funcs(functions).Parse(brandMarkup)).Parse(markup)),
	}
}

func digestOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// Write renders a page.
func (l *Layout) Write(page any) ([]byte, error) {
	var b bytes.Buffer
	err := l.markup.Execute(&b, page)
	return b.Bytes(), err
}
