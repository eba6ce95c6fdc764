// Package confirm serves the page on which the owner of an email address confirms an appointment that was booked under it.
//
// Viewing the page confirms nothing, since mail scanners and link previews view it, too. Only the button does. It needs no
// script.
package confirm

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"slices"

	"visavis/internal/booking"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/picture"
	"visavis/internal/problem"
	"visavis/internal/web/brand"
)

// Options configure the handler.
type Options struct {
	Booking  *booking.Booking
	Pictures *picture.Library
	Logger   *slog.Logger
}

// NewHandler serves [link.ConfirmPattern].
func NewHandler(options Options) http.Handler {
	h := &handler{options}
	return layout.GuardForm(h.serve, func(w http.ResponseWriter, r *http.Request) { h.render(w, r, plain(r, foreign)) })
}

type handler struct{ Options }

func (h *handler) serve(w http.ResponseWriter, r *http.Request) {
	token := r.PathValue("token")
	if r.Method == http.MethodPost {
		h.confirm(w, r, token)
		return
	}
	h.show(w, r, token)
}

func (h *handler) show(w http.ResponseWriter, r *http.Request, token string) {
	row, err := h.Booking.AppointmentToConfirm(r.Context(), token)
	switch {
	case err != nil:
		h.fail(w, r, err)
	case row == nil:
		h.render(w, r, plain(r, gone))
	default:
		p, err := pageOf(row)
		if err != nil {
			h.fail(w, r, err)
			return
		}
		p.Brand = brand.Shown(r.Context(), h.Logger, h.Pictures, row.Edges.Branch)
		h.render(w, r, p)
	}
}

// confirm presses the button, and shows the result on the page itself, so that reloading it sends nothing again.
func (h *handler) confirm(w http.ResponseWriter, r *http.Request, token string) {
	err := h.Booking.AppointmentConfirm(r.Context(), token)
	switch problems := problem.Of(err); {
	case slices.ContainsFunc(problems, func(p *problem.Problem) bool { return p.Code == problem.LinkUsed }):
		h.render(w, r, plain(r, gone))
	case problems != nil:
		h.render(w, r, plain(r, taken))
	case err != nil:
		h.fail(w, r, err)
	default:
		http.Redirect(w, r, link.Confirm(token), http.StatusSeeOther)
	}
}

func (h *handler) render(w http.ResponseWriter, r *http.Request, p page) {
	if err := layout.Serve(w, p.status, p, p.Brand); err != nil {
		h.logError(r.Context(), err)
	}
}

func (h *handler) fail(w http.ResponseWriter, r *http.Request, err error) {
	h.logError(r.Context(), err)
	h.render(w, r, plain(r, failed))
}

// logError logs a server error unless the client has disconnected.
func (h *handler) logError(ctx context.Context, err error) {
	if !errors.Is(err, context.Canceled) {
		h.Logger.LogAttrs(ctx, slog.LevelError, "confirmation page failed", slog.String("error", err.Error()))
	}
}

func languageOf(r *http.Request) locale.Locale {
	return locale.Negotiate(r.Header.Get("Accept-Language"))
}
