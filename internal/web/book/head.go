// Package book serves the booking pages of branches with what search engines and previews of links read, and the pages on which customers
// choose a branch.
package book

import (
	"bytes"
	"context"
	_ "embed"
	"html/template"
	"log/slog"
	"net/http"
	"strings"

	"visavis/ent"
	"visavis/frontend"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/picture"
	"visavis/internal/postaladdress"
	"visavis/internal/salon"
	"visavis/internal/web/brand"
	"visavis/internal/web/linkpage"
)

//go:embed head.html
var headMarkup string

var headTemplate = template.Must(template.New("head").Funcs(template.FuncMap{"nonce": func() string { return frontend.Nonce }}).Parse(headMarkup))

// Options configure the handlers.
type Options struct {
	Pages     http.Handler // the booking page and its assets
	Salon     *salon.Salon
	Pictures  *picture.Library
	PublicURL string // base of links, without a trailing slash
	Logger    *slog.Logger
}

// NewHandler serves [link.BookPattern]: the page of a branch, or without one, a choice of branches.
func NewHandler(options Options) http.Handler {
	choice := newChoice(options)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		slug, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, link.BookPattern), "/")
		switch {
		case slug == "" && (r.Method == http.MethodGet || r.Method == http.MethodHead):
			choice.ServeHTTP(w, r)
		case rest != "" || options.Salon == nil:
			options.Pages.ServeHTTP(w, r)
		default:
			options.Pages.ServeHTTP(w, r.WithContext(options.withHead(r, slug)))
		}
	})
}

// withHead returns the request's context with the head of the branch with the slug. Without one the page says so itself.
func (o Options) withHead(r *http.Request, slug string) context.Context {
	ctx := r.Context()
	branch, err := o.Salon.Branch(ctx, nil, &slug)
	if err == nil && branch == nil {
		return ctx
	}
	var head frontend.Head
	if err == nil {
		head, err = o.headOf(ctx, branch, locale.Choose(r.URL.Query().Get("lang"), r.Header.Get("Accept-Language")))
	}
	if err != nil {
		o.Logger.ErrorContext(ctx, "cannot describe a branch", slog.Any("error", err))
		return ctx
	}
	return frontend.WithHead(ctx, head)
}

// head is the data of the template.
type head struct {
	Title, Description, Salon, URL, Locale string
	Image                                  *linkpage.Logo
	Data                                   organization
}

func (o Options) headOf(ctx context.Context, branch *ent.Branch, l locale.Locale) (frontend.Head, error) {
	shown, err := brand.Of(ctx, o.Pictures, branch)
	if err != nil {
		return frontend.Head{}, err
	}
	data, err := o.describe(ctx, branch)
	if err != nil {
		return frontend.Head{}, err
	}
	words := catalog.In(l)
	h := head{
		Title: words.title + " · " + branch.Name, Description: words.describe(branch.Name, placeOf(branch)), Salon: branch.Name,
		URL: o.PublicURL + link.Book(branch.Slug), Locale: words.territory, Data: data,
	}
	if shown.Logo != nil && shown.Logo.IsPhoto { // previews of links show no SVG
		h.Image = &linkpage.Logo{URL: o.PublicURL + shown.Logo.URL, Width: shown.Logo.Width, Height: shown.Logo.Height}
	}
	var meta bytes.Buffer
	if err := headTemplate.Execute(&meta, h); err != nil {
		return frontend.Head{}, err
	}
	return frontend.HeadOf(shown, meta.Bytes())
}

// placeOf returns the street and city of a branch, as far as they are known.
func placeOf(branch *ent.Branch) string { return strings.Join(postaladdress.Local(branch), ", ") }
