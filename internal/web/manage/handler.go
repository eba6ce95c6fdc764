// Package manage serves the pages on which customers see, move and cancel their appointments, and the calendar entries
// of these.
package manage

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/ical"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/web/linkpage"
)

// Options configure the handler.
type Options struct {
	Page      http.Handler // the same for all appointments
	Booking   *booking.Booking
	PublicURL string // base of links, without a trailing slash
	Clock     civil.Clock
	Logger    *slog.Logger
}

// NewHandler serves [link.ManagePattern] and [link.ManageCalendarPattern].
func NewHandler(options Options) http.Handler {
	h := &handler{options}
	mux := http.NewServeMux()
	mux.Handle(link.ManagePattern, h.Page)
	mux.HandleFunc(link.ManageCalendarPattern, h.serveEntry)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		linkpage.ProtectAddress(w.Header())
		mux.ServeHTTP(w, r)
	})
}

type handler struct{ Options }

// serveEntry serves the appointment as a calendar entry.
func (h *handler) serveEntry(w http.ResponseWriter, r *http.Request) {
	e, err := h.find(r.Context(), r.PathValue("secret"))
	switch {
	case err != nil:
		h.logError(r.Context(), err)
		linkpage.Refuse(w, r, http.StatusInternalServerError, linkpage.Failed)
	case e == nil:
		linkpage.Refuse(w, r, http.StatusNotFound, notHere)
	default:
		w.Header().Set("Content-Disposition", `inline; filename="`+link.CalendarEntry+`"`)
		w.Header().Set("Content-Type", ical.ContentType)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(e.write(h.PublicURL, h.Clock())))
	}
}

// notHere is the sentence about an unknown address.
func notHere(l locale.Locale) string { return catalog.In(l).notHere }

// logError logs a server error unless the client has disconnected.
func (h *handler) logError(ctx context.Context, err error) {
	if !errors.Is(err, context.Canceled) {
		h.Logger.LogAttrs(ctx, slog.LevelError, "calendar entry failed", slog.String("error", err.Error()))
	}
}
