// Package brand shows the logo and the colors of a branch on the pages of its customers.
package brand

import (
	"bytes"
	"context"
	"html/template"

	"visavis/ent"
	"visavis/frontend"
	"visavis/internal/accent"
	"visavis/internal/link"
	"visavis/internal/picture"
)

// Brand is what a branch has chosen.
type Brand struct {
	Salon  string
	Logo   *Logo          // nil: none
	Colors *accent.Scheme // nil: the usual ones
}

// Logo is a picture of the salon.
type Logo struct {
	URL     string // path on this server
	Width   int
	Height  int
	IsPhoto bool // made of pixels, unlike an SVG
}

// Of returns the brand of a branch.
func Of(ctx context.Context, pictures *picture.Library, branch *ent.Branch) (Brand, error) {
	shown := Brand{Salon: branch.Name, Colors: accent.Of(branch.Accent)}
	if branch.LogoID == nil {
		return shown, nil
	}
	described, err := pictures.Described(ctx, []string{*branch.LogoID})
	if row := described[*branch.LogoID]; row != nil {
		shown.Logo = &Logo{URL: link.Picture(row.ID), Width: row.Width, Height: row.Height, IsPhoto: row.ContentType != picture.SVG}
	}
	return shown, err
}

// Style returns a style sheet that sets the colors as custom properties, empty for the usual ones. The widget takes them.
func (b Brand) Style() template.CSS {
	if b.Colors == nil {
		return ""
	}
	light, dark := b.Colors.Light, b.Colors.Dark
	set := func(selector string, c accent.Colors) string {
		return selector + "{--visavis-accent:" + c.Accent + ";--visavis-on-accent:" + c.Text + "}"
	}
	// Colors are #rrggbb, as accent.Of has made them.
	return template.CSS(set(":root", light) + "@media (prefers-color-scheme:dark){" + set(":root", dark) + "}" +
		set("[data-theme=light]", light) + set("[data-theme=dark]", dark))
}

var (
	styleMarkup  = template.Must(template.New("style").Parse(`<style nonce="{{.Nonce}}">{{.Style}}</style>`))
	headerMarkup = template.Must(template.New("header").Parse(
		`<header><img class="logo" src="{{.Logo.URL}}" width="{{.Logo.Width}}" height="{{.Logo.Height}}" alt="{{.Salon}}"></header>`))
)

// Head returns the head of a page with the brand, and with the meta elements if there are any.
func (b Brand) Head(meta []byte) (frontend.Head, error) {
	head := frontend.Head{Meta: meta}
	if style := b.Style(); style != "" {
		var written bytes.Buffer
		err := styleMarkup.Execute(&written, struct {
			Nonce string
			Style template.CSS
		}{frontend.Nonce, style})
		if err != nil {
			return head, err
		}
		head.Style = written.Bytes()
	}
	if b.Logo != nil {
		var written bytes.Buffer
		if err := headerMarkup.Execute(&written, b); err != nil {
			return head, err
		}
		head.Header = written.Bytes()
	}
	return head, nil
}
