package welcome

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"

	"visavis/internal/locale"
	"visavis/internal/problem"
	"visavis/internal/web/linkpage"
)

// renderForm renders the form with the input and its problems.
func (h *handler) renderForm(w http.ResponseWriter, r *http.Request, a action, typed url.Values, problems problem.List) {
	m := a.message
	if problems != nil {
		m.status = http.StatusUnprocessableEntity
	}
	l := languageOf(r)
	h.write(w, r, m.status, newPage(l, m, newForm(l, a, typed, problems)))
}

// renderMessage renders a page without a form.
func (h *handler) renderMessage(w http.ResponseWriter, r *http.Request, m message) {
	h.write(w, r, m.status, newPage(languageOf(r), m, nil))
}

func (h *handler) write(w http.ResponseWriter, r *http.Request, status int, p page) {
	if err := layout.Serve(w, status, p, linkpage.Brand{}); err != nil {
		h.logError(r.Context(), err)
	}
}

func (h *handler) fail(w http.ResponseWriter, r *http.Request, err error) {
	h.logError(r.Context(), err)
	h.renderMessage(w, r, failed(wordsFor(r)))
}

// logError logs a server error unless the client has disconnected.
func (h *handler) logError(ctx context.Context, err error) {
	if !errors.Is(err, context.Canceled) {
		h.Logger.LogAttrs(ctx, slog.LevelError, "welcome page failed", slog.String("error", err.Error()))
	}
}

func languageOf(r *http.Request) locale.Locale {
	return locale.Negotiate(r.Header.Get("Accept-Language")).ForStaff()
}

func wordsFor(r *http.Request) *words { return catalog.In(languageOf(r)) }
