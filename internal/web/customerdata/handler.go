// Package customerdata serves the page on which customers see or erase what is kept of them, by a link in a mail.
//
// Viewing the page changes nothing, since mail scanners and link previews view it, too. Only the button does. It needs no
// script.
package customerdata

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"slices"

	"visavis/ent"
	"visavis/ent/customerlink"
	"visavis/internal/booking"
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

// NewHandler serves [link.CustomerDataPattern].
func NewHandler(options Options) http.Handler {
	h := &handler{options}
	return layout.GuardForm(h.serve, func(w http.ResponseWriter, r *http.Request) { h.render(w, r, plain(r, foreign)) })
}

type handler struct{ Options }

func (h *handler) serve(w http.ResponseWriter, r *http.Request) {
	token := r.PathValue("token")
	of, err := h.Booking.CustomerLinkOf(r.Context(), token)
	switch {
	case err != nil:
		h.fail(w, r, err)
	case of == nil:
		h.render(w, r, plain(r, gone))
	case r.Method != http.MethodPost:
		h.show(w, r, of)
	case of.Purpose == customerlink.PurposeEXPORT:
		h.export(w, r, of, token)
	default:
		h.erase(w, r, of, token)
	}
}

// show shows what the button does.
func (h *handler) show(w http.ResponseWriter, r *http.Request, of *ent.CustomerLink) {
	p, err := question(of, h.Booking.ComingAppointment(of))
	if err != nil {
		h.fail(w, r, err)
		return
	}
	h.renderFor(w, r, of, p)
}

// export answers with the data itself: nothing else would show it again, because the link is used.
func (h *handler) export(w http.ResponseWriter, r *http.Request, of *ent.CustomerLink, token string) {
	data, err := h.Booking.CustomerExportByLink(r.Context(), token)
	if err != nil {
		h.refuse(w, r, of, err)
		return
	}
	p, err := dataPage(of, data)
	if err != nil {
		h.fail(w, r, err)
		return
	}
	h.renderFor(w, r, of, p)
}

func (h *handler) erase(w http.ResponseWriter, r *http.Request, of *ent.CustomerLink, token string) {
	if err := h.Booking.CustomerForgetByLink(r.Context(), token); err != nil {
		h.refuse(w, r, of, err)
		return
	}
	h.renderFor(w, r, of, erased(of))
}

// refuse answers to a button that did nothing: the link was used meanwhile, or an appointment is coming, which the page names.
func (h *handler) refuse(w http.ResponseWriter, r *http.Request, of *ent.CustomerLink, err error) {
	switch problems := problem.Of(err); {
	case slices.ContainsFunc(problems, func(p *problem.Problem) bool { return p.Code == problem.InUse }):
		h.show(w, r, of)
	case problems != nil:
		h.render(w, r, plain(r, gone))
	default:
		h.fail(w, r, err)
	}
}

// renderFor answers with a page that looks like the customer's salon.
func (h *handler) renderFor(w http.ResponseWriter, r *http.Request, of *ent.CustomerLink, p page) {
	if in := branchOf(of); in != nil {
		p.Brand = brand.Shown(r.Context(), h.Logger, h.Pictures, in)
	}
	h.render(w, r, p)
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
		h.Logger.LogAttrs(ctx, slog.LevelError, "page of a customer's data failed", slog.String("error", err.Error()))
	}
}
