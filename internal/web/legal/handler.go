// Package legal serves the legal texts of branches: a page of a text that stands here, or a redirect to the salon's own site. Its
// addresses stay the same when a text changes, so that mails and old pages lead to the one in force.
package legal

import (
	_ "embed"
	"fmt"
	"log/slog"
	"net/http"
	"strings"

	"visavis/ent"
	"visavis/ent/legaltext"
	"visavis/internal/civil"
	"visavis/internal/legalnotice"
	"visavis/internal/locale"
	"visavis/internal/salon"
	"visavis/internal/web/linkpage"
)

//go:embed page.html
var markup string

//go:embed page.css
var style string

var layout = linkpage.New(markup, style, "'none'")

// Options configure the handler.
type Options struct {
	Salon  *salon.Salon
	Logger *slog.Logger
}

// NewHandler serves [link.LegalPattern].
func NewHandler(options Options) http.Handler { return &handler{options} }

type handler struct{ Options }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l := locale.Negotiate(r.Header.Get("Accept-Language"))
	w.Header().Set("Vary", "Accept-Language")
	kind := legaltext.Kind(strings.ToUpper(r.PathValue("kind")))
	branch, text, err := h.Salon.LegalText(r.Context(), r.PathValue("slug"), kind)
	switch {
	case err != nil:
		h.Logger.ErrorContext(r.Context(), "cannot read a legal text", "error", err)
		linkpage.Refuse(w, r, http.StatusServiceUnavailable, linkpage.Failed)
	case text == nil:
		h.write(w, r, http.StatusNotFound, page{Language: l.Tag().String(), Heading: catalog.In(l).missingHeading, Text: catalog.In(l).missing})
	case text.URL != "":
		http.Redirect(w, r, text.URL, http.StatusFound)
	default:
		p, err := pageOf(branch, text, l)
		if err != nil {
			h.Logger.ErrorContext(r.Context(), "cannot show a legal text", "error", err)
			linkpage.Refuse(w, r, http.StatusInternalServerError, linkpage.Failed)
			return
		}
		h.write(w, r, http.StatusOK, p)
	}
}

// A page is the data of the template.
type page struct {
	Language string // as in HTML's lang attribute
	Salon    string // may be empty
	Heading  string
	Text     string
	Since    string // may be empty
}

func pageOf(branch *ent.Branch, text *ent.LegalText, l locale.Locale) (page, error) {
	zone, err := civil.LoadZone(branch.TimeZone)
	if err != nil {
		return page{}, err
	}
	return page{
		Language: l.Tag().String(), Salon: branch.Name, Heading: legalnotice.Heading(l, text.Kind), Text: text.Text,
		Since: fmt.Sprintf(catalog.In(l).since, locale.Date(l, zone.Local(text.CreatedAt))),
	}, nil
}

func (h *handler) write(w http.ResponseWriter, r *http.Request, status int, p page) {
	body, err := layout.Write(p)
	if err != nil {
		h.Logger.ErrorContext(r.Context(), "cannot render a legal text", "error", err)
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Security-Policy", layout.Policy)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	_, _ = w.Write(body) // a failed write means that the client has disconnected
}
