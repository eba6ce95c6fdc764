// Package calendarfeed serves calendar feeds (iCalendar) of staff members.
package calendarfeed

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"visavis/internal/civil"
	"visavis/internal/ical"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/store"
	"visavis/internal/web/linkpage"
)

// Options configure the handler.
type Options struct {
	Database *store.Store
	Clock    civil.Clock
	Logger   *slog.Logger
}

// NewHandler serves [link.CalendarPattern].
func NewHandler(options Options) http.Handler { return &handler{options} }

type handler struct{ Options }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	linkpage.ProtectAddress(w.Header())
	now := h.Clock()
	secret, named := strings.CutSuffix(r.PathValue("file"), link.CalendarExtension)
	if !named {
		linkpage.Refuse(w, r, http.StatusNotFound, notHere)
		return
	}
	a, err := load(r.Context(), h.Database, secret, now)
	switch {
	case err != nil:
		h.logError(r.Context(), err)
		linkpage.Refuse(w, r, http.StatusInternalServerError, linkpage.Failed)
	case a == nil:
		linkpage.Refuse(w, r, http.StatusNotFound, notHere)
	default:
		f := a.feed(now)
		w.Header().Set("Cache-Control", "private, max-age=300")
		w.Header().Set("Content-Type", ical.ContentType)
		w.Header().Set("ETag", f.tag)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.body))
	}
}

// notHere is the sentence about an unknown address.
func notHere(l locale.Locale) string { return catalog.In(l).notHere }

// logError logs a server error unless the client has disconnected.
func (h *handler) logError(ctx context.Context, err error) {
	if !errors.Is(err, context.Canceled) {
		h.Logger.LogAttrs(ctx, slog.LevelError, "calendar feed failed", slog.String("error", err.Error()))
	}
}
