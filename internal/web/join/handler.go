// Package join serves the join links of video consultations: a waiting page, then a page with the button that leads into
// the room, then a closing page.
//
// Only the button names the room, by a POST: link previews and mail scanners follow links, and would store or display
// the room. A POST from another site does no harm, since it changes nothing and the site cannot read the answer.
//
// Scripts, if they are built, make the page live: they show the waiting room, and the call in the salon's own room.
//
// The link never changes, and its state is looked up on each request, so it is right in every mail ever sent.
package join

import (
	"context"
	"crypto/rand"
	"errors"
	"html/template"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"visavis/internal/civil"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/picture"
	"visavis/internal/store"
	"visavis/internal/web/brand"
	"visavis/internal/web/linkpage"
)

// Options configure the handler.
type Options struct {
	Database  *store.Store
	Pictures  *picture.Library
	PublicURL string // base of links, without a trailing slash
	Clock     civil.Clock
	Logger    *slog.Logger
	Scripts   func(l locale.Locale, nonce string) template.HTML // elements that make the page live; nil: there are none
}

// NewHandler serves [link.JoinPattern] and [link.JoinCalendarPattern].
func NewHandler(options Options) http.Handler {
	h := &handler{options}
	mux := http.NewServeMux()
	mux.HandleFunc(link.JoinPattern, h.servePage)
	mux.HandleFunc(link.JoinCalendarPattern, h.serveEntry)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		guard(w.Header())
		mux.ServeHTTP(w, r)
	})
}

type handler struct{ Options }

func (h *handler) servePage(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost:
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	now := h.Clock()
	c, err := find(r.Context(), h.Database, r.PathValue("token"), now)
	if err != nil {
		h.logError(r.Context(), err)
		l := locale.Negotiate(r.Header.Get("Accept-Language"))
		h.render(w, r, l, nil, failed(catalog.In(l)))
		return
	}
	l := c.language(r.Header.Get("Accept-Language"))
	words := catalog.In(l)
	state := c.state()
	switch {
	case state == Open && c.mayEnter() && r.Method == http.MethodPost:
		http.Redirect(w, r, c.room(), http.StatusSeeOther) // without a body, since it is a POST
	case state == Waiting || state == Open:
		if r.Method == http.MethodPost {
			http.Redirect(w, r, link.Join(*c.JoinToken), http.StatusSeeOther) // the page, which can reload itself
			return
		}
		h.render(w, r, l, c, c.beforeTheCall(l, now))
	case state == Over:
		h.render(w, r, l, c, over(words))
	case state == Cancelled:
		h.render(w, r, l, c, cancelled(words))
	default:
		h.render(w, r, l, nil, unknown(words))
	}
}

// beforeTheCall returns the message of a room that opens or is open.
func (c *consultation) beforeTheCall(l locale.Locale, now civil.Instant) message {
	switch {
	case c.state() == Waiting:
		return c.waiting(l, now)
	case c.isOwn():
		return inBrowser(catalog.In(l))
	case c.room() == "":
		return unprepared(catalog.In(l))
	case !c.mayEnter():
		return byHand(catalog.In(l))
	default:
		return ready(catalog.In(l))
	}
}

func guard(header http.Header) {
	linkpage.ProtectAddress(header)
	header.Set("Content-Security-Policy", layout.Policy)
}

const pageType = "text/html; charset=utf-8"

// render renders a page in a language. c may be nil.
func (h *handler) render(w http.ResponseWriter, r *http.Request, l locale.Locale, c *consultation, m message) {
	p := newPage(l, m, c)
	if c != nil {
		p.Brand = brand.Shown(r.Context(), h.Logger, h.Pictures, c.Edges.Branch)
	}
	if c != nil && h.Scripts != nil {
		h.renderLive(w, r, l, p, m)
		return
	}
	if m.refresh > 0 {
		// A meta element would be equivalent, but accessibility checks count it as a time limit.
		w.Header().Set("Refresh", strconv.Itoa(int(m.refresh/time.Second)))
	}
	if err := layout.Serve(w, m.status, p, p.Brand); err != nil {
		h.logError(r.Context(), err)
	}
}

// renderLive renders a page with scripts, which a reload would interrupt: it reloads only if they do not run.
func (h *handler) renderLive(w http.ResponseWriter, r *http.Request, l locale.Locale, p page, m message) {
	nonce := rand.Text()
	p.Scripts, p.Reload, p.Nonce = h.Scripts(l, nonce), int(m.refresh/time.Second), nonce
	if err := layout.ServeLive(w, m.status, p, p.Brand, nonce); err != nil {
		h.logError(r.Context(), err)
	}
}

// logError logs a server error unless the client has disconnected.
func (h *handler) logError(ctx context.Context, err error) {
	if !errors.Is(err, context.Canceled) {
		h.Logger.LogAttrs(ctx, slog.LevelError, "join link failed", slog.String("error", err.Error()))
	}
}
