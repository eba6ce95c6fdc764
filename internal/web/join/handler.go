// Package join serves the join links of video consultations: a waiting page, then a redirect into the room, then a
// closing page.
//
// The link never changes, and its state is looked up on each request, so it is right in every mail ever sent.
package join

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"visavis/internal/civil"
	"visavis/internal/store"
	"visavis/internal/web/linkpage"
)

// Options configure the handler.
type Options struct {
	Database *store.Store
	Clock    civil.Clock
	Logger   *slog.Logger
}

// NewHandler serves [link.JoinPattern].
func NewHandler(options Options) http.Handler { return &handler{options} }

type handler struct{ Options }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	guard(w.Header())
	c, err := find(r.Context(), h.Database, r.PathValue("token"))
	if err != nil {
		h.logError(r.Context(), err)
		h.render(w, r, nil, failed())
		return
	}
	now := h.Clock()
	switch c.state(now) {
	case Waiting:
		h.render(w, r, c, c.waiting(now))
	case Open:
		h.redirect(w, r, c)
	case Over:
		h.render(w, r, c, over())
	case Cancelled:
		h.render(w, r, c, cancelled())
	default:
		h.render(w, r, nil, unknown())
	}
}

func guard(header http.Header) {
	linkpage.ProtectAddress(header)
	header.Set("Content-Security-Policy", layout.Policy)
}

// redirect redirects to the room.
func (h *handler) redirect(w http.ResponseWriter, r *http.Request, c *consultation) {
	room := c.room()
	switch {
	case room == "":
		h.render(w, r, c, unprepared())
	case r.Method == http.MethodHead:
		// Mail scanners and link previews send HEAD. They must not learn the room, since they would store, check or
		// display it.
		w.Header().Set("Content-Type", pageType)
	default:
		// Setting the type, even to nil, keeps Redirect from writing the URL into a body.
		w.Header()["Content-Type"] = nil
		http.Redirect(w, r, room, http.StatusSeeOther)
	}
}

const pageType = "text/html; charset=utf-8"

// render renders a page. c may be nil.
func (h *handler) render(w http.ResponseWriter, r *http.Request, c *consultation, m message) {
	body, err := layout.Write(newPage(c.language(r.Header.Get("Accept-Language")), m, c))
	if err != nil {
		h.logError(r.Context(), err)
		m.status, body = http.StatusInternalServerError, nil
	}
	w.Header().Set("Content-Type", pageType)
	if m.refresh > 0 {
		// A meta element would be equivalent, but accessibility checks count it as a time limit.
		w.Header().Set("Refresh", strconv.Itoa(int(m.refresh/time.Second)))
	}
	w.WriteHeader(m.status)
	// A failed write means that the client has disconnected.
	_, _ = w.Write(body)
}

// logError logs a server error unless the client has disconnected.
func (h *handler) logError(ctx context.Context, err error) {
	if !errors.Is(err, context.Canceled) {
		h.Logger.LogAttrs(ctx, slog.LevelError, "join link failed", slog.String("error", err.Error()))
	}
}
