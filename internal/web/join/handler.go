// Package join answers the join links of video consultations: a page that waits,
// then the way into the room, then a page that says what has become of it.
//
// The link never changes, and what is behind it is looked up anew each time: so it
// is right in every mail that was ever sent.
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

// Options are what the handler needs.
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

// open shows the way into the room.
func (h *handler) redirect(w http.ResponseWriter, r *http.Request, c *consultation) {
	room := c.room()
	switch {
	case room == "":
		h.render(w, r, c, unprepared())
	case r.Method == http.MethodHead:
		// Mail scanners and link previews ask so. They get no address of a room: it
		// would be kept, checked or shown where it does not belong.
		w.Header().Set("Content-Type", pageType)
	default:
		// A type, even none, keeps Redirect from writing the address into a body.
		w.Header()["Content-Type"] = nil
		http.Redirect(w, r, room, http.StatusSeeOther)
	}
}

const pageType = "text/html; charset=utf-8"

// say answers with a page; c is nil when it is of no consultation.
func (h *handler) render(w http.ResponseWriter, r *http.Request, c *consultation, m message) {
	body, err := layout.Write(newPage(c.language(r.Header.Get("Accept-Language")), m, c))
	if err != nil {
		h.logError(r.Context(), err)
		m.status, body = http.StatusInternalServerError, nil
	}
	w.Header().Set("Content-Type", pageType)
	if m.refresh > 0 {
		// A meta element would say the same, but counts as a time limit on reading.
		w.Header().Set("Refresh", strconv.Itoa(int(m.refresh/time.Second)))
	}
	w.WriteHeader(m.status)
	// A failed write means that the reader has gone.
	_, _ = w.Write(body)
}

// complain writes down what is no fault of the reader, unless the reader has gone.
func (h *handler) logError(ctx context.Context, err error) {
	if !errors.Is(err, context.Canceled) {
		h.Logger.LogAttrs(ctx, slog.LevelError, "join link failed", slog.String("error", err.Error()))
	}
}
