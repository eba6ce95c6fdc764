// Package manage serves the pages on which customers see, move and cancel their appointments, and the calendar entries
// of these.
package manage

import (
	"context"
	"errors"
	"log/slog"
	"net/http"

	"visavis/frontend"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/picture"
	"visavis/internal/web/brand"
	"visavis/internal/web/linkpage"
)

// Options configure the handler.
type Options struct {
	Page      http.Handler // the same for all appointments of a branch
	Booking   *booking.Booking
	Pictures  *picture.Library
	PublicURL string // base of links, without a trailing slash
	Clock     civil.Clock
	Logger    *slog.Logger
}

// NewHandler serves [link.ManagePattern] and [link.ManageCalendarPattern].
func NewHandler(options Options) http.Handler {
	h := &handler{options}
	mux := http.NewServeMux()
	mux.HandleFunc(link.ManagePattern, h.servePage)
	mux.HandleFunc(link.ManageCalendarPattern, h.serveEntry)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		linkpage.ProtectAddress(w.Header())
		mux.ServeHTTP(w, r)
	})
}

type handler struct{ Options }

// servePage serves the page with the brand of the appointment's branch.
func (h *handler) servePage(w http.ResponseWriter, r *http.Request) {
	head, err := h.headOf(r.Context(), r.PathValue("secret"))
	if err != nil {
		h.logError(r.Context(), err) // the page can do without
	}
	h.Page.ServeHTTP(w, r.WithContext(frontend.WithHead(r.Context(), head)))
}

// headOf returns the brand of the branch of the appointment with the secret; none if there is none.
func (h *handler) headOf(ctx context.Context, secret string) (frontend.Head, error) {
	row, err := h.Booking.BookingBySecret(ctx, secret)
	if err != nil || row == nil {
		return frontend.Head{}, err
	}
	branch, err := row.QueryBranch().Only(ctx)
	if err != nil {
		return frontend.Head{}, err
	}
	shown, err := brand.Of(ctx, h.Pictures, branch)
	if err != nil {
		return frontend.Head{}, err
	}
	return frontend.HeadOf(shown, nil)
}

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
		e.forCalendar(h.PublicURL).Serve(w, r, h.Clock())
	}
}

// notHere is the sentence about an unknown address.
func notHere(l locale.Locale) string { return catalog.In(l).notHere }

// logError logs a server error unless the client has disconnected.
func (h *handler) logError(ctx context.Context, err error) {
	if !errors.Is(err, context.Canceled) {
		h.Logger.LogAttrs(ctx, slog.LevelError, "cannot show an appointment", slog.String("error", err.Error()))
	}
}
