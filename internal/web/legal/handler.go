// Package legal serves the legal texts of branches: a page of a text that stands here, or a redirect to the salon's own site. Its
// addresses stay the same when a text changes, so that mails and old pages lead to the one in force. Beside them stands the accessibility
// statement, which is ours.
package legal

import (
	"context"
	_ "embed"
	"fmt"
	"log/slog"
	"net/http"
	"strings"

	"visavis/ent"
	"visavis/ent/legaltext"
	"visavis/internal/civil"
	"visavis/internal/legalnotice"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/picture"
	"visavis/internal/salon"
	"visavis/internal/web/brand"
	"visavis/internal/web/linkpage"
)

//go:embed page.html
var markup string

//go:embed page.css
var style string

var layout = linkpage.New(markup, style, "'none'")

// Options configure the handler.
type Options struct {
	Salon    *salon.Salon
	Pictures *picture.Library
	Logger   *slog.Logger
}

// NewHandler serves [link.LegalPattern].
func NewHandler(options Options) http.Handler { return &handler{options} }

type handler struct{ Options }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l := locale.Choose(r.URL.Query().Get("lang"), r.Header.Get("Accept-Language"))
	w.Header().Set("Vary", "Accept-Language")
	p, status, err := h.page(r.Context(), l, r.PathValue("slug"), r.PathValue("kind"))
	switch {
	case err != nil:
		h.Logger.ErrorContext(r.Context(), "cannot read a legal text", "error", err)
		linkpage.Refuse(w, r, http.StatusServiceUnavailable, linkpage.Failed)
	case p.elsewhere != "":
		http.Redirect(w, r, p.elsewhere, http.StatusFound)
	default:
		h.write(w, r, status, p)
	}
}

// page returns the page of a kind in the branch with the slug, with its status.
func (h *handler) page(ctx context.Context, l locale.Locale, slug, kind string) (page, int, error) {
	if kind == link.AccessibilityKind {
		branch, err := h.Salon.Branch(ctx, nil, &slug)
		if err != nil || branch == nil {
			return missing(l), http.StatusNotFound, err
		}
		p := statementOf(branch, l)
		p.Brand = brand.Shown(ctx, h.Logger, h.Pictures, branch)
		return p, http.StatusOK, nil
	}
	branch, text, err := h.Salon.LegalText(ctx, slug, legaltext.Kind(strings.ToUpper(kind)))
	if err != nil || text == nil {
		return missing(l), http.StatusNotFound, err
	}
	p, err := pageOf(branch, text, l)
	if err != nil || p.elsewhere != "" {
		return p, http.StatusOK, err
	}
	p.Brand = brand.Shown(ctx, h.Logger, h.Pictures, branch)
	return p, http.StatusOK, nil
}

// A page is the data of the template.
type page struct {
	Language string // as in HTML's lang attribute
	Salon    string // may be empty
	Heading  string
	Text     string
	Sections []section
	Since    string // may be empty
	Legal    []legalnotice.Link
	Brand    linkpage.Brand

	elsewhere string // address to lead to instead; may be empty
}

// A section is a part of a page.
type section struct {
	Heading   string
	Sentences []string
	Points    []string
	Contact   *contact // may be nil
}

// A contact is how to reach a salon.
type contact struct {
	Address      string // in lines
	Phone, Email string // may be empty
}

// missing returns the page in place of one that does not exist.
func missing(l locale.Locale) page {
	return page{Language: l.Tag().String(), Heading: catalog.In(l).missingHeading, Text: catalog.In(l).missing}
}

func pageOf(branch *ent.Branch, text *ent.LegalText, l locale.Locale) (page, error) {
	zone, err := civil.LoadZone(branch.TimeZone)
	if err != nil {
		return page{}, err
	}
	return page{
		Language: l.Tag().String(), Salon: branch.Name, Heading: legalnotice.Heading(l, text.Kind), Text: text.Text,
		Since: fmt.Sprintf(catalog.In(l).since, locale.Date(l, zone.Local(text.CreatedAt))),
		Legal: legalnotice.PageLinks(l, branch), elsewhere: text.URL,
	}, nil
}

func (h *handler) write(w http.ResponseWriter, r *http.Request, status int, p page) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-cache")
	if err := layout.Serve(w, status, p, p.Brand); err != nil {
		h.Logger.ErrorContext(r.Context(), "cannot render a legal text", "error", err)
	}
}
