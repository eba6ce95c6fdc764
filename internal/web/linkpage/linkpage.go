// Package paper gives pages that links in mails open their look: one file each, without
// script, light and dark, for phones first.
package linkpage

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"strings"
)

//go:embed linkpage.css
var commonStyle string

// A Paper is what pages of a kind are written on.
type Layout struct {
	// Policy is the Content-Security-Policy that lets a page have its own style, send
	// forms where it may, and nothing else.
	Policy string

	markup *template.Template
}

// New returns paper. The markup writes its style as {{style}}: the common one, and then
// its own. FormAction is a source as the policy names it, such as 'none'.
func New(markup, ownStyle, formAction string) *Layout {
	style := commonStyle + "\n" + ownStyle
	// It is built in, and therefore trusted.
	functions := template.FuncMap{"style": func() template.CSS { return template.CSS(style) }}
	return &Layout{
		Policy: strings.Join([]string{
			"default-src 'none'",
			"style-src 'sha256-" + digestOf(style) + "'",
			"img-src data:", // the empty icon, so that none is asked for
			"base-uri 'none'",
			"form-action " + formAction,
			"frame-ancestors 'none'",
		}, "; "),
		markup: template.Must(template.New("page").Funcs(functions).Parse(markup)),
	}
}

func digestOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// Write writes a page with what it tells.
func (l *Layout) Write(page any) ([]byte, error) {
	var b bytes.Buffer
	err := l.markup.Execute(&b, page)
	return b.Bytes(), err
}
