package linkpage

import (
	"html/template"
	"strings"
)

// Brand is what a salon looks like to its customers. The zero value is the usual look.
type Brand struct {
	Salon string
	Logo  *Logo        // nil: none
	Style template.CSS // sets --visavis-accent and --visavis-on-accent; empty: the usual colors
}

// Logo is a picture of a salon.
type Logo struct {
	URL     string // path on this server
	Width   int    // in pixels, like the height
	Height  int
	IsPhoto bool // made of pixels, unlike an SVG
}

// brandMarkup shows the logo of a brand in any layout.
const brandMarkup = `{{define "brand"}}{{with .Logo}}<img class="logo" src="{{.URL}}" width="{{.Width}}" height="{{.Height}}" alt="{{$.Salon}}">
{{end}}{{end}}{{define "colors"}}{{with .Style}}<style>{{.}}</style>
{{end}}{{end}}`

// PolicyOf returns the Content-Security-Policy of a page with a brand, which allows its colors.
func (l *Layout) PolicyOf(b Brand) string {
	if b.Style == "" {
		return l.Policy
	}
	return strings.Replace(l.Policy, "style-src ", "style-src 'sha256-"+digestOf(string(b.Style))+"' ", 1)
}
